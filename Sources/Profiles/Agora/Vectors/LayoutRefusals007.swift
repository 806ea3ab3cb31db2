// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens whose signature holds, over content that is not laid out as it must be.
enum LayoutRefusals007 {
  typealias Row = ForgedTokens007.Row

  static let all = frame + truncations + gaps + lengths

  static func row(
    _ name: String, _ comment: String, of parent: String = "rtc", _ edit: String,
    _ arguments: JSONObject = [:], by reason: String, _ field: String, _ flag: String = "layout"
  ) -> Row {
    Row(name, comment, of: parent, edit, arguments, by: reason, field, flag)
  }

  // MARK: - Signature and app id

  private static func signature(_ name: String, _ comment: String, _ bytes: String) -> Row {
    row(
      "signature-\(name)", comment, "sets-signature", ["bytes": .hex(bytes)],
      by: "signature.length", "signature-length")
  }

  private static func appID(_ name: String, _ comment: String, _ text: JSONValue) -> Row {
    row(
      "app-id-\(name)", comment, "sets-text", ["field": "app-id", "text": text], by: "app-id",
      "app-id")
  }

  private static let frame = [
    row(
      "content-empty", "The content is empty", "cuts-content", ["count": 0], by: "truncated",
      "signature-length"),
    row(
      "content-one-byte", "The content ends in its first number", "cuts-content", ["count": 1],
      by: "truncated", "signature-length"),
    row(
      "content-in-signature", "The content ends in the signature", "cuts-content",
      ["count": 20], by: "truncated", "signature"),
    row(
      "content-signature", "Nothing follows the signature", "cuts-content", ["count": 34],
      by: "truncated", "app-id-length"),
    row(
      "signature-past-end", "The length of the signature is beyond the content",
      "sets-signature-length", ["value": 65535], by: "truncated", "signature"),
    row(
      "signature-31", "The length of the signature is one less", "sets-signature-length",
      ["value": 31], by: "signature.length", "signature-length"),
    row(
      "signature-33", "The length of the signature is one more", "sets-signature-length",
      ["value": 33], by: "signature.length", "signature-length"),
    signature("empty", "An empty signature", ""),
    signature(
      "sha1", "A signature of 20 bytes", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    signature(
      "hex", "A signature of 64 digits", String(repeating: "3132333461626364", count: 8)),
    appID("31", "An app id of 31 digits", "970CA35de60c44645bbae8a215061b3"),
    appID("33", "An app id of 33 digits", "970CA35de60c44645bbae8a215061b330"),
    appID("letter", "An app id with a letter beyond f", "g70CA35de60c44645bbae8a215061b33"),
    appID("empty", "An empty app id", ""),
    appID("spaces", "30 digits and two spaces", "970CA35de6 0c44645bba e8a215061b"),
  ]

  // MARK: - Fields that are cut off

  private static let truncations =
    ends(
      "rtc", "app-id-length", "app-id", "issue-ts", "expire", "salt", "service-count",
      "service-type", "privilege-count", "privilege", "privilege-expire", "channel-length",
      "channel", "uid-length", "uid")
    + ends("streaming", "account-length", "account") + ends("rtm", "user-id-length", "user-id")
    + ends(
      "apaas", "room-uuid-length", "room-uuid", "user-uuid-length", "user-uuid", "role")
    + ends(
      "rtm2-one", "resource-count", "resource-type", "permission-count", "permission",
      "name-count", "name-length", "name")
    + [
      row(
        "ends-before-service", "The token ends in front of its service", "ends-in",
        ["field": "service-type", "count": 0], by: "truncated", "service-type", "truncated"),
      row(
        "ends-before-uid", "The token ends in front of the user", "ends-in",
        ["field": "uid", "count": 0], by: "truncated", "uid", "truncated"),
    ]

  private static func ends(_ parent: String, _ fields: String...) -> [Row] {
    fields.map { field in
      row(
        "ends-in-\(field)", "The token ends behind the first byte of its \(field)", of: parent,
        "ends-in", ["field": .string(field), "count": 1], by: "truncated", field, "truncated")
    }
  }

  private static func missing(_ field: String, by reason: String, _ place: String) -> Row {
    row(
      "without-\(field)", "The \(field) is missing", "drops-field", ["field": .string(field)],
      by: reason, place)
  }

  private static let gaps = [
    missing("app-id-length", by: "truncated", "app-id"),
    missing("issue-ts", by: "truncated", "privilege"),
    missing("service-count", by: "truncated", "channel"),
    missing("privilege-count", by: "truncated", "channel"),
    missing("channel-length", by: "truncated", "channel"),
    missing("uid-length", by: "truncated", "uid"),
  ]

  // MARK: - Lengths

  private static func length(
    _ name: String, _ comment: String, of parent: String = "rtc", _ field: String, _ value: Int,
    in truncated: String
  ) -> Row {
    row(
      "length-\(name)", comment, of: parent, "sets-number",
      ["field": .string(field), "value": .integer(value)], by: "truncated", truncated, "length")
  }

  private static let lengths = [
    length("uid-one-more", "The user is said to be a byte longer", "uid-length", 11, in: "uid"),
    length(
      "channel-max", "The channel is said to be longer than all", "channel-length", 65535,
      in: "channel"),
    length(
      "channel-one-less", "The channel is said to be a byte shorter", "channel-length", 31,
      in: "uid"),
    length("channel-zero", "The channel is said to be empty", "channel-length", 0, in: "uid"),
    length(
      "app-id-max", "The app id is said to be longer than all", "app-id-length", 65535, in: "app-id"
    ),
    length(
      "rtm-sign-bit", "A length that is negative where 16 bits have a sign", of: "rtm",
      "user-id-length", 32768, in: "user-id"),
    row(
      "length-app-id-31", "The app id is said to be a digit shorter", "sets-number",
      ["field": "app-id-length", "value": 31], by: "app-id", "app-id", "length"),
    row(
      "length-uid-big-endian", "The length of the user is big-endian", "swaps-bytes",
      ["field": "uid-length"], by: "truncated", "uid", "byte-order"),
    row(
      "length-app-id-big-endian", "The length of the app id is big-endian", "swaps-bytes",
      ["field": "app-id-length"], by: "truncated", "app-id", "byte-order"),
    row(
      "length-channel-big-endian", "The length of the channel is big-endian", "swaps-bytes",
      ["field": "channel-length"], by: "truncated", "channel", "byte-order"),
    row(
      "length-uid-one-less", "The user is said to be a byte shorter", "sets-number",
      ["field": "uid-length", "value": 9], by: "trailing", "services", "length"),
  ]
}
