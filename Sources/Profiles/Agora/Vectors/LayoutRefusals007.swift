// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens whose signature holds, over content that is not laid out as it must be.
enum LayoutRefusals007 {
  typealias Row = ForgedTokens007.Row

  static let all = frame + truncations + gaps + lengths + counts + types + duplicates + trailing

  private static func row(
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

  // MARK: - Counts

  private static func count(
    _ name: String, _ comment: String, of parent: String = "rtc", _ field: String, _ value: Int,
    by reason: String = "truncated", _ place: String
  ) -> Row {
    row(
      "count-\(name)", comment, of: parent, "sets-number",
      ["field": .string(field), "value": .integer(value)], by: reason, place, "length")
  }

  private static let counts = [
    count("services-two", "A service fewer than told", "service-count", 2, "service-type"),
    count("services-max", "65535 services are told", "service-count", 65535, "service-type"),
    count(
      "services-zero", "No service is told, though one stands there", "service-count", 0,
      by: "service.count", "service-count"),
    row(
      "no-service", "No service is told, and none stands there", of: "nothing-asked",
      "drops-services", by: "service.count", "service-count"),
    count(
      "services-one", "Of two services one is told", of: "second-channel", "service-count", 1,
      by: "trailing", "services"),
    count(
      "privileges-two", "A privilege fewer than told", "privilege-count", 2, "channel"),
    count(
      "privileges-zero", "No privilege is told, though one stands there", "privilege-count", 0,
      by: "trailing", "services"),
    count(
      "privileges-nine", "Privileges to the end of the token and beyond", "privilege-count", 9,
      "privilege-expire"),
    count(
      "resources-two", "A type of resources fewer than told", of: "rtm2-one", "resource-count",
      2, "resource-type"),
    count(
      "resources-zero", "No type of resources is told", of: "rtm2-one", "resource-count", 0,
      by: "trailing", "services"),
    count(
      "permissions-two", "A permission fewer than told", of: "rtm2-one", "permission-count", 2,
      "permission"),
    count(
      "names-two", "A name fewer than told", of: "rtm2-one", "name-count", 2, "name-length"),
    count(
      "name-max", "A name is said to be longer than all", of: "rtm2-one", "name-length", 65535,
      "name"),
  ]

  // MARK: - Types

  private static func type(_ name: String, _ comment: String, _ value: Int) -> Row {
    row(
      "type-\(name)", comment, "sets-number",
      ["field": "service-type", "value": .integer(value)], by: "service.type", "service-type")
  }

  private static let types = [
    type("zero", "A service of the type 0", 0), type("nine", "The type behind the last", 9),
    type("99", "A type that does not exist", 99), type("max", "The greatest type", 65535),
    row(
      "type-big-endian", "The type of the service is big-endian", "swaps-bytes",
      ["field": "service-type"], by: "service.type", "service-type", "byte-order"),
    row(
      "type-unknown-second", "The second of two services is of no known type",
      of: "second-channel", "sets-number", ["field": "service-type", "nth": 1, "value": 10],
      by: "service.type", "service-type"),
    row(
      "type-unknown-bare", "A service of an unknown type without fields", of: "fpa",
      "sets-number", ["field": "service-type", "value": 11], by: "service.type", "service-type"),
    row(
      "type-rtm-for-rtc", "A channel under the type of messages", "sets-number",
      ["field": "service-type", "value": 2], by: "trailing", "services"),
    row(
      "type-rtc-for-rtm", "Messages under the type of a channel", of: "rtm", "sets-number",
      ["field": "service-type", "value": 1], by: "truncated", "uid-length"),
  ]

  // MARK: - What stands twice

  private static let duplicates = [
    row(
      "privilege-twice", "A privilege stands twice, for the same time", of: "privilege-four",
      "sets-number", ["field": "privilege", "nth": 1, "value": 1], by: "privilege.duplicate",
      "privilege", "repeated"),
    row(
      "privilege-twice-apart", "Two others stand between a privilege and itself",
      of: "privilege-four", "sets-number", ["field": "privilege", "nth": 3, "value": 1],
      by: "privilege.duplicate", "privilege", "repeated"),
    row(
      "privilege-twice-longer", "A privilege stands again, for longer", of: "privilege-other-over",
      "sets-number", ["field": "privilege", "nth": 0, "value": 2], by: "privilege.duplicate",
      "privilege", "repeated"),
    row(
      "permission-twice", "A permission stands twice", of: "rtm2", "sets-number",
      ["field": "permission", "nth": 1, "value": 1], by: "permission.duplicate", "permission",
      "repeated"),
    row(
      "resource-twice", "A type of resources stands twice", of: "rtm2", "sets-number",
      ["field": "resource-type", "nth": 1, "value": 0], by: "permission.duplicate",
      "resource-type", "repeated"),
  ]

  // MARK: - What follows

  private static func trailing(
    _ name: String, _ comment: String, of parent: String = "rtc", _ bytes: String
  ) -> Row {
    row(
      "trailing-\(name)", comment, of: parent, "appends-to-info", ["bytes": .hex(bytes)],
      by: "trailing", "services", "trailing")
  }

  private static let trailing = [
    trailing("zero", "A zero byte follows the last service", "00"),
    trailing("five", "Five bytes follow the last service", "6d6f726521"),
    trailing("service", "A service follows that the number does not tell", "04000000"),
    trailing("fpa", "A byte follows a service without fields", of: "fpa", "01"),
  ]
}
