// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// What an edit makes of a question that opens, and the check that then refuses it.
struct OpenNegative: Sendable {
  let name: String
  let comment: String
  /// The name of the vector that it is made of.
  let parent: String
  let edit: String
  let arguments: JSONObject
  let check: Check
  /// STAGE/REASON of other checks that are right, too.
  var alsoAllowed: [String] = []

  init(
    _ name: String, _ comment: String, of parent: String = "usual", _ edit: String,
    _ arguments: JSONObject = [:], by check: Check
  ) {
    self.name = name
    self.comment = comment
    self.parent = parent
    self.edit = edit
    self.arguments = arguments
    self.check = check
  }
}
