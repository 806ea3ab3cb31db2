// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// The object inside the line.
extension AdmissionVectors {
  private static func broken(
    _ name: String, _ comment: String, _ object: Text, or alsoAllowed: [String] = ["accept"]
  ) -> NATSNegative {
    free(
      name, comment, "nats.connect.json", "sets-object", ["text": .string(object)],
      by: .objectSyntax,
      as: "json", or: alsoAllowed)
  }

  private static let nested = Text(
    "{\"auth_token\":\"mytoken\",\"x\":" + String(repeating: "[", count: 600)
      + String(repeating: "]", count: 600) + "}")

  private static let brokenObjects: [NATSNegative] = [
    free(
      "json-cut", "the brace at the end is missing", "nats.connect.json", "cuts-object",
      ["bytes": .integer(1)], by: .objectSyntax, as: "json"),
    broken("json-comma", "a comma before the brace", #"{"auth_token":"mytoken",}"#),
    broken("json-quotes", "other quotes", "{'auth_token':'mytoken'}"),
    broken("json-name", "a name without quotes", #"{auth_token:"mytoken"}"#),
    broken("json-comment", "a comment", #"{"auth_token":"mytoken"/* */}"#),
    broken("json-two", "two objects", #"{"auth_token":"mytoken"}{}"#),
    broken("json-nul", "U+0000 behind it", "{\"auth_token\":\"mytoken\"}\u{0}"),
    broken("json-tab", "a tab inside a text", "{\"auth_token\":\"mytoken\",\"name\":\"a\tb\"}"),
    broken("json-escape", "an escape that is none", #"{"auth_token":"\x6dytoken"}"#),
    broken(
      "json-short-escape", "an escape of two digits", #"{"auth_token":"mytoken","name":"\u12"}"#),
    broken(
      "json-unescaped", "a token with quotes, without escapes", #"{"auth_token":"say "hi""}"#,
      or: []),
    broken(
      "json-deep", "600 values inside each other", nested,
      or: [Expectation.accept, "structure/member.unknown"]),
    free(
      "json-list", "a list around it", "nats.connect.json", "sets-object",
      ["text": #"[{"auth_token":"mytoken"}]"#], by: .memberType, as: "json"),
    free(
      "json-text", "a text", "nats.connect.json", "sets-object", ["text": "\"mytoken\""],
      by: .memberType, as: "json", or: []),
    free(
      "json-null", "null", "nats.connect.json", "sets-object", ["text": "null"], by: .memberType,
      as: "json", or: ["policy/token.missing"]),
  ]

  private static func member(
    _ name: String, _ comment: String, _ clause: String, _ member: String, _ json: Text,
    by check: NATSCheck, or alsoAllowed: [String] = ["accept"]
  ) -> NATSNegative {
    free(
      name, comment, clause, "sets-member",
      ["name": .string(member), "json": .string(json)], by: check, as: "members",
      or: alsoAllowed)
  }

  private static let wrongMembers: [NATSNegative] = [
    free(
      "token-number", "the same digits as a number", "nats.connect.types", "sets-member",
      ["name": "auth_token", "json": "1234567890"], by: .memberType, of: "token-digits",
      as: "members"),
    member(
      "token-list", "a list", "nats.connect.types", "auth_token", #"["mytoken"]"#, by: .memberType),
    member(
      "token-true", "a truth value", "nats.connect.types", "auth_token", "true", by: .memberType,
      or: []),
    member(
      "token-is-null", "null is no token", "nats.connect.types", "auth_token", "null",
      by: .memberType,
      or: ["policy/token.missing"]),
    member(
      "protocol-null", "null for a number", "nats.connect.types", "protocol", "null",
      by: .memberType),
    member(
      "protocol-float", "a number with a fraction", "nats.connect.types", "protocol", "1.0",
      by: .memberType),
    member(
      "protocol-text", "a number in quotes", "nats.connect.types", "protocol", "\"1\"",
      by: .memberType),
    member(
      "verbose-text", "a truth value in quotes", "nats.connect.types", "verbose", "\"true\"",
      by: .memberType),
    member(
      "protocol-2", "a protocol that is not known", "nats.connect.protocol", "protocol", "2",
      by: .protocolVersion),
    member(
      "protocol-negative", "a protocol below 0", "nats.connect.protocol", "protocol", "-1",
      by: .protocolVersion),
    member(
      "headers-missing", "no_responders without headers", "nats.connect.headers", "no_responders",
      "true", by: .headers),
    member(
      "user-beside", "a user beside the token", "nats.connect.alone", "user", "\"derek\"",
      by: .otherCredentials),
    member(
      "nkey-beside", "a key beside the token", "nats.connect.alone", "nkey", "\"UA\"",
      by: .otherCredentials),
    member(
      "unknown", "a member that no page names", "nats.connect.names", "zzz", "1", by: .memberUnknown
    ),
    member(
      "account", "a client asks for an account", "nats.connect.names", "account", "\"A\"",
      by: .memberUnknown, or: ["policy/account", Expectation.accept]),
    member(
      "name-surrogate", "half a pair in the name of the client", "nats.connect.text", "name",
      #""\ud800""#, by: .text),
    member(
      "name-bytes", "bytes that are no UTF-8 in the name of the client", "nats.connect.text",
      "name", Text([0x22, 0xFF, 0x22]), by: .text),
    free(
      "token-bytes", "a token that is no UTF-8", "nats.connect.text", "sets-member",
      ["name": "auth_token", "json": .string(Text(Array("\"caf".utf8) + [0xE9, 0x22]))], by: .text,
      of: "token-utf8", as: "members", or: []),
    free(
      "name-capitals", "the name of the member in capitals", "nats.connect.names",
      "renames-member", ["name": "auth_token", "other": "AUTH_TOKEN"], by: .memberUnknown,
      as: "members", or: [Expectation.accept, "policy/token.missing"]),
    free(
      "name-kelvin", "a Kelvin sign for the k in the name", "nats.connect.names",
      "renames-member", ["name": "auth_token", "other": "auth_to\u{212A}en"], by: .memberUnknown,
      as: "members", or: [Expectation.accept, "policy/token.missing"]),
    free(
      "name-short", "the member is called token", "nats.connect.names", "renames-member",
      ["name": "auth_token", "other": "token"], by: .memberUnknown, as: "members",
      or: ["policy/token.missing"]),
    free(
      "double-last-right", "a wrong token and then the right one", "nats.connect.once",
      "sets-object", ["text": #"{"auth_token":"yourtoken","auth_token":"mytoken"}"#],
      by: .memberDuplicate,
      as: "members"),
    free(
      "double-last-wrong", "the right token and then a wrong one", "nats.connect.once",
      "doubles-member", ["name": "auth_token", "json": "\"yourtoken\""], by: .memberDuplicate,
      as: "members"),
  ]

  /// Two things are wrong: the first check in the order is the one that refuses.
  private static let order: [NATSNegative] = [
    free(
      "order-protocol", "a protocol and then headers", "nats.connect.protocol", "sets-object",
      ["text": #"{"auth_token":"mytoken","protocol":2,"no_responders":true}"#],
      by: .protocolVersion, as: "order"),
    free(
      "order-headers", "headers and then a second line", "nats.connect.headers", "sends-other",
      [
        "text": .string(
          right.replacing("}", with: ",\"no_responders\":true}") + right)
      ], by: .headers, as: "order"),
    free(
      "order-token", "a wrong token and then a protocol", "nats.token.compared", "sets-object",
      ["text": #"{"auth_token":"yourtoken","protocol":2}"#],
      by: .tokenMismatch, as: "order", or: []),
    free(
      "order-account", "an account and then a protocol", "nats.connect.names", "sets-object",
      ["text": #"{"auth_token":"mytoken","account":"A","protocol":2}"#], by: .memberUnknown,
      as: "order",
      or: [Expectation.accept, "policy/account"]),
  ]

  static let wrongObjects = brokenObjects + wrongMembers + order
}
