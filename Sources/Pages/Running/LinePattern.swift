// SPDX-License-Identifier: MIT

/// An expected line: `...` matches any text, and any number of lines where it stands alone.
struct LinePattern: Equatable, Sendable {
  let text: [UInt8]
  /// What stands before, between and after the dots.
  private let parts: [[UInt8]]

  init(_ text: [UInt8]) {
    self.text = text
    parts = Self.split(text)
  }

  var matchesManyLines: Bool { text == Self.dots }

  var hasDots: Bool { parts.count > 1 }

  func matches(_ line: some RandomAccessCollection<UInt8>) -> Bool {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return line.elementsEqual(text)
    }
    guard line.count >= first.count + last.count, line.starts(with: first),
      line.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = Array(line.dropFirst(first.count).dropLast(last.count))[...]
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  private static let dots = Array("...".utf8)

  private static func split(_ text: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = text[...]
    while let range = rest.firstRange(of: dots) {
      parts.append(Array(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [Array(rest)]
  }
}
