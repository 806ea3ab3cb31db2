// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A token of version 006 that must not be loaded: the edit of one that is, and its arguments.
struct UnsoundToken006: Sendable {
  let name: String
  let comment: String
  /// The name of the vector whose token is changed.
  let parent: String
  let edit: String
  let arguments: JSONObject

  init(
    _ name: String, _ comment: String, of parent: String = "loaded", _ edit: String,
    _ arguments: JSONObject = [:]
  ) {
    self.name = name
    self.comment = comment
    self.parent = parent
    self.edit = edit
    self.arguments = arguments
  }

  private static let clauses = [
    "sets-version": "init.other-version", "sets-number": "init.counts",
    "adds-privilege": "init.duplicates",
  ]

  static let all = versions + layers + numbers + texts

  /// The request to load what the edit has made.
  var request: Case006 {
    get throws {
      guard let loaded = ReopenCases006.loaded.first(where: { $0.name == parent }),
        let token = loaded.request.steps.first?["token"]
      else { throw VectorError("\(name): no token is loaded by '\(parent)'") }
      var draft = try Draft006(
        OpenCases006.opening(token: token, loaded.request, wishes: [:], now: .timeless))
      try Draft006.edit(named: edit).change(&draft, arguments)
      let unsound = draft.question.input["token"] ?? ""
      let clause = Self.clauses[edit] ?? "init.unsound"
      return Case006(name, comment, ["token.sound", clause], "loading") {
        ($0.op, $0.steps) = ("reopen", [.load(unsound)])
      }
    }
  }

  private static func cut(
    _ name: String, _ comment: String, _ layer: JSONValue, to end: Int
  ) -> UnsoundToken006 {
    UnsoundToken006(name, comment, "cuts", ["layer": layer, "to": .integer(end)])
  }

  private static func number(
    _ name: String, _ comment: String, of parent: String = "loaded", _ field: JSONValue,
    _ value: JSONValue
  ) -> UnsoundToken006 {
    UnsoundToken006(
      name, comment, of: parent, "sets-number", ["field": field, "value": value])
  }

  private static let versions = [
    UnsoundToken006("version-005", "a token of version 005", "sets-version", ["version": "005"]),
    UnsoundToken006("version-007", "a token of version 007", "sets-version", ["version": "007"]),
    UnsoundToken006(
      "version-06", "a version that counts as the number 6", "sets-version", ["version": "06 "]),
    UnsoundToken006(
      "app-id-no-digits", "an app id that is none", "sets-app-id",
      ["app_id": "970CA35de60c44645bbae8a215061b3-"]),
  ]

  private static let layers =
    [0, 2, 3, 20, 35, 100].map {
      cut("text-of-\($0)", "a text of \($0) characters", "text", to: $0)
    }
    + [1, 10, 34, 36, 40, 43, 44, 60].map {
      cut("content-of-\($0)", "a content of \($0) bytes", "content", to: $0)
    }
    + [0, 3, 6, 9, 12, 18].map {
      cut("message-of-\($0)", "a message of \($0) bytes, signed", "message", to: $0)
    } + [
      UnsoundToken006(
        "content-longer", "three bytes behind the message", "appends",
        ["layer": "content", "bytes": "\0\0\0"]),
      UnsoundToken006(
        "message-longer", "three bytes behind the last privilege", "appends",
        ["layer": "message", "bytes": "\0\0\0"]),
    ]

  private static let numbers = [
    number("privileges-1-of-2", "a count below the privileges", "privilege-count", 1),
    number("privileges-3-of-2", "a count beyond the privileges", "privilege-count", 3),
    number("privileges-65535", "a count with the highest bit", "privilege-count", 65535),
    number(
      "privileges-32768-of-0", "a count that is negative with a sign", of: "none",
      "privilege-count", 32768),
    number("message-of-40-of-22", "a message that says to be longer", "message-length", 40),
    number("message-of-65535", "a length with the highest bit", "message-length", 65535),
    number("signature-of-31", "a signature that says to be shorter", "signature-length", 31),
    UnsoundToken006("signature-none", "no signature", "sets-signature", ["signature": ""]),
    UnsoundToken006(
      "privilege-twice", "a privilege that stands twice", "adds-privilege",
      ["privilege": 2, "expire": 7]),
  ]

  private static let texts = [
    UnsoundToken006("base64-url", "base64 as for URLs", "base64-url"),
    UnsoundToken006("escaped", "plus and slash as in a URL", "escapes"),
    UnsoundToken006("broken-lines", "base64 in lines", "breaks-lines"),
    UnsoundToken006(
      "line-feed", "a line feed behind the token", "appends", ["layer": "text", "bytes": "\n"]),
    UnsoundToken006(
      "padding", "padding that is not needed", "appends", ["layer": "text", "bytes": "===="]),
    UnsoundToken006(
      "star", "a character that is no symbol", "replaces",
      ["layer": "text", "at": 60, "count": 1, "by": "*"]),
  ]
}
