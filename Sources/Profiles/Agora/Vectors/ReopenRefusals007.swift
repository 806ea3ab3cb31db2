// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens that are not sound, each made of one that is loaded.
enum ReopenRefusals007 {
  typealias Row = ForgedTokens007.Row

  private static func row(
    _ name: String, _ comment: String, of parent: String = "rtc", _ edit: String,
    _ arguments: JSONObject = [:], by reason: String, _ field: String
  ) -> Row {
    Row(name, comment, of: parent, edit, arguments, by: reason, field, "unsound")
  }

  static let all = encodings + layouts

  private static let encodings = [
    row(
      "version-006", "The version of the predecessor", "sets-version", ["text": "006"],
      by: "version", "version"),
    row(
      "version-space", "A space in front of the token", "inserts-text", ["at": 0, "text": " "],
      by: "version", "version"),
    row("base64-url", "The alphabet for URLs", "base64-url", by: "base64", "base64"),
    row(
      "base64-newline", "A line break behind the token", "inserts-text",
      ["at": 187, "text": "\n"], by: "base64", "base64"),
    row(
      "base64-mark", "A mark in place of a symbol", "replaces-text", ["at": 60, "text": "!"],
      by: "base64", "base64"),
    row("cut-one", "The last character is gone", "cuts-text", ["count": 1], by: "base64", "base64"),
    row(
      "cut-four", "The last four characters are gone", "cuts-text", ["count": 4], by: "truncated",
      "zlib"),
    row("cut-half", "The second half is gone", "cuts-text", ["count": 92], by: "truncated", "zlib"),
    row(
      "version-only", "Nothing follows the version", "cuts-text", ["count": 184], by: "truncated",
      "zlib"),
    row("uncompressed", "The content is not compressed", "uncompressed", by: "zlib", "zlib"),
    row(
      "checksum", "The checksum of the stream does not hold", "flips-stream",
      ["at": -1, "bit": 0], by: "zlib.checksum", "zlib-checksum"),
    row(
      "certificate-31", "A certificate of 31 digits", "asks",
      ["app_certificate": "5CFd2fd1755d40ecb72977518be15d3"], by: "certificate", "certificate"),
  ]

  private static let layouts = [
    row(
      "no-service", "A token for nothing", "drops-services", by: "service.count", "service-count"),
    row(
      "unknown-behind", "A service of an unknown type behind a known one", of: "two-channels",
      "sets-number", ["field": "service-type", "nth": 1, "value": 99], by: "service.type",
      "service-type"),
    row(
      "unknown-first", "A service of an unknown type in front of a known one",
      of: "two-channels", "sets-number", ["field": "service-type", "value": 99],
      by: "service.type", "service-type"),
    row(
      "service-missing", "A service fewer than told", "sets-number",
      ["field": "service-count", "value": 2], by: "truncated", "service-type"),
    row(
      "ends-in-uid", "The token ends in the user", "ends-in", ["field": "uid", "count": 4],
      by: "truncated", "uid"),
    row(
      "ends-before-uid", "The token ends in front of the user", "ends-in",
      ["field": "uid-length", "count": 0], by: "truncated", "uid-length"),
    row(
      "ends-in-channel", "The token ends in the channel", "ends-in",
      ["field": "channel", "count": 5], by: "truncated", "channel"),
    row(
      "ends-in-role", "The token ends in the role", of: "role", "ends-in",
      ["field": "role", "count": 1], by: "truncated", "role"),
    row(
      "ends-in-salt", "The token ends in the salt", "ends-in", ["field": "salt", "count": 2],
      by: "truncated", "salt"),
    row(
      "trailing", "Five bytes follow the last service", "appends-to-info",
      ["bytes": .hex("6d6f726521")], by: "trailing", "services"),
    row(
      "privilege-twice", "A privilege stands twice, for the same time", of: "four-privileges",
      "sets-number", ["field": "privilege", "nth": 1, "value": 1], by: "privilege.duplicate",
      "privilege"),
    row(
      "app-id-31", "An app id of 31 digits", "sets-text",
      ["field": "app-id", "text": "970CA35de60c44645bbae8a215061b3"], by: "app-id", "app-id"),
  ]
}
