// SPDX-License-Identifier: MIT

/// Writes XML 1.0.
enum XML {
  static func tag(
    _ name: String, _ attributes: [(String, String)], isEmpty: Bool = false
  ) -> String {
    let pairs = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    return "<\(name)\(pairs)\(isEmpty ? "/" : "")>"
  }

  /// The text with references for what has a meaning, and U+FFFD for what XML cannot hold.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { bytes += escaped(scalar).utf8 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x22: "&quot;"
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x09, 0x0A, 0x0D, 0x7F...0x9F: "&#\(scalar.value);"
    case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: String(scalar)
    }
  }
}
