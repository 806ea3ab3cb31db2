// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// The line, and the object inside it.
extension AdmissionVectors {
  private static func line(
    _ name: String, _ comment: String, _ change: (inout AdmissionDraft) -> Void
  ) -> Case {
    Case(name, comment, "nats.admitted", "line", AdmissionDraft().with(change))
  }

  static let lines: [Case] =
    [
      line("verb-lower", "the verb in lower case") { $0.line.verb = "connect" },
      line("verb-mixed", "the verb in both cases") { $0.line.verb = "CoNnEcT" },
      line("separator-tab", "a tab behind the verb") { $0.line.separator = "\t" },
      line("separator-long", "4000 blanks in front of the object, which do not count") {
        $0.line.separator = Text(String(repeating: " ", count: 4000))
      },
      line("blanks", "blanks before the closing brace") { $0.line.blanks = 9 },
      line("blanks-behind", "blanks between the object and the end of the line") {
        $0.line.end = "  \t \r\n"
      },
      line("member-order", "the members in another order") { $0.line.members.reverse() },
      line("members", "every member of the documentation but other credentials") {
        $0.line.members += [
          .init("tls_required", "false"), .init("name", "\"客户端\""), .init("echo", "true"),
          .init("headers", "true"), .init("no_responders", "true"),
        ]
      },
      line("members-empty", "other credentials are there and empty, as some clients send them") {
        $0.line.members += [
          .init("user", "\"\""), .init("pass", "\"\""), .init("jwt", "\"\""),
          .init("nkey", "\"\""), .init("sig", "\"\""),
        ]
      },
      line("protocol-0", "the older protocol") { $0.line.set("protocol", "0") },
      line("verbose", "the client wants every line to be answered") {
        $0.line.set("verbose", "true")
      },
      line("pieces-1", "every byte arrives alone") {
        $0.sizes = [Int](repeating: 1, count: $0.line.bytes.count)
      },
      line("pieces-end", "the line feed arrives alone") {
        $0.sizes = [$0.line.bytes.count - 1, 1]
      },
      line("pieces-verb", "the verb arrives in two pieces") { $0.sizes = [3] },
    ]
    + [(512, "as much as one read of nats-server holds"), (4096, "as long as it may be")].map {
      count, words in
      line("object-\(count)", "\(count) bytes: \(words)") { try? $0.line.pad(to: count) }
    } + [
      Case(
        "limit-small", "a server that takes 256 bytes", "nats.admitted", "line",
        AdmissionDraft().with {
          $0.server = limited(256)
          try? $0.line.pad(to: 256)
        }),
      Case(
        "limit-large", "a server that takes 8192 bytes, and a token of 5000", "nats.admitted",
        "line", AdmissionDraft(limited(8192, token: long), ConnectDraft(token: long))),
    ]

  private static let long = Text(String(repeating: "0123456789", count: 500))

  private static func limited(_ count: Int, token: Text = "mytoken") -> AdmissionDraft.Server {
    .init(
      configuration: Text(
        "authorization { token: \"\(token.display)\" }\nmax_control_line: \(count)\n"))
  }

  // MARK: - What is wrong with the line

  private static func free(
    _ name: String, _ comment: String, _ clause: String, _ edit: String, _ arguments: JSONObject,
    by check: Check, of parent: String = "plain",
    as flag: String = "lenient", or alsoAllowed: [String] = [Expectation.accept]
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, flag, of: parent, edit, arguments, by: check, or: alsoAllowed)
  }

  private static let verb = Check(.structure, .verb, "verb")
  private static let operation = Check(.structure, .operation, "verb")
  private static let blank = Check(.structure, .blank, "verb")
  private static let lineEnd = Check(.structure, .lineEnd, "line")
  private static let length = Check(.structure, .lineLength, "line")
  private static let late = Check(.structure, .lineMissing, "line")
  private static let second = Check(.structure, .second, "verb")
  private static let syntax = Check(.encoding, .jsonSyntax, "connect")
  private static let type = Check(.structure, .memberType, "connect")
  private static let name = Check(.structure, .memberUnknown, "connect")
  private static let twice = Check(.structure, .memberDuplicate, "connect")
  private static let text = Check(.structure, .text, "connect")
  private static let others = Check(.policy, .credentials, "connect")
  private static let protocolVersion = Check(.policy, .protocolVersion, "protocol")
  private static let headers = Check(.policy, .headers, "no_responders")

  private static let right = "CONNECT {\"auth_token\":\"mytoken\"}\r\n"

  static let wrongLines: [NATSNegative] =
    [
      NATSNegative(
        "ping-alone", "a PING and no CONNECT: no answer before the token", "nats.token.required",
        "missing", of: "plain", "sends-other", ["text": "PING\r\n"], by: verb),
      NATSNegative(
        "silent", "nothing is sent", "nats.connect.in-time", "resource", of: "plain",
        "sends-other", ["text": "", "wait": .float(lexeme: "2.5")], by: late),
      NATSNegative(
        "unfinished", "the line does not end in time", "nats.connect.in-time", "resource",
        of: "plain", "sends-other",
        ["text": .string(right.replacing("\r\n", with: "")), "wait": .float(lexeme: "2.5")],
        by: late),
      NATSNegative(
        "endless", "more bytes than a line has, and no end", "nats.connect.length", "resource",
        of: "plain", "sends-other",
        [
          "text": .string("CONNECT {" + String(repeating: " ", count: 5000)),
          "wait": .float(lexeme: "2.5"),
        ], by: length),
      free(
        "newline-first", "an empty line in front", "nats.connect.first", "sends-first",
        ["text": "\r\n"], by: verb),
      free(
        "ping-first", "a PING in front", "nats.connect.first", "sends-first", ["text": "PING\r\n"],
        by: verb),
      free(
        "bom-first", "a byte order mark in front", "nats.connect.first", "sends-first",
        ["text": "\u{FEFF}"], by: verb),
      free(
        "http", "a request of the web", "nats.connect.first", "sends-other",
        ["text": "GET / HTTP/1.1\r\nHost: a\r\n\r\n"], by: verb, or: []),
      free(
        "verb-other", "another verb", "nats.connect.first", "sets-verb", ["text": "CONNEXT"],
        by: operation),
      free(
        "verb-longer", "a letter more", "nats.connect.blank", "sets-verb", ["text": "CONNECTX"],
        by: blank, or: ["encoding/json.syntax"]),
      free(
        "separator-none", "no blank behind the verb", "nats.connect.blank", "sets-separator",
        ["text": ""], by: blank),
      free(
        "end-newline", "a line feed alone", "nats.connect.line", "sets-line-end", ["text": "\n"],
        by: lineEnd),
      free(
        "end-two-returns", "one CR more", "nats.connect.line", "sets-line-end",
        ["text": "\r\r\n"], by: lineEnd),
      free(
        "newline-inside", "a line feed between two members", "nats.connect.line", "sets-object",
        ["text": "{\"verbose\":false,\n\"auth_token\":\"mytoken\"}"], by: lineEnd,
        or: [Expectation.accept, "encoding/json.syntax"]),
      free(
        "object-none", "no object", "nats.connect.line", "sets-object", ["text": ""], by: lineEnd,
        or: ["encoding/json.syntax"]),
      free(
        "object-4097", "one byte too many", "nats.connect.length", "pads-object",
        ["bytes": .integer(4097)], by: length),
      free(
        "blanks-count", "blanks inside the object count", "nats.connect.length", "adds-blanks",
        ["blanks": .integer(4000)], by: length),
      free(
        "limit-small-over", "257 bytes for a server that takes 256", "nats.connect.length",
        "pads-object", ["bytes": .integer(257)], by: length, of: "limit-small"),
      free(
        "twice", "the same line twice", "nats.connect.one", "sends-later",
        ["text": .string(right)], by: second),
      free(
        "twice-wrong", "a second line with another token", "nats.connect.one", "sends-later",
        ["text": .string(right.replacing("mytoken", with: "yourtoken"))], by: second,
        or: ["policy/token.mismatch"]),
    ]

  // MARK: - What is wrong with the object

  private static func broken(
    _ name: String, _ comment: String, _ object: Text, or alsoAllowed: [String] = ["accept"]
  ) -> NATSNegative {
    free(
      name, comment, "nats.connect.json", "sets-object", ["text": .string(object)], by: syntax,
      as: "json", or: alsoAllowed)
  }

  private static let nested = Text(
    "{\"auth_token\":\"mytoken\",\"x\":" + String(repeating: "[", count: 600)
      + String(repeating: "]", count: 600) + "}")

  private static let brokenObjects: [NATSNegative] = [
    free(
      "json-cut", "the brace at the end is missing", "nats.connect.json", "cuts-object",
      ["bytes": .integer(1)], by: syntax, as: "json"),
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
      ["text": #"[{"auth_token":"mytoken"}]"#], by: type, as: "json"),
    free(
      "json-text", "a text", "nats.connect.json", "sets-object", ["text": "\"mytoken\""], by: type,
      as: "json"),
    free(
      "json-null", "null", "nats.connect.json", "sets-object", ["text": "null"], by: type,
      as: "json", or: ["policy/token.missing"]),
  ]

  private static func member(
    _ name: String, _ comment: String, _ clause: String, _ member: String, _ json: Text,
    by check: Check, or alsoAllowed: [String] = ["accept"]
  ) -> NATSNegative {
    free(
      name, comment, clause, "sets-member",
      ["name": .string(member), "json": .string(json)], by: check, as: "members",
      or: alsoAllowed)
  }

  private static let wrongMembers: [NATSNegative] = [
    free(
      "token-number", "the same digits as a number", "nats.connect.types", "sets-member",
      ["name": "auth_token", "json": "1234567890"], by: type, of: "token-digits", as: "members"),
    member("token-list", "a list", "nats.connect.types", "auth_token", #"["mytoken"]"#, by: type),
    member("token-true", "a truth value", "nats.connect.types", "auth_token", "true", by: type),
    member(
      "token-is-null", "null is no token", "nats.connect.types", "auth_token", "null", by: type,
      or: ["policy/token.missing"]),
    member(
      "protocol-null", "null for a number", "nats.connect.types", "protocol", "null", by: type),
    member(
      "protocol-float", "a number with a fraction", "nats.connect.types", "protocol", "1.0",
      by: type),
    member(
      "protocol-text", "a number in quotes", "nats.connect.types", "protocol", "\"1\"", by: type),
    member(
      "verbose-text", "a truth value in quotes", "nats.connect.types", "verbose", "\"true\"",
      by: type),
    member(
      "protocol-2", "a protocol that is not known", "nats.connect.protocol", "protocol", "2",
      by: protocolVersion),
    member(
      "protocol-negative", "a protocol below 0", "nats.connect.protocol", "protocol", "-1",
      by: protocolVersion),
    member(
      "headers-missing", "no_responders without headers", "nats.connect.headers", "no_responders",
      "true", by: headers),
    member(
      "user-beside", "a user beside the token", "nats.connect.alone", "user", "\"derek\"",
      by: others),
    member(
      "nkey-beside", "a key beside the token", "nats.connect.alone", "nkey", "\"UA\"", by: others),
    member("unknown", "a member that no page names", "nats.connect.names", "zzz", "1", by: name),
    member(
      "account", "a client asks for an account", "nats.connect.names", "account", "\"A\"",
      by: name, or: ["policy/account", Expectation.accept]),
    member(
      "name-surrogate", "half a pair in the name of the client", "nats.connect.text", "name",
      #""\ud800""#, by: text),
    member(
      "name-bytes", "bytes that are no UTF-8 in the name of the client", "nats.connect.text",
      "name", Text([0x22, 0xFF, 0x22]), by: text),
    free(
      "token-bytes", "a token that is no UTF-8", "nats.connect.text", "sets-member",
      ["name": "auth_token", "json": .string(Text(Array("\"caf".utf8) + [0xE9, 0x22]))], by: text,
      of: "token-utf8", as: "members", or: []),
    free(
      "name-capitals", "the name of the member in capitals", "nats.connect.names",
      "renames-member", ["name": "auth_token", "other": "AUTH_TOKEN"], by: name,
      as: "members", or: [Expectation.accept, "policy/token.missing"]),
    free(
      "name-kelvin", "a Kelvin sign for the k in the name", "nats.connect.names",
      "renames-member", ["name": "auth_token", "other": "auth_to\u{212A}en"], by: name,
      as: "members", or: [Expectation.accept, "policy/token.missing"]),
    free(
      "name-short", "the member is called token", "nats.connect.names", "renames-member",
      ["name": "auth_token", "other": "token"], by: name, as: "members",
      or: ["policy/token.missing"]),
    free(
      "double-last-right", "a wrong token and then the right one", "nats.connect.once",
      "sets-object", ["text": #"{"auth_token":"yourtoken","auth_token":"mytoken"}"#], by: twice,
      as: "members"),
    free(
      "double-last-wrong", "the right token and then a wrong one", "nats.connect.once",
      "doubles-member", ["name": "auth_token", "json": "\"yourtoken\""], by: twice,
      as: "members"),
  ]

  /// Two things are wrong: the first check in the order is the one that refuses.
  private static let order: [NATSNegative] = [
    free(
      "order-protocol", "a protocol and then headers", "nats.connect.protocol", "sets-object",
      ["text": #"{"auth_token":"mytoken","protocol":2,"no_responders":true}"#],
      by: protocolVersion, as: "order"),
    free(
      "order-headers", "headers and then a second line", "nats.connect.headers", "sends-other",
      [
        "text": .string(
          right.replacing("}", with: ",\"no_responders\":true}") + right)
      ], by: headers, as: "order"),
    free(
      "order-token", "a wrong token and then a protocol", "nats.token.compared", "sets-object",
      ["text": #"{"auth_token":"yourtoken","protocol":2}"#],
      by: Check(.policy, .tokenMismatch, "auth_token"), as: "order", or: []),
    free(
      "order-account", "an account and then a protocol", "nats.connect.names", "sets-object",
      ["text": #"{"auth_token":"mytoken","account":"A","protocol":2}"#], by: name, as: "order",
      or: [Expectation.accept, "policy/account"]),
  ]

  static let wrongObjects = brokenObjects + wrongMembers + order
}
