// SPDX-License-Identifier: MIT

/// What a client accepts as an option.
enum CarryOptionTypes: Hashable, Sendable {
  /// Text without U+0000, and not empty.
  case checked
  /// Byte strings.
  case bytes
  /// Byte strings that end at the first zero byte.
  case terminated
  /// UTF-16.
  case utf16
  /// Unicode text.
  case unicode
  /// Any value; text is Unicode.
  case dynamic
  /// Any value; text is UTF-16.
  case javaScript
  /// Any value; text is a byte string.
  case dynamicBytes
  /// Properties with the type `?string`.
  case phpProperties
}
