// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

// Credentials in the address.
extension CarryVectors {
  typealias Case = NATSCase<CarryDraft>

  static let addresses: [Case] =
    [
      Case(
        "url-token", "a token in the address", "nats.url.token", "address",
        CarryDraft(user: "mytoken"), source: .natsTokenPage),
      Case(
        "url-bare", "neither scheme nor port: both are the usual ones", "nats.url.token", "address",
        CarryDraft(scheme: "", user: "mytoken", host: "localhost", port: ""),
        source: .natsTokenPage),
      Case(
        "url-no-scheme", "no scheme: it is nats", "nats.url.token", "address",
        CarryDraft(scheme: "", user: "mytoken")),
      Case(
        "url-no-port", "no port: it is 4222", "nats.url.token", "address",
        CarryDraft(user: "mytoken", port: "")),
      Case(
        "url-slash", "a slash after the port says nothing", "nats.url.token", "address",
        CarryDraft(user: "mytoken", rest: "/")),
      Case(
        "url-scheme-case", "the scheme in capitals; the same letters in the token keep their case",
        "nats.line.token", "address", CarryDraft(scheme: "NATS://", user: "NATS-nats")),
      Case(
        "url-case", "a token keeps the case of its letters", "nats.line.token", "address",
        CarryDraft(user: "MyToken")),
      Case(
        "url-digits", "digits are text", "nats.line.token", "address", CarryDraft(user: "012345")),
      Case(
        "url-unreserved", "marks that are never escaped", "nats.url.escapes", "marks",
        CarryDraft(user: "a.b-c_d~e")),
      Case(
        "url-sub-delims", "marks that stand for themselves in a user part", "nats.url.escapes",
        "marks", CarryDraft(user: "a!$&'()*+;=b")),
      Case(
        "url-base64", "the padding of base64", "nats.url.escapes", "marks",
        CarryDraft(user: "dG9rZW4=")),
      Case(
        "url-plus", "a plus is a plus", "nats.url.escapes", "marks", CarryDraft(user: "a+b")),
      Case(
        "url-dollar", "the beginning of a bcrypt hash", "nats.line.token", "marks",
        CarryDraft(user: "$2a$11$x")),
      Case(
        "url-long", "1000 characters", "nats.line.token", "address",
        CarryDraft(user: Text(String(repeating: "0123456789", count: 100)))),
    ] + escapes + users

  private static let escapes: [Case] =
    [
      ("space", "my%20token", "a blank"), ("at", "a%40b", "an @"),
      ("colon", "a%3Ab", "a colon: still a token"),
      ("slash", "a%2Fb", "a slash"), ("lower", "a%2fb", "digits in lower case"),
      ("hash", "a%23b", "a number sign"), ("question", "a%3Fb", "a question mark"),
      ("percent", "100%25", "a percent sign"), ("twice", "a%2540b", "is resolved once: a%40b"),
      ("plus", "a%2Bb", "a plus"), ("comma", "a%2Cb", "a comma separates nothing"),
      ("letter", "%6Dytoken", "a letter that needs none"),
      ("utf8", "caf%C3%A9", "two bytes of UTF-8"),
      ("cjk", "%E4%BB%A4%E7%89%8C", "six bytes of UTF-8"),
      ("emoji", "k%F0%9F%94%91y", "four bytes of UTF-8, two units of UTF-16"),
      ("tab", "a%09b", "a tab"), ("blanks", "%20padded%20", "blanks around the token count"),
    ].map { name, user, words in
      Case(
        "url-escaped-\(name)", "escape: \(words)", "nats.url.escapes", "escapes",
        CarryDraft(user: Text(user)))
    } + [
      Case(
        "url-escaped-quote", "quotes: escaped in the line", "nats.line.json", "injection",
        CarryDraft(user: "say%22hi%22"), source: .reported("nats-io/nats.c#762")),
      Case(
        "url-escaped-backslash", "a backslash: escaped in the line", "nats.line.json", "injection",
        CarryDraft(user: "a%5Cb")),
      Case(
        "url-escaped-newline", "a line feed: the line stays one line", "nats.line.json",
        "injection", CarryDraft(user: "a%0D%0APUB%20a%201%0D%0Ab")),
    ]

  private static let users: [Case] = [
    Case(
      "url-user", "a colon makes a user and a password", "nats.url.user", "users",
      CarryDraft(user: "derek:s3cr3t")),
    Case(
      "url-user-colons", "the first colon counts, the others belong to the password",
      "nats.url.user", "users", CarryDraft(user: "a:b:c")),
    Case(
      "url-user-escaped", "an escaped colon belongs to the user", "nats.url.user", "users",
      CarryDraft(user: "u%3A1:p%40%2F")),
    Case(
      "url-user-no-password", "a colon at the end: a user whose password is empty",
      "nats.url.user", "users", CarryDraft(user: "mytoken:"),
      source: .reported("nats-io/nats.node#96")),
    Case(
      "url-user-quote", "quotes in user and password", "nats.line.json", "injection",
      CarryDraft(user: "u%22:p%22%2C%22auth_token%22%3A%22x")),
  ]

  // MARK: - What is wrong

  private static func negative(
    _ name: String, _ comment: String, _ clause: String, _ edit: String, _ text: Text,
    by check: NATSCheck, as flag: String = "malformed"
  ) -> NATSNegative {
    NATSNegative(
      name, comment, clause, flag, of: "url-token", edit, ["text": .string(text)], by: check,
      or: [Expectation.accept])
  }

  static let wrongUsers: [NATSNegative] =
    [
      ("at", "a@b@", "an @", NATSCheck.character), ("space", "a b@", "a blank", .character),
      ("utf8", "café@", "a letter beyond ASCII", .character),
      ("cjk", "令牌@", "letters of three bytes", .character),
      ("quote", "say\"hi\"@", "quotes", .character),
      ("backslash", "a\\b@", "a backslash", .character),
      ("bracket", "a[b]@", "brackets", .character), ("caret", "a^b@", "a caret", .character),
      ("tab", "a\tb@", "a tab", .character), ("newline", "a\r\nb@", "a line end", .character),
      ("nul", "a\u{0}b@", "U+0000", .character), ("slash", "a/b@", "a slash", .path),
      ("hash", "a#b@", "a number sign", .path), ("question", "a?b@", "a question mark", .path),
    ].map { name, user, words, check in
      negative(
        "url-raw-\(name)", "\(words) without an escape", "nats.url.characters",
        "sets-user-part", Text(user), by: check, as: "raw")
    } + [
      negative(
        "url-raw-comma", "a comma without an escape: an address or two", "nats.url.one-server",
        "sets-user-part", "a,b@", by: .character, as: "raw"),
      negative(
        "url-escape-end", "a percent sign at the end", "nats.url.escapes", "sets-user-part",
        "100%@", by: .escape),
      negative(
        "url-escape-short", "one digit", "nats.url.escapes", "sets-user-part", "a%4@", by: .escape),
      negative(
        "url-escape-digits", "letters that are no digits", "nats.url.escapes", "sets-user-part",
        "a%zzb@", by: .escape),
      negative(
        "url-escape-sign", "a sign in place of a digit", "nats.url.escapes", "sets-user-part",
        "a%+1b@", by: .escape),
      negative(
        "url-escape-latin1", "a byte that begins a character and is alone", "nats.url.escapes",
        "sets-user-part", "caf%E9@", by: .escape),
      negative(
        "url-escape-surrogate", "half a pair, as three bytes", "nats.url.escapes",
        "sets-user-part", "a%ED%A0%80@", by: .escape),
      negative(
        "url-escape-overlong", "a slash in two bytes", "nats.url.escapes", "sets-user-part",
        "a%C0%AFb@", by: .escape),
      negative(
        "url-escape-nul", "U+0000, which ends the text of clients in C", "nats.token.text",
        "sets-user-part", "a%00b@", by: .tokenText),
      negative(
        "url-empty-user-part", "an @ with nothing in front of it", "nats.url.characters",
        "sets-user-part", "@", by: .user),
      negative(
        "url-empty-user", "a password without a user", "nats.url.user", "sets-user-part",
        ":mytoken@", by: .user),
    ]

  static let wrongPlaces: [NATSNegative] = [
    negative(
      "url-scheme-http", "a scheme of the web", "nats.url.scheme", "sets-scheme", "http://",
      by: .scheme),
    negative(
      "url-scheme-typo", "a letter is missing", "nats.url.scheme", "sets-scheme", "nat://",
      by: .scheme),
    negative(
      "url-scheme-blank", "a blank in front of the scheme", "nats.url.scheme", "sets-scheme",
      " nats://", by: .scheme),
    negative(
      "url-host-empty", "no host", "nats.url.characters", "sets-host", "", by: .host),
    negative(
      "url-host-open", "a bracket that is not closed", "nats.url.characters", "sets-host",
      "[127.0.0.1", by: .host),
    negative(
      "url-host-blank", "a blank in the host", "nats.url.characters", "sets-host", "127.0.0.1 ",
      by: .host),
    negative(
      "url-port-zero", "port 0", "nats.url.characters", "sets-port", ":0", by: .port),
    negative(
      "url-port-wraps", "65536 and the usual port: 4222 in 16 bits", "nats.url.characters",
      "sets-port", ":69758", by: .port),
    negative(
      "url-port-letters", "letters behind the digits", "nats.url.characters", "sets-port",
      ":4222x", by: .port),
    negative(
      "url-port-negative", "a minus", "nats.url.characters", "sets-port", ":-4222", by: .port),
    negative(
      "url-port-empty", "a colon and no port", "nats.url.characters", "sets-port", ":", by: .port),
    negative(
      "url-path", "a path", "nats.url.characters", "sets-path", "/a", by: .path),
    negative(
      "url-query", "a query", "nats.url.characters", "sets-path", "?a=1", by: .path),
    negative(
      "url-fragment", "a fragment", "nats.url.characters", "sets-path", "#a", by: .path),
    negative(
      "url-list", "the same server twice", "nats.url.one-server", "sets-path",
      ",nats://mytoken@127.0.0.1:4222", by: .port, as: "list"),
    negative(
      "url-list-mixed", "two servers with a token each: each gets its own", "nats.url.one-server",
      "sets-path", ",nats://other@127.0.0.1:4222", by: .port, as: "list"),
    negative(
      "url-list-second", "nobody answers at the first server, the second has its own token",
      "nats.url.one-server", "sets-host", "127.0.0.1:1,nats://other@127.0.0.1", by: .port,
      as: "list"),
    negative(
      "url-list-without", "the second server has no token of its own", "nats.url.one-server",
      "sets-path", ",nats://127.0.0.1:1", by: .port, as: "list"),
    negative(
      "url-list-empty", "a comma at the end", "nats.url.one-server", "sets-path", ",", by: .host,
      as: "list"),
  ]
}
