// SPDX-License-Identifier: MIT

internal import Bytes

extension ConfReader {
  /// What a value without brackets is.
  enum Scalar {
    case value(ConfValue?)
    case variable(Text)
  }

  mutating func readScalar() throws(Failure) -> Scalar {
    if scanner.accept("\"") { return .value(.text(try readDoubleQuoted())) }
    let start = scanner.offset
    if scanner.accept("-") {
      guard scanner.peek.isDigit else { throw .malformed }
      return try readNumber(from: start, isNegative: true)
    }
    guard scanner.peek.isDigit else { return try readWord(from: start) }
    return try readNumber(from: start, isNegative: false)
  }

  // MARK: - Texts

  private mutating func readDoubleQuoted() throws(Failure) -> Text {
    var parts: [UInt8] = []
    var start = scanner.offset
    while true {
      guard !scanner.isAtEnd else {
        throw scanner.offset == start && rules.losesLastName ? .ended : .malformed
      }
      let part = scanner.bytes(from: start)
      switch scanner.next() {
      case let next where next == "\"": return Text(parts + part)
      case let next where next == "\\":
        parts += part
        parts.append(try readEscape())
        start = scanner.offset
      default: break
      }
    }
  }

  private mutating func readEscape() throws(Failure) -> UInt8 {
    let letter = scanner.next()
    if letter == "x" { return try readHexEscape() }
    guard let byte = Self.escapes[letter.value] else { throw .malformed }
    return byte
  }

  private mutating func readHexEscape() throws(Failure) -> UInt8 {
    let start = scanner.offset
    scanner.next()
    scanner.next()
    guard let byte = try? Hex.decode(scanner.bytes(from: start).span), byte.count == 1 else {
      throw .malformed
    }
    return byte[0]
  }

  private static let escapes: [UInt32: UInt8] = [
    0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D, 0x22: 0x22, 0x5C: 0x5C,
  ]

  /// A text without quotes, which may be a truth value or the name of a variable.
  private mutating func readWord(from start: Int) throws(Failure) -> Scalar {
    var parts: [UInt8] = []
    var (start, isEscaped) = (start, false)
    while true {
      let next = scanner.peek
      if next == "\\" {
        parts += scanner.bytes(from: start)
        isEscaped = true
        scanner.next()
        parts.append(try readEscape())
        start = scanner.offset
      } else if next == "'" {
        defer { scanner.next() }
        return .value(.text(Text(parts + scanner.bytes(from: start))))
      } else if next.isEnd || next.isNewline || next.isOne(of: ";,]} \t") {
        let word = Text(parts + scanner.bytes(from: start))
        return isEscaped ? .value(.text(word)) : Self.meaning(of: word)
      } else {
        scanner.next()
      }
    }
  }

  private static func meaning(of word: Text) -> Scalar {
    if let flag = flags[word.display.lowercased()] { return .value(.flag(flag)) }
    guard word.bytes.first == UInt8(ascii: "$") else { return .value(.text(word)) }
    return .variable(Text(Array(word.bytes.dropFirst())))
  }

  private static let flags = [
    "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
  ]

  // MARK: - Numbers

  private mutating func readNumber(
    from start: Int, isNegative: Bool
  ) throws(Failure) -> Scalar {
    scanner.skip { $0.isDigit }
    let next = scanner.peek
    if next == "-", !isNegative { return .value(try readDate(from: start)) }
    if scanner.accept(".") { return .value(try readFraction(from: start)) }
    if next.isOne(of: "kKmMgGtTpPeE") {
      scanner.next()
      scanner.skip { $0.isOne(of: "bBiI") }
      guard endsNumber || scanner.peek.isDigit else { return try readWord(from: start) }
    } else if !isNegative, !endsNumber {
      // Whatever follows the digits belongs to the word.
      scanner.next()
      return try readWord(from: start)
    }
    return .value(try integer(scanner.bytes(from: start)))
  }

  private var endsNumber: Bool {
    let next = scanner.peek
    return next.isEnd || next.isNewline || next.isBlank || next.isOne(of: "};,")
  }

  private func integer(_ bytes: [UInt8]) throws(Failure) -> ConfValue? {
    let digits = bytes.prefix { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    let suffix = Text(Array(bytes.dropFirst(digits.count))).display.lowercased()
    guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { throw .malformed }
    return Self.unit(suffix).map { .integer(number &* $0) }
  }

  /// What a suffix multiplies by: 1000 over and over, or 1024 where more letters follow.
  private static func unit(_ suffix: String) -> Int64? {
    guard let first = suffix.first else { return 1 }
    guard let power = Array("kmgtpe").firstIndex(of: first) else { return nil }
    let base: Int64? =
      switch suffix.dropFirst() {
      case "": 1000
      case "b", "i", "ib": 1024
      default: nil
      }
    return base.map { base in (0...power).reduce(1) { unit, _ in unit &* base } }
  }

  private mutating func readFraction(from start: Int) throws(Failure) -> ConfValue {
    guard scanner.peek.isDigit else { throw .malformed }
    scanner.skip { $0.isDigit }
    guard scanner.accept(".") else {
      guard let value = Double(String(decoding: scanner.bytes(from: start), as: UTF8.self)) else {
        throw .malformed
      }
      return .float(value)
    }
    scanner.skip { $0.isDigit || $0.isOne(of: ".:-") }
    return .text(Text(scanner.bytes(from: start)))
  }

  private mutating func readDate(from start: Int) throws(Failure) -> ConfValue {
    guard scanner.offset - start == 4 else { throw .malformed }
    for sample in "-00-00T00:00:00Z".unicodeScalars {
      let next = scanner.next()
      guard sample == "0" ? next.isDigit : next == sample else { throw .malformed }
    }
    guard ConfDate.isValid(scanner.bytes(from: start)) else { throw .malformed }
    return .date
  }
}
