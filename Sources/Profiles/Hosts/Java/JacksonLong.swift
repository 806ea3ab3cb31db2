// SPDX-License-Identifier: MIT

internal import Bytes

/// What Jackson makes of a value for a `long`.
struct JacksonLong {
  let value: Int64

  init(_ token: JacksonToken, version: JacksonVersion) throws(JacksonError) {
    switch token {
    case .null: value = 0
    case .integer(let lexeme): value = try Self.integer(lexeme)
    case .float(let lexeme): value = try Self.float(lexeme)
    case .string(let text): value = try Self.text(text, version)
    default: throw .unexpected(token, for: "long")
    }
  }

  private static func integer(_ lexeme: String) throws(JacksonError) -> Int64 {
    guard let value = Int64(lexeme) else { throw outOfRange(lexeme) }
    return value
  }

  /// The whole part; what rounds to 2⁶³ is the largest number.
  private static func float(_ lexeme: String) throws(JacksonError) -> Int64 {
    let bound = 0x1p63
    guard let value = Double(lexeme), value >= -bound, value <= bound else {
      throw outOfRange(lexeme)
    }
    return Int64(exactly: value.rounded(.towardZero)) ?? .max
  }

  private static func text(
    _ text: JavaString, _ version: JacksonVersion
  ) throws(JacksonError) -> Int64 {
    let trimmed = text.trimmed
    guard text.isEmpty || !text.isBlank || version > .v2_12 else { throw blank }
    if text.isBlank || trimmed.isEmpty || trimmed.display == "null" { return 0 }
    guard let value = JavaLong(trimmed) else {
      throw JacksonError(
        at: "Cannot deserialize value of type `long` from String \"\(shown(trimmed))\": not a"
          + " valid `long` value")
    }
    return value.value
  }

  private static let blank = JacksonError(
    at: "Cannot coerce blank String (all whitespace) to `long` value (but could if coercion was"
      + " enabled using `CoercionConfig`)")

  /// A long text without its middle.
  private static func shown(_ text: JavaString) -> String {
    let most = 500
    guard text.units.count > most else { return text.display }
    return JavaString(text.units.prefix(most)).display + "]...["
      + JavaString(text.units.suffix(most)).display
  }

  private static func outOfRange(_ lexeme: String) -> JacksonError {
    let shown =
      lexeme.utf8.count < 1000 ? lexeme : "[Integer with \(lexeme.utf8.count) digits]"
    return JacksonError(
      at: "Numeric value (\(shown)) out of range of long (\(Int64.min) - \(Int64.max))")
  }
}
