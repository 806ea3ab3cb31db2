// SPDX-License-Identifier: MIT

internal import Bytes

/// How hexadecimal digits become bytes, and what happens where they are none.
enum LegacyHex: Hashable, Sendable {
  case strict
  /// An error as a value.
  case returned
  case exception(String)
  /// Digits of any script, counted in UTF-16.
  case characters(exception: String)
  /// Blanks may stand between the bytes.
  case blanks(exception: String)
  /// What stands before the first pair that is none.
  case prefix
  /// Nothing at all where one digit is none.
  case emptyOnFailure

  func decode(_ text: [UInt8]) throws(CallEnding) -> [UInt8] {
    switch self {
    case .strict: return try Self.pairs(text, .refusal)
    case .returned: return try Self.pairs(text, .returned)
    case .exception(let type): return try Self.pairs(text, .exception(type))
    case .characters(let type): return try Self.characters(text, .exception(type))
    case .blanks(let type): return try Self.pairsBetweenBlanks(text, .exception(type))
    case .prefix: return Self.prefix(text)
    case .emptyOnFailure: return (try? Hex.decode(text.span)) ?? []
    }
  }

  private static func pairs(
    _ text: [UInt8], _ ending: CallEnding
  ) throws(CallEnding) -> [UInt8] {
    guard let bytes = try? Hex.decode(text.span) else { throw ending }
    return bytes
  }

  private static func characters(
    _ text: [UInt8], _ ending: CallEnding
  ) throws(CallEnding) -> [UInt8] {
    let digits = units(text).map(digit)
    guard digits.count % 2 == 0 else { throw ending }
    return try join(digits, ending)
  }

  private static func pairsBetweenBlanks(
    _ text: [UInt8], _ ending: CallEnding
  ) throws(CallEnding) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard !rest.isEmpty else { return bytes }
      let pair = rest.prefix(2).map { Hex.value(of: $0) }
      guard pair.count == 2 else { throw ending }
      bytes += try join(pair, ending)
      rest = rest.dropFirst(2)
    }
  }

  private static func join(
    _ digits: [UInt8?], _ ending: CallEnding
  ) throws(CallEnding) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let digit else { throw ending }
      if let first = high { bytes.append(first << 4 | digit) }
      high = high == nil ? digit : nil
    }
    return bytes
  }

  /// Each character counts by the low byte of its UTF-16.
  private static func prefix(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    for unit in units(text) {
      guard let digit = Hex.value(of: UInt8(truncatingIfNeeded: unit)) else { return bytes }
      if let first = high { bytes.append(first << 4 | digit) }
      high = high == nil ? digit : nil
    }
    return bytes
  }

  private static func units(_ text: [UInt8]) -> [UInt16] {
    let bytes = Text(text).utf16Bytes
    return stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }

  /// The value of a digit in any script, or of a Latin letter of either width.
  private static func digit(_ unit: UInt16) -> UInt8? {
    if let byte = UInt8(exactly: unit), byte < 0x80 { return Hex.value(of: byte) }
    switch unit {
    case 0xFF21...0xFF26: return UInt8(unit - 0xFF21 + 10)
    case 0xFF41...0xFF46: return UInt8(unit - 0xFF41 + 10)
    default:
      guard let properties = Unicode.Scalar(unit)?.properties, properties.numericType == .decimal
      else { return nil }
      return properties.numericValue.flatMap { UInt8(exactly: $0) }
    }
  }
}
