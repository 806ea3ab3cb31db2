// SPDX-License-Identifier: MIT

/// The longest decimal number at the beginning of a text, as PHP and JavaScript write numbers.
///
/// The digits before or after the point may be missing, but not both.
struct DecimalPrefix {
  /// The number without a plus sign.
  let lexeme: String
  /// Whether it has neither point nor exponent.
  let isInteger: Bool
  /// How many bytes it takes.
  let length: Int

  init?(_ text: some Collection<UInt8>) {
    let bytes = Array(text)
    var index = 0
    if let sign = bytes.first, "+-".utf8.contains(sign) { index += 1 }
    let whole = Self.digits(bytes, from: index)
    var end = index + whole
    var isInteger = true
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = Self.digits(bytes, from: end + 1)
      if whole + fraction > 0 {
        isInteger = false
        end += 1 + fraction
      }
    }
    guard end > index else { return nil }
    if let exponent = Self.exponent(bytes, from: end) {
      isInteger = false
      end += exponent
    }
    let start = bytes.first == UInt8(ascii: "+") ? 1 : 0
    lexeme = String(decoding: bytes[start..<end], as: UTF8.self)
    self.isInteger = isInteger
    length = end
  }

  private static func digits(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
  }

  /// The length of an exponent with at least one digit.
  private static func exponent(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, "eE".utf8.contains(bytes[start]) else { return nil }
    let sign = start + 1 < bytes.count && "+-".utf8.contains(bytes[start + 1]) ? 1 : 0
    let digits = start + 1 + sign <= bytes.count ? Self.digits(bytes, from: start + 1 + sign) : 0
    return digits > 0 ? 1 + sign + digits : nil
  }
}
