// SPDX-License-Identifier: MIT

internal import Bytes

// Literals, and the words for what is no JSON.
extension JacksonScanner {
  static let values =
    "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

  /// The longest token that is shown.
  private static let longestToken = 256

  /// Reads a literal of which the first letter was read.
  mutating func word(
    _ word: String, _ token: JacksonToken
  ) throws(JacksonError) -> JacksonToken {
    try match(word)
    current = token == .null ? "VALUE_NULL" : "VALUE_\(word.uppercased())"
    return token
  }

  private mutating func match(_ word: String) throws(JacksonError) {
    for (place, letter) in word.utf16.enumerated().dropFirst() {
      guard peek == letter else { throw try unknownToken(String(word.prefix(place))) }
      index += 1
    }
    guard let unit = peek, unit >= 0x30, unit != 0x5D, unit != 0x7D else { return }
    let start = index
    index += 1
    let isPart = Self.isIdentifierPart(try decoded(unit))
    index = start
    if isPart { throw try unknownToken(word) }
  }

  /// A token that begins as given and goes on where the reader is.
  private mutating func unknownToken(_ start: String) throws(JacksonError) -> JacksonError {
    var token = JavaString(start.utf16)
    while let unit = take() {
      let unit = try decoded(unit)
      guard Self.isIdentifierPart(unit) else { break }
      token.units.append(unit)
      guard token.units.count < Self.longestToken else {
        token.units += "...".utf16
        break
      }
    }
    return JacksonError(
      at: "Unrecognized token '\(token.display)': was expecting \(Self.values)")
  }

  mutating func unexpectedValue(_ unit: UInt16) throws(JacksonError) -> JacksonError {
    switch unit {
    case 0x5D where context == .array, 0x2C where context != .root, 0x7D:
      return unexpected(unit, "expected a value")
    case 0x2C: return unexpected(unit, "expected a value")
    case 0x4E: return try nonNumeric("NaN")
    case 0x49: return try nonNumeric("Infinity")
    case 0x2B: return try plusSign()
    default: break
    }
    guard Self.isIdentifierStart(unit) else {
      return unexpected(unit, "expected a valid value \(Self.values)")
    }
    return try unknownToken(JavaString([unit]).display)
  }

  private mutating func nonNumeric(_ word: String) throws(JacksonError) -> JacksonError {
    try match(word)
    return notStandard(word)
  }

  func notStandard(_ word: String) -> JacksonError {
    let feature =
      version < .v2_18
      ? "JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS"
      : "`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS`"
    return JacksonError(at: "Non-standard token '\(word)': enable \(feature) to allow")
  }

  // MARK: - Words

  func unexpected(_ unit: UInt16, _ comment: String) -> JacksonError {
    JacksonError(at: "Unexpected character (\(Self.description(of: unit))): \(comment)")
  }

  func illegalBlank(_ unit: UInt16) -> JacksonError {
    JacksonError(
      at: "Illegal character (\(Self.description(of: unit))): only regular white space"
        + #" (\r, \n, \t) is allowed between tokens"#)
  }

  func ended(_ place: String) -> JacksonError {
    JacksonError(at: "Unexpected end-of-input\(place)")
  }

  static func description(of unit: UInt16) -> String {
    let code = "code \(unit)"
    if unit < 0x20 || (0x7F...0x9F).contains(unit) { return "(CTRL-CHAR, \(code))" }
    let hex = unit > 0xFF ? " / 0x\(String(unit, radix: 16))" : ""
    return "'\(JavaString([unit]).display)' (\(code)\(hex))"
  }

  // MARK: - Identifiers of Java

  static func isIdentifierStart(_ unit: UInt16) -> Bool {
    guard let scalar = Unicode.Scalar(unit) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .currencySymbol, .connectorPunctuation:
      return true
    default: return false
    }
  }

  static func isIdentifierPart(_ unit: UInt16) -> Bool {
    if isIdentifierStart(unit) { return true }
    guard let scalar = Unicode.Scalar(unit) else { return false }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .spacingMark, .nonspacingMark, .format: return true
    case .control: return !(0x09...0x0D).contains(unit) && !(0x1C...0x1F).contains(unit)
    default: return false
    }
  }
}
