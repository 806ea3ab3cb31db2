// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Addresses and lines that are read on their own.
extension CarryVectors {
  // MARK: - Addresses

  private static let readable: [Case] = [
    Case(
      "url-token", "a token", "nats.url.token", "address", CarryDraft(user: "mytoken")),
    Case(
      "url-none", "no credentials", "nats.url.token", "address", CarryDraft()),
    Case(
      "url-bare", "a host alone", "nats.url.token", "address",
      CarryDraft(scheme: "", user: "mytoken", host: "demo.nats.io", port: "")),
    Case(
      "url-user", "a user and a password with escapes", "nats.url.user", "users",
      CarryDraft(user: "u%3A1:p%40")),
    Case(
      "url-tls", "TLS, in capitals", "nats.url.scheme", "address",
      CarryDraft(scheme: "TLS://", user: "mytoken", host: "nats-1.example.com", port: ":443")),
    Case(
      "url-wss", "a web socket", "nats.url.scheme", "address",
      CarryDraft(scheme: "wss://", user: "mytoken", host: "example.com", port: ":65535", rest: "/")
    ),
    Case(
      "url-ipv6", "brackets around the colons of IPv6", "nats.url.characters", "address",
      CarryDraft(user: "mytoken", host: "[fe80::1]", port: ":1")),
    Case(
      "url-escapes", "each escape once", "nats.url.escapes", "escapes",
      CarryDraft(user: "%2540%C3%A9%F0%9F%94%91+%2b")),
  ]

  private static func unreadable(
    _ name: String, _ comment: String, _ clause: String, of parent: String = "url-token",
    _ edit: String, _ text: Text, by check: NATSCheck
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, "malformed", of: parent, edit, ["text": .string(text)], by: check)
  }

  private static let unreadableAddresses: [NATSNegative] = [
    unreadable(
      "url-scheme", "a scheme of the web", "nats.url.scheme", "sets-scheme", "http://", by: .scheme),
    unreadable(
      "url-scheme-empty", "no letter in front of the colon", "nats.url.scheme", "sets-scheme",
      "://", by: .scheme),
    unreadable(
      "url-raw-at", "a second @ would change the host", "nats.url.characters", "sets-user-part",
      "a@b@", by: .character),
    unreadable(
      "url-raw-blank", "a blank", "nats.url.characters", "sets-user-part", "a b@", by: .character),
    unreadable(
      "url-raw-utf8", "a letter beyond ASCII", "nats.url.characters", "sets-user-part", "café@",
      by: .character),
    unreadable(
      "url-user-empty", "nothing in front of the @", "nats.url.characters", "sets-user-part", "@",
      by: .user),
    unreadable(
      "url-escape-digits", "letters that are no digits", "nats.url.escapes", "sets-user-part",
      "a%zz@", by: .escape),
    unreadable(
      "url-escape-end", "an escape that reaches beyond the @", "nats.url.escapes",
      "sets-user-part", "a%4@", by: .escape),
    unreadable(
      "url-escape-bytes", "bytes that are no UTF-8", "nats.url.escapes", "sets-user-part",
      "caf%E9@", by: .escape),
    unreadable(
      "url-nul", "U+0000 in a token", "nats.token.text", "sets-user-part", "a%00@",
      by: .tokenText),
    unreadable(
      "url-host-empty", "no host", "nats.url.characters", "sets-host", "", by: .host),
    unreadable(
      "url-host-marks", "marks that no name has", "nats.url.characters", "sets-host", "a$b",
      by: .host),
    unreadable(
      "url-host-open", "a bracket that is not closed", "nats.url.characters", of: "url-ipv6",
      "sets-host", "[fe80::1", by: .host),
    unreadable(
      "url-port-zero", "port 0", "nats.url.characters", "sets-port", ":0", by: .port),
    unreadable(
      "url-port-wraps", "65536 and 4222", "nats.url.characters", "sets-port", ":69758", by: .port),
    unreadable(
      "url-port-empty", "a colon and no number", "nats.url.characters", "sets-port", ":", by: .port),
    unreadable(
      "url-port-sign", "a plus in front of the number", "nats.url.characters", "sets-port",
      ":+4222", by: .port),
    unreadable(
      "url-host-zone", "the zone of an address of IPv6", "nats.url.characters", of: "url-ipv6",
      "sets-host", "[fe80::1%25eth0]", by: .host),
    unreadable(
      "url-port-behind-bracket", "no colon behind the bracket", "nats.url.characters",
      of: "url-ipv6", "sets-port", "4222", by: .port),
    unreadable(
      "url-path", "a path", "nats.url.characters", "sets-path", "/a", by: .path),
    unreadable(
      "url-query", "a query", "nats.url.characters", "sets-path", "?a", by: .path),
  ]

  func addressFiles() throws -> [VectorFile] {
    let book = NATSCaseBook(
      maker: VectorMaker(self, op: VectorQuestion.open), edits: CarryEdits.table,
      cases: Self.readable, comparison: nil
    ) { $0.read }
    return [
      file(
        VectorQuestion.open, "address", "Addresses, read without going there.",
        try book.groups(Self.readable, Self.unreadableAddresses))
    ]
  }

  // MARK: - Lines

  private typealias Line = NATSCase<ConnectDraft>

  private static let lines: [Line] = [
    Line(
      "line", "a usual client's line", "nats.line.token", "line", ConnectDraft(token: "mytoken")),
    Line(
      "line-escapes", "escapes of JSON", "nats.line.json", "line",
      ConnectDraft([.init("auth_token", #""\"\\\/\b\f\n\r\t\u00e9\ud83d\udd11""#)])),
    Line(
      "line-user", "a user and a password", "nats.line.user", "line",
      ConnectDraft([.init("user", "\"derek\""), .init("pass", "\"s3cr3t\"")])),
    Line(
      "line-none", "no credentials", "nats.line.user", "line", ConnectDraft([])),
    Line(
      "line-nulls", "null is as good as nothing", "nats.line.user", "line",
      ConnectDraft([.init("auth_token", "null"), .init("user", "null")])),
    Line(
      "line-names", "names in any case", "nats.line.token", "line",
      ConnectDraft([.init("AUTH_Token", "\"mytoken\"")])),
    Line(
      "line-last", "the last of two counts", "nats.line.token", "line",
      ConnectDraft([.init("auth_token", "\"other\""), .init("auth_token", "\"mytoken\"")])),
    Line(
      "line-verb-case", "the verb in lower case, tabs, no end", "nats.line.json", "line",
      {
        var draft = ConnectDraft(token: "mytoken")
        (draft.verb, draft.separator, draft.end) = ("connect", " \t ", "")
        return draft
      }()),
    Line(
      "line-longest", "an object of 4096 bytes", "nats.line.length", "length",
      ConnectDraft([.init("auth_token", Text(String(repeating: "t", count: 4079)).json)])),
  ]

  private static func unreadable(
    _ name: String, _ comment: String, _ clause: String, _ edit: String, _ arguments: JSONObject,
    by check: NATSCheck
  ) -> NATSNegative {
    NATSNegative(name, comment, clause, "malformed", of: "line", edit, arguments, by: check)
  }

  private static let unreadableLines: [NATSNegative] =
    [
      unreadable(
        "line-verb", "another verb of seven letters", "nats.line.json", "sets-verb",
        ["text": "CONNEKT"], by: .verb),
      unreadable(
        "line-cut", "the brace at the end is missing", "nats.line.json", "cuts-object",
        ["bytes": .integer(1)], by: .argumentSyntax),
      unreadable(
        "line-cut-text", "a text without its quote", "nats.line.json", "sets-object",
        ["text": #"{"auth_token":"mytoken}"#], by: .argumentSyntax),
      unreadable(
        "line-injected", "a token that was written without escapes", "nats.line.json",
        "sets-object", ["text": #"{"auth_token":"say "hi""}"#], by: .argumentSyntax),
      unreadable(
        "line-list", "a list", "nats.line.json", "sets-object",
        ["text": #"["mytoken"]"#], by: .argumentSyntax),
      unreadable(
        "line-control", "a tab inside a token, without an escape", "nats.line.json",
        "sets-object", ["text": "{\"auth_token\":\"a\tb\"}"], by: .argumentSyntax),
      unreadable(
        "line-comma", "a comma before the brace", "nats.line.json", "sets-object",
        ["text": #"{"auth_token":"mytoken",}"#], by: .argumentSyntax),
      unreadable(
        "line-no-object", "the verb alone", "nats.line.json", "sets-object", ["text": ""],
        by: .argumentSyntax),
      unreadable(
        "line-two", "a second line behind the first", "nats.line.json", "sets-line-end",
        ["text": "\r\nPING\r\n"], by: .lineTrailing),
      unreadable(
        "line-split", "a line feed inside a token", "nats.line.json", "sets-object",
        ["text": "{\"auth_token\":\"a\nb\"}"], by: .lineTrailing),
      unreadable(
        "line-long", "one byte more than a server takes", "nats.line.length", "pads-object",
        ["bytes": .integer(4097)], by: .argumentLength),
    ]
    + [
      ("token", "auth_token", "12345", "a number"), ("token-list", "auth_token", "[]", "a list"),
      ("user", "user", "{}", "an object"), ("pass", "pass", "true", "a truth value"),
    ].map { name, member, json, words in
      unreadable(
        "line-type-\(name)", "\(member) is \(words)",
        member == "auth_token" ? "nats.line.token" : "nats.line.user", "sets-member",
        ["name": .string(member), "json": .string(json)],
        by: NATSCheck(.claims, .memberType, member))
    }

  func lineFiles() throws -> [VectorFile] {
    let book = NATSCaseBook(
      maker: VectorMaker(self, op: VectorQuestion.open), edits: Self.lineEdits, cases: Self.lines,
      comparison: nil
    ) { VectorQuestion(op: VectorQuestion.open, input: ["line": .string(Text($0.bytes))]) }
    return [
      file(
        VectorQuestion.open, "line", "CONNECT lines, as a server reads them.",
        try book.groups(Self.lines, Self.unreadableLines))
    ]
  }

  // MARK: - Notes

  static let notes: [VectorNote] = [
    VectorNote("address", .basic, "a client that fails here does not read addresses"),
    VectorNote(
      "marks", .encoding, "the client resolves or escapes marks that stand for themselves"),
    VectorNote("escapes", .encoding, "the client does not resolve escapes, or does so twice"),
    VectorNote(
      "injection", .authenticationBypass,
      "the client writes the line without escapes: a token becomes members or lines of its own"),
    VectorNote("users", .basic, "the client takes a user for a token, or loses the password"),
    VectorNote("raw", .edgeCase, "a character that has to be escaped; it is refused, or sent"),
    VectorNote("malformed", .edgeCase, "the client goes on where something is wrong"),
    VectorNote("list", .edgeCase, "the client sends one server the token of another, or a piece"),
    VectorNote("option", .basic, "a client that fails here does not take a token"),
    VectorNote("exact", .modifiedParameter, "the client changes the token, or drops it"),
    VectorNote("values", .edgeCase, "the client cuts a value, or sends one of another type"),
    VectorNote("length", .resource, "the client sends a line that ends the connection"),
    VectorNote(
      "precedence", .knownBug, "the client sends other credentials than the place that counts has"),
    VectorNote("line", .basic, "a reader that fails here does not know the line"),
  ]
}
