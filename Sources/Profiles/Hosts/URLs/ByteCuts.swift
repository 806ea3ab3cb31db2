// SPDX-License-Identifier: MIT

internal import Bytes

// Cutting text where a mark stands, as every URL parser does.
extension [UInt8] {
  /// What stands before the first mark, and what follows it.
  func cut(at mark: Unicode.Scalar) -> (head: [UInt8], tail: [UInt8]?) {
    guard let place = firstIndex(of: UInt8(ascii: mark)) else { return (self, nil) }
    return (Array(self[..<place]), Array(self[(place + 1)...]))
  }

  /// What stands before the last mark, and what follows it.
  func cutLast(at mark: Unicode.Scalar) -> (head: [UInt8]?, tail: [UInt8]) {
    guard let place = lastIndex(of: UInt8(ascii: mark)) else { return (nil, self) }
    return (Array(self[..<place]), Array(self[(place + 1)...]))
  }

  /// What stands before the first `://`, and what follows it.
  func cutScheme() -> (scheme: [UInt8]?, rest: [UInt8]) {
    let mark = Array("://".utf8)
    for start in indices where self[start...].starts(with: mark) {
      return (Array(self[..<start]), Array(self[(start + mark.count)...]))
    }
    return (nil, self)
  }

  func until(any marks: String) -> [UInt8] { Array(prefix { !marks.utf8.contains($0) }) }

  func cut(any marks: String) -> (head: [UInt8], tail: [UInt8]) {
    let head = until(any: marks)
    return (head, Array(dropFirst(head.count)))
  }

  func pieces(at mark: Unicode.Scalar) -> [[UInt8]] {
    split(separator: UInt8(ascii: mark), omittingEmptySubsequences: false).map { Array($0) }
  }

  func trimmed(_ isBlank: (UInt8) -> Bool) -> [UInt8] {
    let start = drop(while: isBlank)
    return Array(start.reversed().drop(while: isBlank).reversed())
  }

  func contains(_ mark: Unicode.Scalar) -> Bool { contains(UInt8(ascii: mark)) }

  /// The same with the letters of ASCII in lower case.
  var lowered: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

  var display: String { String(decoding: self, as: UTF8.self) }

  var areDigits: Bool { allSatisfy { (0x30...0x39).contains($0) } }
}

extension UInt8 {
  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Space and what C counts as white space.
  var isCSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
  /// Whether they are the scheme of a URL.
  var isScheme: Bool {
    first?.isLetter == true
      && allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
  }
}
