// SPDX-License-Identifier: MIT

/// Base64 without leniency: one alphabet, one padding rule, no unused bits set.
public struct Base64: Sendable {
  public enum Padding: Sendable {
    case required
    case absent
  }

  /// RFC 4648 section 4, padded.
  public static let standard = Base64(last: "+/", padding: .required)
  /// RFC 4648 section 5, not padded, as in JSON web tokens.
  public static let url = Base64(last: "-_", padding: .absent)

  private static let pad = UInt8(ascii: "=")

  private let symbols: [UInt8]
  private let values: [UInt8]
  private let padding: Padding

  public init(last: StaticString, padding: Padding) {
    let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(last)"
    symbols = Array(text.utf8)
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, symbol) in symbols.enumerated() { values[Int(symbol)] = UInt8(value) }
    self.values = values
    self.padding = padding
  }

  public func encode(_ bytes: [UInt8], after prefix: [UInt8] = []) -> [UInt8] {
    let symbols = symbols.span
    let bytes = bytes.span
    return [UInt8](capacity: prefix.count + (bytes.count + 2) / 3 * 4) { output in
      for byte in prefix { output.append(byte) }
      var index = 0
      while index + 2 < bytes.count {
        let group =
          Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
        output.append(symbols[group >> 18])
        output.append(symbols[group >> 12 & 63])
        output.append(symbols[group >> 6 & 63])
        output.append(symbols[group & 63])
        index += 3
      }
      guard index < bytes.count else { return }
      let second = index + 1 < bytes.count
      let group = Int(bytes[index]) << 16 | (second ? Int(bytes[index + 1]) << 8 : 0)
      output.append(symbols[group >> 18])
      output.append(symbols[group >> 12 & 63])
      if second { output.append(symbols[group >> 6 & 63]) }
      if padding == .required {
        if !second { output.append(Self.pad) }
        output.append(Self.pad)
      }
    }
  }

  /// Decodes text whose first byte has the given offset in the whole input.
  public func decode(
    _ text: Span<UInt8>, field: String = "base64", offset: Int = 0
  ) throws(FormatError) -> [UInt8] {
    let digits = try unpadded(text, field: field, offset: offset)
    let values = values.span
    var bad = -1
    var unused = 0
    let bytes = [UInt8](capacity: digits.count * 3 / 4) { output in
      var group = 0
      var bits = 0
      for index in digits.indices {
        let value = values[Int(digits[index])]
        guard value != 0xFF else {
          bad = index
          return
        }
        group = (group << 6 | Int(value)) & 0xFFFF
        bits += 6
        if bits >= 8 {
          bits -= 8
          output.append(UInt8(truncatingIfNeeded: group >> bits))
        }
      }
      unused = group & ((1 << bits) - 1)
    }
    guard bad < 0 else {
      throw FormatError(
        .alphabet, field: field, offset: offset + bad,
        detail: "\(quoted(digits[bad])) is no base64 symbol")
    }
    guard unused == 0 else {
      throw FormatError(
        .bits, field: field, offset: offset + digits.count - 1,
        detail: "unused bits of the last symbol are not 0")
    }
    return bytes
  }

  /// Checks length and padding, and returns the symbols alone.
  @_lifetime(copy text)
  private func unpadded(
    _ text: Span<UInt8>, field: String, offset: Int
  ) throws(FormatError) -> Span<UInt8> {
    var end = text.count
    if padding == .required {
      guard text.count % 4 == 0 else {
        throw FormatError(
          .length, field: field, offset: offset + text.count,
          detail: "\(text.count) symbols, no multiple of 4")
      }
      while end > 0, text.count - end < 2, text[end - 1] == Self.pad { end -= 1 }
    }
    guard end % 4 != 1 else {
      throw FormatError(
        .length, field: field, offset: offset + end, detail: "one symbol alone carries no byte")
    }
    return text.extracting(0..<end)
  }
}

/// A byte as it may be shown to people.
func quoted(_ byte: UInt8) -> String {
  switch byte {
  case 0x21...0x7E: "'\(Unicode.Scalar(byte))'"
  default: "byte 0x\(Hex.encode([byte]))"
  }
}
