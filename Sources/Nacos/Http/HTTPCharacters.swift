// SPDX-License-Identifier: MIT

/// The sets of characters that the grammar of HTTP names.
enum HTTPCharacters {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isToken(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  /// What may stand in a target: visible ASCII but for those that no URL holds unencoded.
  static func isTarget(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"#<>[\\]^`{|}".utf8.contains(byte)
  }

  static func isValue(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte >= 0x20 && byte != 0x7F
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
