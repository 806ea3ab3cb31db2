// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A token that is refused: a good one with an edit, and the check at which it fails.
struct NacosForgery {
  let name: String
  let comment: String
  let parent: String
  let edit: String
  let arguments: JSONObject
  let check: Check
  /// Reasons that are as good.
  let alsoAllowed: [String]

  init(
    _ name: String, _ comment: String, of parent: String = "hs256", _ edit: String,
    _ arguments: JSONObject = [:], by check: Check, or alsoAllowed: [String] = []
  ) {
    (self.name, self.comment, self.parent) = (name, comment, parent)
    self.edit = "nacos.edit.\(edit)"
    (self.arguments, self.check) = (arguments, check)
    self.alsoAllowed = check.alike + alsoAllowed
  }

  /// What it weighs where nobody says what to do with it: recorded servers differ most in payloads.
  var levelWhereFree: ClauseLevel {
    ["payload", "sub", "exp"].contains(check.field) ? .may : .should
  }
}
