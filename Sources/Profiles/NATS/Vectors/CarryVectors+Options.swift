// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Credentials as options.
extension CarryVectors {
  static let options: [Case] =
    [
      Case(
        "token", "a token as the option", "nats.line.token", "option",
        CarryDraft(options: ["token": "mytoken"]), source: .natsTokenPage),
      Case(
        "token-bare-host", "an address without scheme and port", "nats.line.token", "option",
        CarryDraft(scheme: "", port: "", options: ["token": "mytoken"]), source: .natsTokenPage),
      Case(
        "none", "no credentials at all: none are sent", "nats.line.user", "option", CarryDraft()),
      Case(
        "user", "a user and a password", "nats.line.user", "users",
        CarryDraft(options: ["user": "derek", "pass": "s3cr3t"])),
      Case(
        "user-quote", "quotes in user and password", "nats.line.json", "injection",
        CarryDraft(options: ["user": "u\"", "pass": "p\",\"auth_token\":\"x"]),
        source: .reported("nats-io/nats.java#1133")),
      Case(
        "handler", "a function gives the token", "nats.handler", "option",
        CarryDraft(options: ["token_handler_returns": "mytoken"])),
      Case(
        "handler-quote", "a function gives a token with quotes", "nats.line.json", "injection",
        CarryDraft(options: ["token_handler_returns": "say \"hi\""])),
    ] + exact + escaped

  /// Texts that arrive as they are.
  private static let exact: [Case] = [
    ("case", "My Token", "letters and a blank"),
    ("padded", " padded ", "blanks around it count"), ("blank", " ", "one blank is a token"),
    ("zero", "0", "PHP takes it for empty"), ("false", "false", "a word is text"),
    ("digits", "0012345678901234567890", "digits are text"),
    ("percent", "100%25", "an option has no escapes"),
    ("plus", "a+b", "a plus is a plus"), ("at", "user@host", "an @ is no mark here"),
    ("colon", "user:pass", "a colon is no mark here"), ("slash", "a/b", "a slash"),
    ("html", "<a&b>", "marks that some writers escape"), ("utf8", "café", "a letter of two bytes"),
    ("nfd", "cafe\u{301}", "a letter and its accent stay apart"),
    ("emoji", "k🔑y", "four bytes of UTF-8, two units of UTF-16"),
    ("separator", "a\u{2028}b", "a line separator of Unicode"),
    ("bom", "\u{FEFF}a", "a byte order mark belongs to the token"),
    (
      "hash", "$2a$04$N9qo8uLOickgx2ZMRZoMyeWR9q66gVnJpRiWIAEnzuG1CDc7xz4kG",
      "what looks like a bcrypt hash is sent as it is"
    ),
    ("json", "{\"a\":1}", "what looks like JSON is text"),
  ].map { name, token, words in
    Case(
      "token-\(name)", words, "nats.line.token", "exact",
      CarryDraft(options: ["token": .string(token)]))
  }

  /// Texts that have to be escaped in the line.
  private static let escaped: [Case] =
    [
      ("quote", "say \"hi\"", "quotes"), ("backslash", "a\\b", "a backslash before a letter"),
      ("backslash-end", "a\\", "a backslash at the end would escape the quote"),
      ("unicode-escape", "\\u0041", "what looks like an escape is text"),
      ("newline", "a\nb", "a line feed"), ("tab", "a\tb", "a tab"),
      ("control", "a\u{1}\u{1F}b", "controls"), ("delete", "a\u{7F}b", "U+007F needs none"),
      ("member", "x\",\"user\":\"admin", "would add a member"),
      ("twice", "x\",\"auth_token\":\"mytoken", "would write the token once more"),
      ("object", "x\"}\r\nSUB > 1\r\nCONNECT {\"auth_token\":\"x", "would end the object"),
      ("lines", "a\r\nPUB a 1\r\nb", "would add lines"),
    ].map { name, token, words in
      Case(
        "token-\(name)", words, "nats.line.json", "injection",
        CarryDraft(options: ["token": .string(token)]))
    } + [
      Case(
        "token-long", "3840 bytes of JSON: the longest that every client has room for",
        "nats.line.token", "option",
        CarryDraft(options: ["token": .string(String(repeating: "t", count: 3838))]))
    ]

  // MARK: - What is wrong

  private static func negative(
    _ name: String, _ comment: String, _ clause: String, _ flag: String,
    of parent: String = "token", _ options: JSONObject, by check: NATSCheck,
    or alsoAllowed: [String] = [Expectation.accept],
    source: VectorGroup.Source = .generated
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, flag, of: parent, "sets-options", options, by: check,
      or: alsoAllowed, source: source)
  }

  static let wrongOptions: [NATSNegative] = [
    negative(
      "token-empty", "a token without characters", "nats.token.given", "values", ["token": ""],
      by: .tokenEmpty),
    negative(
      "token-nul", "U+0000: the rest of the token may not get lost", "nats.token.text", "values",
      ["token": "a\u{0}b"], by: .tokenText),
    negative(
      "token-latin1", "a byte that is no UTF-8", "nats.token.text", "values",
      ["token": .string(Text([0x61, 0xE9]))], by: .tokenText),
    negative(
      "token-surrogate", "half a pair", "nats.token.text", "values",
      ["token": .string(Text([0x61, 0xED, 0xA0, 0xBD]))], by: .tokenText),
    negative(
      "token-number", "a number, which no server takes", "nats.token.text", "values",
      ["token": .integer(12345)], by: .optionType),
    negative(
      "token-true", "a truth value", "nats.token.text", "values", ["token": .bool(true)],
      by: .optionType),
    negative(
      "token-list", "a list", "nats.token.text", "values", ["token": .array(["mytoken"])],
      by: .optionType),
    negative(
      "token-too-long", "a line that no server reads is not sent", "nats.line.length", "length",
      ["token": .string(String(repeating: "t", count: 5000))],
      by: .lineTooLong, or: []),
    negative(
      "user-number", "a number for a user", "nats.token.text", "values", of: "user",
      ["user": .integer(12345)], by: NATSCheck(.claims, .memberType, "user")),
    negative(
      "handler-empty", "a function gives a text without characters", "nats.token.given", "values",
      of: "handler", ["token_handler_returns": ""], by: .tokenEmpty),
    negative(
      "handler-number", "a function gives a number", "nats.token.text", "values", of: "handler",
      ["token_handler_returns": .integer(12345)],
      by: NATSCheck(.claims, .memberType, "handler")),
    negative(
      "user-nul", "U+0000 in the user", "nats.token.text", "values", of: "user",
      ["user": "a\u{0}b"], by: NATSCheck(.policy, .tokenText, "user")),
  ]

  static let twoPlaces: [NATSNegative] = [
    negative(
      "both-same", "the same token in address and option", "nats.one-place", "precedence",
      of: "url-token", ["token": "mytoken"], by: .credentials),
    negative(
      "both-other", "another token in the option: the address counts", "nats.url.first",
      "precedence", of: "url-token", ["token": "optoken"], by: .credentials),
    negative(
      "url-user-token", "a user in the address, a token as the option: the address counts",
      "nats.url.first", "precedence", of: "url-user", ["token": "mytoken"], by: .credentials),
    negative(
      "url-token-user", "a token in the address, a user as the option: the address counts",
      "nats.url.first", "precedence", of: "url-token", ["user": "u", "pass": "p"],
      by: .credentials),
    negative(
      "url-user-user", "two users: the address counts", "nats.url.first", "precedence",
      of: "url-user", ["user": "u", "pass": "p"], by: .credentials),
    negative(
      "token-user", "a token and a user as options", "nats.one-place", "precedence",
      ["user": "u", "pass": "p"], by: .credentials),
    negative(
      "token-user-alone", "a token and a user without a password", "nats.one-place", "precedence",
      ["user": "u"], by: .credentials),
    negative(
      "handler-token", "a token and a function that gives one", "nats.one-place", "precedence",
      ["token_handler_returns": "other"], by: .credentials),
    negative(
      "handler-url", "a token in the address and a function: none of them is lost",
      "nats.one-place", "precedence", of: "url-token", ["token_handler_returns": "other"],
      by: .credentials),
  ]

  // MARK: - Files

  private var book: NATSCaseBook<CarryDraft> {
    NATSCaseBook(
      maker: VectorMaker(self, op: Self.carry), edits: CarryEdits.table,
      cases: Self.addresses + Self.options, comparison: .content
    ) { $0.carried }
  }

  func carryFiles() throws -> [VectorFile] {
    [
      file(
        Self.carry, "address", "Credentials in the address, as a server reads them.",
        try book.groups(Self.addresses, [])),
      file(
        Self.carry, "options", "Credentials as options, as a server reads them.",
        try book.groups(Self.options, Self.wrongOptions)),
      file(
        Self.carry, "malformed", "Addresses that break a rule of the caller.",
        try book.groups([], Self.wrongUsers + Self.wrongPlaces)),
      file(
        Self.carry, "places", "Credentials in two places.", try book.groups([], Self.twoPlaces)),
    ]
  }
}
