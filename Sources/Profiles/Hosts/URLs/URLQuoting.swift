// SPDX-License-Identifier: MIT

internal import Bytes

/// How languages show a URL inside a message.
enum URLQuoting {
  /// Go's `%q`.
  static func go(_ text: [UInt8]) -> String {
    let letters: [UInt8: String] = [
      0x07: "\\a", 0x08: "\\b", 0x0C: "\\f", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x0B: "\\v",
      0x22: "\\\"", 0x5C: "\\\\",
    ]
    return quoted(text) { value, bytes in
      if let byte = UInt8(exactly: value), let letter = letters[byte] { return letter }
      switch value {
      case 0..<0x20, 0x7F: return "\\x" + Hex.encode([UInt8(truncatingIfNeeded: value)])
      case 0x80..<0xA0, 0xA0, 0x2028...0x202F, 0x2000...0x200F, 0x3000, 0xFEFF:
        return "\\u" + hex(value, digits: 4)
      default: return Text(bytes).display
      }
    } invalid: {
      "\\x" + Hex.encode([$0])
    }
  }

  /// Ruby's `inspect`.
  static func ruby(_ text: [UInt8]) -> String {
    rubyText(text) { _, bytes in Text(bytes).display }
  }

  /// Ruby's `dump`.
  static func rubyDump(_ text: [UInt8]) -> String {
    rubyText(text) { value, _ in
      value > 0xFFFF
        ? "\\u{" + String(value, radix: 16, uppercase: true) + "}"
        : "\\u" + hex(value, digits: 4).uppercased()
    }
  }

  private static func rubyText(
    _ text: [UInt8], other: (UInt32, [UInt8]) -> String
  ) -> String {
    let letters: [UInt8: String] = [
      0x07: "\\a", 0x08: "\\b", 0x0C: "\\f", 0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x0B: "\\v",
      0x1B: "\\e", 0x22: "\\\"", 0x5C: "\\\\",
    ]
    let shown = quoted(text) { value, bytes in
      if let byte = UInt8(exactly: value), let letter = letters[byte] { return letter }
      if value < 0x20 || value == 0x7F { return "\\u" + hex(value, digits: 4).uppercased() }
      return value < 0x80 ? Text(bytes).display : other(value, bytes)
    } invalid: {
      "\\x" + Hex.encode([$0]).uppercased()
    }
    return ["{", "$", "@"].reduce(shown) { shown, mark in
      shown.split(separator: "#\(mark)", omittingEmptySubsequences: false)
        .joined(separator: "\\#\(mark)")
    }
  }

  private static func quoted(
    _ text: [UInt8], character: (UInt32, [UInt8]) -> String, invalid: (UInt8) -> String
  ) -> String {
    var shown = "\""
    var index = 0
    while index < text.count {
      let (step, length) = UTF8Step.decode(text.span, at: index)
      let bytes = Array(text[index..<index + length])
      if case .scalar(let value) = step {
        shown += character(value, bytes)
      } else {
        for byte in bytes { shown += invalid(byte) }
      }
      index += length
    }
    return shown + "\""
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
