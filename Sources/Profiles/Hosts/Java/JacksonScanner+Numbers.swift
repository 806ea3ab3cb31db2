// SPDX-License-Identifier: MIT

internal import Bytes

extension JacksonScanner {
  private static func isDigit(_ unit: UInt16?) -> Bool {
    unit.map { (0x30...0x39).contains($0) } ?? false
  }

  /// Reads a number of which the first unit was read.
  mutating func number(_ first: UInt16) throws(JacksonError) -> JacksonToken {
    let start = index - 1
    var digit = first
    if first == 0x2D {
      digit = try required()
      guard Self.isDigit(digit) else { throw try badStart(digit, isNegative: true) }
    }
    if digit == 0x30, Self.isDigit(peek) {
      throw JacksonError(at: "Invalid numeric value: Leading zeroes not allowed")
    }
    skipDigits()
    let hasFraction = try fraction()
    let hasExponent = try exponent()
    try checkRoot()
    let lexeme = String(decoding: units[start..<index], as: UTF16.self)
    let isFloat = hasFraction || hasExponent
    current = isFloat ? "VALUE_NUMBER_FLOAT" : "VALUE_NUMBER_INT"
    return isFloat ? .float(lexeme: lexeme) : .integer(lexeme: lexeme)
  }

  private mutating func skipDigits() {
    while Self.isDigit(peek) { index += 1 }
  }

  private mutating func fraction() throws(JacksonError) -> Bool {
    guard peek == 0x2E else { return false }
    index += 1
    guard Self.isDigit(peek) else {
      throw inNumber(peek ?? 0x2E, "Decimal point not followed by a digit")
    }
    skipDigits()
    return true
  }

  private mutating func exponent() throws(JacksonError) -> Bool {
    guard peek == 0x65 || peek == 0x45 else { return false }
    index += 1
    var unit = try required()
    if unit == 0x2B || unit == 0x2D { unit = try required() }
    guard Self.isDigit(unit) else {
      throw inNumber(unit, "Exponent indicator not followed by a digit")
    }
    skipDigits()
    return true
  }

  /// A blank must follow a number that stands alone.
  private func checkRoot() throws(JacksonError) {
    guard context == .root, let unit = peek, ![0x20, 0x09, 0x0A, 0x0D].contains(unit) else {
      return
    }
    throw unexpected(unit, "Expected space separating root-level values")
  }

  // MARK: - What begins no number

  /// What follows a sign that is no digit.
  private mutating func badStart(
    _ unit: UInt16, isNegative: Bool
  ) throws(JacksonError) -> JacksonError {
    if unit == 0x49, let letter = take() {
      let sign = isNegative ? "-" : "+"
      let words: [UInt16: String] = [0x4E: "INF", 0x6E: "Infinity"]
      if let word = words[letter] { return notStandard(sign + word) }
    }
    if !isNegative, version >= .v2_18 {
      return inNumber(
        0x2B,
        "JSON spec does not allow numbers to have plus signs: enable"
          + " `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow")
    }
    return inNumber(unit, "expected digit (0-9) to follow minus sign, for valid numeric value")
  }

  mutating func plusSign() throws(JacksonError) -> JacksonError {
    guard let unit = take() else { return ended(" in a Number value") }
    return try badStart(unit, isNegative: false)
  }

  private func inNumber(_ unit: UInt16, _ comment: String) -> JacksonError {
    JacksonError(
      at: "Unexpected character (\(Self.description(of: unit))) in numeric value: \(comment)")
  }
}
