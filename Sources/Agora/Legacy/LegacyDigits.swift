// SPDX-License-Identifier: MIT

internal import Bytes

/// Reads the text of one field strictly or, without its check, what digits there are.
struct LegacyDigits {
  let field: String
  let offset: Int
  let checks: FormatChecks

  func equal(_ text: [UInt8], _ expected: String) throws(FormatError) {
    guard text != Array(expected.utf8) else { return }
    try refuse(.value, "'\(expected)' is expected")
  }

  /// Hexadecimal digits of either case, as they stand.
  func hex(_ text: [UInt8]) throws(FormatError) -> Text {
    _ = try bytes(text)
    return Text(text)
  }

  func lowerHex(_ text: [UInt8]) throws(FormatError) -> [UInt8] {
    try only(text, .alphabet, "lower-case hexadecimal digits are") { !(0x41...0x5A).contains($0) }
    return try bytes(text)
  }

  func upperHex(_ text: [UInt8]) throws(FormatError) -> [UInt8] {
    try only(text, .alphabet, "upper-case hexadecimal digits are") { !(0x61...0x7A).contains($0) }
    return try bytes(text)
  }

  func hexadecimal(_ text: [UInt8]) throws(FormatError) -> UInt32 {
    try lowerHex(text).reduce(0) { $0 << 8 | UInt32($1) }
  }

  func decimal(_ text: [UInt8]) throws(FormatError) -> UInt32 {
    try only(text, .value, "a decimal digit is") { (0x30...0x39).contains($0) }
    if let value = UInt32(String(decoding: text, as: UTF8.self)) { return value }
    try refuse(.value, "a number up to 4294967295 is expected")
    return text.reduce(0) { $0 &* 10 &+ UInt32($1 & 15) }
  }

  private func bytes(_ text: [UInt8]) throws(FormatError) -> [UInt8] {
    do throws(FormatError) {
      return try Hex.decode(text.span, field: field)
    } catch {
      try checks.refuse(
        FormatError(error.code, field: field, offset: offset + error.offset, detail: error.detail))
      return Self.looseBytes(text)
    }
  }

  private static func looseBytes(_ text: [UInt8]) -> [UInt8] {
    let digits = text.compactMap(Hex.value(of:))
    return zip(digits, digits.dropFirst()).enumerated().filter { $0.offset % 2 == 0 }.map {
      $0.element.0 << 4 | $0.element.1
    }
  }

  private func only(
    _ text: [UInt8], _ code: FormatError.Code, _ expected: String, _ isFine: (UInt8) -> Bool
  ) throws(FormatError) {
    guard let place = text.firstIndex(where: { !isFine($0) }) else { return }
    try refuse(code, "\(expected) expected", at: place)
  }

  private func refuse(
    _ code: FormatError.Code, _ detail: String, at place: Int = 0
  ) throws(FormatError) {
    try checks.refuse(FormatError(code, field: field, offset: offset + place, detail: detail))
  }
}

/// The end of a key.
enum LegacyTime {
  static func check(_ expire: UInt32, now: Int64?, _ checks: Checks) throws(Refusal) {
    guard let now, expire != 0, Int64(expire) <= now else { return }
    try checks.refuse(
      Refusal(
        .time, legacy: .expired, field: "expire", "the key ended at \(expire), it is \(now)"))
  }
}
