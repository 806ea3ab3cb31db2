// SPDX-License-Identifier: MIT

internal import Bytes

extension Base64 {
  /// Decodes strictly or, without that check, the symbols of both alphabets and nothing else.
  func decode(
    _ text: Span<UInt8>, field: String, offset: Int, by checks: FormatChecks
  ) throws(FormatError) -> [UInt8] {
    do throws(FormatError) {
      return try decode(text, field: field, offset: offset)
    } catch {
      try checks.refuse(error)
      return Self.symbols(in: text)
    }
  }

  private static func symbols(in text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var (group, bits) = (UInt16(0), 0)
    for index in text.indices {
      guard let value = value(of: text[index]) else { continue }
      (group, bits) = (group << 6 | value, bits + 6)
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt16(bits)))
    }
    return bytes
  }

  private static func value(of symbol: UInt8) -> UInt16? {
    switch symbol {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt16(symbol - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt16(symbol - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(symbol - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
