// SPDX-License-Identifier: MIT

internal import Bytes

/// The rules about the names of users and rooms.
enum Identifier {
  static let maximumLength = 64

  /// The rules for who asks for a token; nobody says that a server enforces the length.
  static func check(_ value: String, field: String) throws(Refusal) {
    try checkPresence(value, field: field, stage: .policy, checks: .all)
    guard value.utf8.count <= maximumLength || value.utf16.count <= maximumLength else {
      throw Refusal(
        .policy, .memberRange, field: field,
        "the text has \(value.utf16.count) UTF-16 units, \(maximumLength) are allowed")
    }
  }

  static func checkPresence(
    _ value: String, field: String, stage: Stage, checks: Checks
  ) throws(Refusal) {
    guard value.isEmpty else { return }
    try checks.refuse(Refusal(stage, .memberRange, field: field, "the text is empty"))
  }
}
