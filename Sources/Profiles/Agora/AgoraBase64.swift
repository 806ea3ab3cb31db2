// SPDX-License-Identifier: MIT

internal import Bytes

/// How a library reads base64.
enum AgoraBase64: Hashable, Sendable {
  /// RFC 4648, padded.
  case strict
  /// Line breaks are skipped; bits to spare are not looked at.
  case lineBreaks
  /// Blanks and line breaks are skipped; bits to spare are not looked at.
  case blanks
  /// Padding may be left out; bits to spare are not looked at.
  case optionalPadding
  /// What is no symbol is skipped; padding must be there.
  case skippingPadded
  /// The same for ASCII alone.
  case skippingPaddedASCII
  /// What is no symbol is skipped.
  case skipping
  /// What is no symbol is skipped, up to the first padding.
  case skippingToPadding
  /// The same in both alphabets.
  case bothAlphabets
  case bothAlphabetsToPadding

  /// The bytes; nothing where the library refuses.
  func decode(_ text: [UInt8]) -> [UInt8]? {
    switch self {
    case .strict: try? Base64.standard.decode(text.span)
    case .lineBreaks: Self.exact(text.filter { $0 != 0x0A && $0 != 0x0D }, mustPad: true)
    case .blanks: Self.exact(text.filter { ![0x09, 0x0A, 0x0D, 0x20].contains($0) }, mustPad: true)
    case .optionalPadding: Self.exact(text, mustPad: false)
    case .skippingPadded: Self.padded(text)
    case .skippingPaddedASCII: text.isASCII ? Self.padded(text) : nil
    case .skipping: Self.bytes(of: text.compactMap(Self.standard))
    case .skippingToPadding: Self.bytes(of: Self.upToPadding(text).compactMap(Self.standard))
    case .bothAlphabets: Self.bytes(of: text.compactMap(Self.either))
    case .bothAlphabetsToPadding: Self.bytes(of: Self.upToPadding(text).compactMap(Self.either))
    }
  }

  private static let pad = UInt8(ascii: "=")

  private static func upToPadding(_ text: [UInt8]) -> ArraySlice<UInt8> {
    text.prefix { $0 != pad }
  }

  /// Every symbol counts, and padding stands at the end alone.
  private static func exact(_ text: [UInt8], mustPad: Bool) -> [UInt8]? {
    let symbols = upToPadding(text)
    let padding = text.dropFirst(symbols.count)
    let values = symbols.compactMap(standard)
    let missing = (4 - symbols.count % 4) % 4
    guard values.count == symbols.count, padding.allSatisfy({ $0 == pad }), missing != 3,
      padding.count == missing || (!mustPad && padding.isEmpty)
    else { return nil }
    return bytes(of: values)
  }

  /// Reads group by group; padding that completes a group ends the text.
  private static func padded(_ text: [UInt8]) -> [UInt8]? {
    var values: [UInt8] = []
    var pads = 0
    for byte in text {
      if byte == pad {
        guard values.count % 4 >= 2 else { continue }
        pads += 1
        if values.count % 4 + pads >= 4 { return bytes(of: values) }
      } else if let value = standard(byte) {
        pads = 0
        values.append(value)
      }
    }
    return values.count % 4 == 0 ? bytes(of: values) : nil
  }

  private static func standard(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func either(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: standard(byte)
    }
  }

  /// The whole bytes that six-bit values carry.
  private static func bytes(of values: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var (group, bits) = (UInt32(0), 0)
    for value in values {
      group = group << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
    }
    return bytes
  }
}
