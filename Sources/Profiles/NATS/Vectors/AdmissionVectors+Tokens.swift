// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Whether a token is the server's.
extension AdmissionVectors {
  typealias Case = NATSCase<AdmissionDraft>

  static let tokens: [Case] =
    [
      Case(
        "plain", "the server's token", "nats.admitted", "admitted", AdmissionDraft(),
        source: .natsTokenPage),
      Case(
        "minimal", "nothing but the token", "nats.admitted", "admitted",
        AdmissionDraft(.init(token: "mytoken"), ConnectDraft([.init("auth_token", "\"mytoken\"")]))),
    ]
    + [
      ("blank", " ", "one blank"), ("padded", " mytoken ", "blanks around it belong to it"),
      ("case", "MyToken", "capitals"), ("percent", "%6Dytoken", "a percent sign is a percent sign"),
      ("utf8", "café", "a letter of two bytes"), ("cjk", "令牌一号", "letters of three bytes"),
      ("emoji", "k🔑y", "four bytes"), ("quote", "say \"hi\"", "quotes"),
      ("backslash", "a\\b", "a backslash"), ("lines", "two\r\nlines", "a line end inside it"),
      ("tab", "a\tb", "a tab"), ("nul", "a\u{0}b", "U+0000 inside it"),
      ("html", "<a&b>", "marks that some writers escape"),
      ("json", "{\"a\":1}", "what looks like JSON"), ("digits", "1234567890", "digits in quotes"),
      ("null", "null", "a word of JSON in quotes"),
      (
        "hash-2c", "$2c$04$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW",
        "no version of bcrypt: it is the token itself"
      ),
      (
        "hash-short-cost", "$2a$4$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW",
        "a cost of one digit: no hash"
      ),
      (
        "hash-blank", " $2a$04$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW",
        "a blank in front of a hash: no hash"
      ),
    ].map { name, token, words in
      Case(
        "token-\(name)", words, "nats.admitted", "exact", AdmissionDraft(Text(token)))
    } + written

  /// The same token in other letters of JSON.
  private static let written: [Case] =
    [
      (
        "escapes", "mytoken", #""\u006d\u0079\u0074\u006F\u006B\u0065\u006e""#, "escapes throughout"
      ),
      ("pair", "k🔑y", #""k\ud83d\udd11y""#, "a pair of surrogates as escapes"),
      ("solidus", "a/b", #""a\/b""#, "an escaped slash"),
    ].map { name, token, json, words in
      Case(
        "written-\(name)", words, "nats.admitted", "written",
        AdmissionDraft(Text(token)).with { $0.line.set("auth_token", Text(json)) })
    } + [
      Case(
        "written-name", "an escape in the name of the member", "nats.admitted", "written",
        AdmissionDraft(
          .init(token: "mytoken"), ConnectDraft([.init(#"\u0061uth_token"#, "\"mytoken\"")])))
    ]

  // MARK: - Wrong tokens

  private static func wrong(
    _ name: String, _ comment: String, of parent: String = "plain", _ token: Text,
    flag: String = "wrong", source: VectorGroup.Source = .generated
  ) -> NATSNegative {
    NATSNegative(
      name, comment, "nats.token.compared", flag, of: parent, "sends-token",
      ["text": .string(token)], by: .tokenMismatch, source: source)
  }

  static let wrongTokens: [NATSNegative] =
    [
      wrong("other", "another token", "yourtoken"),
      wrong("shorter", "its last letter is missing", "mytoke"),
      wrong("longer", "one letter more", "mytokenx"),
      wrong("capitals", "other case", "MYTOKEN"),
      wrong("blank-before", "a blank in front of it", " mytoken"),
      wrong("blank-behind", "a blank behind it", "mytoken "),
      wrong("newline-behind", "a line feed behind it", "mytoken\n"),
      wrong("nul-behind", "U+0000 behind it", "mytoken\u{0}"),
      wrong("nul-cut", "what stands before U+0000", of: "token-nul", "a"),
      wrong("blanks-lost", "without its blanks", of: "token-padded", "mytoken"),
      wrong("resolved", "with its escape resolved", of: "token-percent", "mytoken"),
      wrong("escaped", "as an address writes it", "%6Dytoken"),
      wrong("base64", "in base64", "bXl0b2tlbg=="),
      wrong("quoted", "with quotes around it", "\"mytoken\""),
      wrong("empty", "no characters", ""),
      wrong("decomposed", "a letter and its accent apart", of: "token-utf8", "cafe\u{301}"),
      wrong("full-width", "a wide letter", "ｍytoken"),
      wrong("zero-width", "a character that nobody sees", "my\u{200B}token"),
      wrong(
        "unhashed", "what would have the hash, were it one", of: "token-hash-2c", "mytoken",
        flag: "hash"),
    ] + missingTokens

  private static func absent(
    _ name: String, _ comment: String, _ edit: String, _ arguments: JSONObject,
    or alsoAllowed: [String] = []
  ) -> NATSNegative {
    NATSNegative(
      name, comment, "nats.token.required", "missing", of: "plain", edit, arguments,
      by: .tokenMissing,
      or: alsoAllowed)
  }

  private static let missingTokens: [NATSNegative] = [
    absent("missing", "no token", "drops-member", ["name": "auth_token"]),
    absent("missing-all", "an empty object", "sets-object", ["text": "{}"]),
    absent("as-user", "the token as the user", "sets-object", ["text": #"{"user":"mytoken"}"#]),
    absent(
      "as-pass", "the token as the password", "sets-object", ["text": #"{"pass":"mytoken"}"#]),
    absent(
      "as-both", "the token as user and password", "sets-object",
      ["text": #"{"user":"mytoken","pass":"mytoken"}"#]),
    absent(
      "as-name", "the token as the name of the client", "renames-member",
      ["name": "auth_token", "other": "name"]),
    absent(
      "as-jwt", "the token as a JWT", "renames-member", ["name": "auth_token", "other": "jwt"]),
  ]

  // MARK: - Hashes

  /// Of `mytoken`, of nothing, of `café`, and of 72 zeros.
  static let hash: Text = "$2a$04$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW"
  private static let hashOfNothing: Text =
    "$2a$04$N9qo8uLOickgx2ZMRZoMyexhJu7XyhFyrko6QMKtD6uvGcfCxpYoK"
  private static let hashOfLetters: Text =
    "$2a$04$N9qo8uLOickgx2ZMRZoMyeq.Cx06NPcUuoRQXvB5CAT3YlCllpdgi"
  private static let hashOfZeros: Text =
    "$2a$04$N9qo8uLOickgx2ZMRZoMyezHAY6h.upneIYYt3CwrW43PYo/Ua/qq"
  /// The first with another cost.
  private static let hashFive: Text =
    "$2a$05$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW"

  static let hashes: [Case] = [
    Case(
      "bcrypt", "the text that has the server's hash", "nats.bcrypt.compared", "hash",
      AdmissionDraft(hash, sent: "mytoken")),
    Case(
      "bcrypt-utf8", "a letter of two bytes", "nats.bcrypt.compared", "hash",
      AdmissionDraft(hashOfLetters, sent: "café")),
    Case(
      "bcrypt-72", "72 bytes: all that bcrypt takes", "nats.bcrypt.compared", "hash",
      AdmissionDraft(hashOfZeros, sent: Text(String(repeating: "0", count: 72)))),
    Case(
      "bcrypt-nothing", "the hash of an empty text, and an empty token", "nats.bcrypt.compared",
      "hash", AdmissionDraft(hashOfNothing, sent: "")),
    Case(
      "bcrypt-unquoted", "the hash without quotes", "nats.bcrypt.compared", "hash",
      AdmissionDraft(
        .init(configuration: Text("authorization { token: \(hash.display) }\n")),
        ConnectDraft(token: "mytoken"))),
    Case(
      "bcrypt-flag", "the hash as an argument", "nats.bcrypt.compared", "hash",
      AdmissionDraft(
        .init(configuration: nil, arguments: ["--auth", hash]), ConnectDraft(token: "mytoken"))),
  ]

  private static func unhashed(
    _ name: String, _ comment: String, of parent: String = "bcrypt", _ token: Text,
    clause: String = "nats.bcrypt.compared", source: VectorGroup.Source = .generated
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, "hash", of: parent, "sends-token", ["text": .string(token)],
      by: .tokenMismatch, source: source)
  }

  /// The server has what is no documented hash: a lenient one may let in whoever sends the text.
  private static func odd(
    _ name: String, _ comment: String, _ hash: Text, sent: Text = "mytoken",
    clause: String = "nats.bcrypt.whole", or alsoAllowed: [String] = []
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, "odd-hash", of: "bcrypt", "configures-token",
      ["text": .string(hash), "sent": .string(sent)], by: .tokenMismatch,
      or: alsoAllowed)
  }

  static let wrongHashes: [NATSNegative] = [
    unhashed(
      "bcrypt-sent", "the hash itself", hash, source: .reported("nats-io/nats.go#316")),
    unhashed("bcrypt-other", "another text", "yourtoken"),
    unhashed("bcrypt-case", "another case", "MyToken"),
    unhashed("bcrypt-empty", "no characters", ""),
    unhashed("bcrypt-blank", "a blank behind it", "mytoken "),
    unhashed("bcrypt-nul", "U+0000 behind it", "mytoken\u{0}"),
    unhashed("bcrypt-prefix", "the beginning of the hash", "$2a$04$"),
    unhashed(
      "bcrypt-71", "71 of 72 bytes", of: "bcrypt-72", Text(String(repeating: "0", count: 71))),
    unhashed(
      "bcrypt-decomposed", "a letter and its accent apart", of: "bcrypt-utf8", "cafe\u{301}"),
    NATSNegative(
      "bcrypt-missing", "no token", "nats.token.required", "missing", of: "bcrypt", "drops-member",
      ["name": "auth_token"], by: .tokenMissing),
    NATSNegative(
      "bcrypt-cost", "the same hash with another cost", "nats.bcrypt.compared", "hash",
      of: "bcrypt", "configures-token", ["text": .string(hashFive), "sent": "mytoken"],
      by: .tokenMismatch),
    odd(
      "bcrypt-2b", "the letter of other makers", Text(hash.display.replacing("2a", with: "2b")),
      clause: "nats.bcrypt.documented", or: [Expectation.accept]),
    odd(
      "bcrypt-2y", "the letter of PHP and Apache", Text(hash.display.replacing("2a", with: "2y")),
      clause: "nats.bcrypt.documented", or: [Expectation.accept]),
    odd(
      "bcrypt-newline", "a line feed behind the hash", Text(hash.display + "\n"),
      clause: "nats.bcrypt.documented", or: [Expectation.accept]),
    odd("bcrypt-cut", "a hash without its last character", Text(hash.bytes.dropLast())),
    odd("bcrypt-cost-3", "a cost below 4", Text(hash.display.replacing("$04$", with: "$03$"))),
    odd("bcrypt-cost-32", "a cost beyond 31", Text(hash.display.replacing("$04$", with: "$32$"))),
    odd(
      "bcrypt-prefix-itself", "a token that begins as a hash and is none", "$2a$10$",
      sent: "$2a$10$", or: [Expectation.accept]),
    NATSNegative(
      "bcrypt-of-nothing", "the hash of an empty text lets in nobody without a token",
      "nats.token.required", "missing", of: "bcrypt-nothing", "drops-member",
      ["name": "auth_token"], by: .tokenMissing),
  ]
}
