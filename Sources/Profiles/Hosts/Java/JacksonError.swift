// SPDX-License-Identifier: MIT

/// Why Jackson does not read a text: its message, up to the place that it names.
struct JacksonError: Error, Hashable, Sendable {
  let message: String
  /// Whether Jackson goes on with the place.
  let hasPlace: Bool

  /// A message behind which Jackson names the place.
  init(at message: String) {
    self.message = message + "\n at "
    hasPlace = true
  }

  /// A message that names a place inside, which it ends with here.
  init(upTo message: String) {
    self.message = message
    hasPlace = true
  }

  /// A message without any place.
  init(_ message: String) {
    self.message = message
    hasPlace = false
  }
}
