// SPDX-License-Identifier: MIT

/// Something that the caller can mend: the status is 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  /// What to do next.
  let hint: String?

  init(_ description: String, hint: String? = nil) {
    self.description = description
    self.hint = hint
  }
}
