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

  private static let noSymbol: UInt8 = 0xFF

  private let tables: Tables
  private let padding: Padding

  /// Both directions of an alphabet; of fixed sizes, so that no index needs a check.
  private final class Tables: Sendable {
    let symbols: [64 of UInt8]
    let values: [256 of UInt8]
    /// What a symbol is worth at each of the four places of a group; no symbol, more than a group.
    let groups: [1024 of UInt32]

    init(_ alphabet: String) {
      var symbols = [64 of UInt8](repeating: 0)
      var values = [256 of UInt8](repeating: Base64.noSymbol)
      for (value, symbol) in alphabet.utf8.prefix(64).enumerated() {
        symbols[value] = symbol
        values[Int(symbol)] = UInt8(value)
      }
      var groups = [1024 of UInt32](repeating: 1 << 24)
      for place in 0..<4 {
        for (value, symbol) in alphabet.utf8.prefix(64).enumerated() {
          groups[256 * place + Int(symbol)] = UInt32(value) << (18 - 6 * UInt32(place))
        }
      }
      (self.symbols, self.values, self.groups) = (symbols, values, groups)
    }
  }

  public init(last: StaticString, padding: Padding) {
    tables = Tables("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(last)")
    self.padding = padding
  }

  public func encode(_ bytes: [UInt8], after prefix: [UInt8] = []) -> [UInt8] {
    let bytes = bytes.span
    let tables = tables
    var text = [UInt8](zeros: prefix.count + encodedCount(of: bytes.count))
    var output = text.mutableSpan
    var end = 0
    for byte in prefix {
      output[end] = byte
      end += 1
    }
    var index = 0
    while index + 2 < bytes.count {
      let group = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
      output[end] = tables.symbols[group >> 18]
      output[end + 1] = tables.symbols[group >> 12 & 63]
      output[end + 2] = tables.symbols[group >> 6 & 63]
      output[end + 3] = tables.symbols[group & 63]
      (index, end) = (index + 3, end + 4)
    }
    guard index < bytes.count else { return text }
    let second = index + 1 < bytes.count
    let group = Int(bytes[index]) << 16 | (second ? Int(bytes[index + 1]) << 8 : 0)
    output[end] = tables.symbols[group >> 18]
    output[end + 1] = tables.symbols[group >> 12 & 63]
    if second { output[end + 2] = tables.symbols[group >> 6 & 63] }
    if padding == .required {
      if !second { output[end + 2] = Self.pad }
      output[end + 3] = Self.pad
    }
    return text
  }

  private func encodedCount(of count: Int) -> Int {
    padding == .required ? (count + 2) / 3 * 4 : (count * 4 + 2) / 3
  }

  /// Decodes text whose first byte has the given offset in the whole input.
  public func decode(
    _ text: Span<UInt8>, field: String = "base64", offset: Int = 0
  ) throws(FormatError) -> [UInt8] {
    let digits = try unpadded(text, field: field, offset: offset)
    var bytes = [UInt8](zeros: digits.count * 3 / 4)
    var output = bytes.mutableSpan
    let whole = digits.count / 4
    guard decodeGroups(digits, to: &output),
      decodeLast(digits.extracting((whole * 4)...), to: &output, at: whole * 3)
    else { throw broken(digits, field: field, offset: offset) }
    return bytes
  }

  /// Decodes the groups of four symbols.
  private func decodeGroups(_ digits: Span<UInt8>, to output: inout MutableSpan<UInt8>) -> Bool {
    let tables = tables
    var seen: UInt32 = 0
    var (rest, end) = (digits, 0)
    while rest.count >= 4, output.count &- end >= 3 {
      let group =
        tables.groups[Int(rest[0])] | tables.groups[256 + Int(rest[1])]
        | tables.groups[512 + Int(rest[2])] | tables.groups[768 + Int(rest[3])]
      seen |= group
      output[end] = UInt8(truncatingIfNeeded: group &>> 16)
      output[end &+ 1] = UInt8(truncatingIfNeeded: group &>> 8)
      output[end &+ 2] = UInt8(truncatingIfNeeded: group)
      (rest, end) = (rest.extracting(droppingFirst: 4), end &+ 3)
    }
    return seen < 1 << 24
  }

  /// Decodes what can be: bytes that are no symbols are passed over, the last bits are cut.
  public func decodeLoosely(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var (group, count): (UInt32, Int) = (0, 0)
    for index in text.indices {
      let value = tables.values[Int(text[index])]
      guard value != Self.noSymbol else { continue }
      group = group << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(count)))
    }
    return bytes
  }

  /// Decodes as far as the text is sound, and says why it is not further on; to show it.
  public func decodePart(
    _ text: Span<UInt8>, field: String = "base64", offset: Int = 0
  ) -> (bytes: [UInt8], error: FormatError?) {
    do throws(FormatError) {
      return (try decode(text, field: field, offset: offset), nil)
    } catch {
      let sound = max(0, min(error.offset - offset, text.count)) / 4 * 4
      let part = try? decode(text.extracting(0..<sound))
      return (part ?? [], error)
    }
  }

  /// Decodes the two or three symbols of a group that is not full; the last has bits to spare.
  private func decodeLast(
    _ digits: Span<UInt8>, to output: inout MutableSpan<UInt8>, at end: Int
  ) -> Bool {
    guard digits.count > 0 else { return true }
    let first = tables.values[Int(digits[0])]
    let second = tables.values[Int(digits[1])]
    let third = digits.count > 2 ? tables.values[Int(digits[2])] : 0
    output[end] = first << 2 | second >> 4
    if digits.count > 2 { output[end + 1] = second << 4 | third >> 2 }
    return first | second | third < 64 && (digits.count > 2 ? third & 3 : second & 15) == 0
  }

  /// Why digits cannot be decoded.
  private func broken(_ digits: Span<UInt8>, field: String, offset: Int) -> FormatError {
    for index in digits.indices where tables.values[Int(digits[index])] == Self.noSymbol {
      return FormatError(
        .alphabet, field: field, offset: offset + index,
        detail: "\(quoted(digits[index])) is no base64 symbol")
    }
    return FormatError(
      .bits, field: field, offset: offset + digits.count - 1,
      detail: "unused bits of the last symbol are not 0")
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
