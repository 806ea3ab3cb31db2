// SPDX-License-Identifier: MIT

/// A character, by what it means in a configuration.
struct ConfCharacter: Equatable {
  let value: UInt32

  static func == (character: Self, scalar: Unicode.Scalar) -> Bool {
    character.value == scalar.value
  }

  static func != (character: Self, scalar: Unicode.Scalar) -> Bool { !(character == scalar) }

  func isOne(of scalars: String) -> Bool {
    scalars.unicodeScalars.contains { $0.value == value }
  }

  var isBlank: Bool { isOne(of: " \t") }
  var isNewline: Bool { self == "\n" || self == "\r" }
  var isEnd: Bool { value == 0 }
  var isSeparator: Bool { isOne(of: "=:") }

  var isSpace: Bool { Unicode.Scalar(value)?.properties.isWhitespace ?? false }

  var isDigit: Bool {
    Unicode.Scalar(value)?.properties.generalCategory == .decimalNumber
  }
}
