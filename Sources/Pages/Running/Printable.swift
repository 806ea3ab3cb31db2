// SPDX-License-Identifier: MIT

/// Output of a program as text that is safe to print, cut where it is long.
enum Printable {
  private static let limit = 2000

  static func quoted(_ bytes: some Collection<UInt8>) -> String { "\"\(text(bytes))\"" }

  static func text(_ bytes: some Collection<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes.prefix(limit), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x20...0x7E, 0xA1...0x200A, 0x2010...0x2027, 0x2030...0x205E, 0x2070...:
        text.unicodeScalars.append(scalar)
      default: text += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return bytes.count > limit ? "\(text)… (\(bytes.count) bytes)" : text
  }
}
