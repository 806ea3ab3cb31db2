// SPDX-License-Identifier: MIT

extension String {
  /// The text with blanks after it, up to a width, and one blank at least.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  /// The text with blanks before it, up to a width.
  func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text with a title behind it, where there is one.
  func titled(_ title: String) -> String { title.isEmpty ? self : "\(self): \(title)" }
}
