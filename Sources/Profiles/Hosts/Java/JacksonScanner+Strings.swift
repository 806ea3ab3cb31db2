// SPDX-License-Identifier: MIT

internal import Bytes

extension JacksonScanner {
  /// What a text in quotes is.
  enum Role {
    case name
    case value
  }

  /// Reads a text up to its closing quote.
  mutating func text(_ role: Role) throws(JacksonError) -> JavaString {
    var text = JavaString([])
    if role == .name, isUTF8, peek == nil {
      throw ended(": was expecting closing '\"' for name")
    }
    while true {
      guard let unit = take() else { throw endOfText(role) }
      switch unit {
      case 0x22: return text
      case 0x5C: text.units.append(try escaped())
      case 0..<0x20:
        throw JacksonError(
          at: "Illegal unquoted character (\(Self.description(of: unit))): has to be escaped using"
            + " backslash to be included in \(role == .name ? "name" : "string value")")
      case 0x80... where isUTF8:
        if role == .name, !units.dropFirst(index).contains(0x22) { throw endOfText(role) }
        text.units += try wide(unit, role)
      default: text.units.append(unit)
      }
    }
  }

  private func endOfText(_ role: Role) -> JacksonError {
    if role == .name { return ended(" in field name") }
    return ended(
      isUTF8 ? " in VALUE_STRING" : ": was expecting closing quote for a string value")
  }

  // MARK: - Escapes

  private static let letters: [UInt16: UInt16] = [
    0x62: 0x08, 0x74: 0x09, 0x6E: 0x0A, 0x66: 0x0C, 0x72: 0x0D, 0x22: 0x22, 0x2F: 0x2F,
    0x5C: 0x5C,
  ]

  private mutating func escaped() throws(JacksonError) -> UInt16 {
    let letter = try unitOfEscape()
    if let unit = Self.letters[letter] { return unit }
    guard letter == 0x75 else {
      let description = Self.description(of: try decoded(letter))
      throw JacksonError(at: "Unrecognized character escape \(description)")
    }
    var value: UInt16 = 0
    for _ in 0..<4 {
      let digit = try unitOfEscape()
      guard digit < 0x80, let bits = Hex.value(of: UInt8(truncatingIfNeeded: digit)) else {
        throw unexpected(digit, "expected a hex-digit for character escape sequence")
      }
      value = value << 4 | UInt16(bits)
    }
    return value
  }

  private mutating func unitOfEscape() throws(JacksonError) -> UInt16 {
    guard let unit = take() else { throw ended(" in character escape sequence") }
    return unit
  }

  // MARK: - UTF-8

  /// The rest of a character in several bytes: neither its length nor its value is checked.
  private mutating func wide(_ first: UInt16, _ role: Role) throws(JacksonError) -> [UInt16] {
    guard let (count, bits) = Self.shape(first) else { throw invalidStart(first) }
    var value = UInt32(first & bits)
    for _ in 0..<count {
      if role == .name, peek == 0x22 { throw endOfText(role) }
      let next = try required()
      guard next & 0xC0 == 0x80 else { throw invalidMiddle(next) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard count == 3 else { return [UInt16(truncatingIfNeeded: value)] }
    let rest = value &- 0x10000
    return [
      UInt16(truncatingIfNeeded: 0xD800 &+ rest >> 10), UInt16(0xDC00 | rest & 0x3FF),
    ]
  }

  /// How many bytes follow the first, and which of its bits count.
  private static func shape(_ first: UInt16) -> (count: Int, bits: UInt16)? {
    switch first {
    case 0xC0...0xDF: (1, 0x1F)
    case 0xE0...0xEF: (2, 0x0F)
    case 0xF0...0xF7: (3, 0x07)
    default: nil
    }
  }

  /// The character that begins with a unit which was read, for a message.
  mutating func decoded(_ unit: UInt16) throws(JacksonError) -> UInt16 {
    guard isUTF8, unit >= 0x80 else { return unit }
    return try wide(unit, .value).last ?? unit
  }

  private func invalidStart(_ byte: UInt16) -> JacksonError {
    JacksonError(at: "Invalid UTF-8 start byte 0x\(String(byte, radix: 16))")
  }

  private func invalidMiddle(_ byte: UInt16) -> JacksonError {
    JacksonError(at: "Invalid UTF-8 middle byte 0x\(String(byte, radix: 16))")
  }
}
