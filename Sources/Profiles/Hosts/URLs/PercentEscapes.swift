// SPDX-License-Identifier: MIT

internal import Bytes

/// `%` and two hexadecimal digits, as libraries read them.
enum PercentEscapes {
  /// The byte of an escape that begins at an index.
  static func byte(_ text: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < text.count, text[index] == UInt8(ascii: "%"),
      let high = Hex.value(of: text[index + 1]), let low = Hex.value(of: text[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Where the first `%` stands that begins no escape.
  static func firstBad(_ text: [UInt8]) -> Int? {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      guard byte(text, at: index) != nil else { return index }
      index += 3
    }
    return nil
  }

  /// The text with its escapes resolved; what is none stays.
  static func decode(_ text: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = byte(text, at: index)
      decoded.append(byte ?? text[index])
      index += byte == nil ? 1 : 3
    }
    return decoded
  }

  /// The same where only escapes that make UTF-8 are resolved.
  static func decodeCharacters(_ text: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = 0
    while index < text.count {
      let run = run(text, from: index)
      guard let step = run.isEmpty ? nil : UTF8Step.decode(run.span, at: 0) else {
        decoded.append(text[index])
        index += 1
        continue
      }
      if case .scalar = step.step {
        decoded += run[..<step.length]
      } else {
        decoded += text[index..<index + 3 * step.length]
      }
      index += 3 * step.length
    }
    return decoded
  }

  /// The bytes of the escapes that follow one another, as many as a character can have.
  private static func run(_ text: [UInt8], from start: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 4, let byte = byte(text, at: start + 3 * bytes.count) {
      bytes.append(byte)
    }
    return bytes
  }
}
