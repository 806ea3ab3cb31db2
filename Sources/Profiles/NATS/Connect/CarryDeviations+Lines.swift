// SPDX-License-Identifier: MIT

internal import Suite

// How clients write what they send.
extension CarryDeviations {
  // MARK: - The line

  static let lines: [Entry] =
    [
      Entry(
        "nats.omits-empty", .choice, clause: "nats.token.given",
        "empty credentials are left out"
      ) { $0.omission = .empty },
      Entry(
        "nats.omits-blank", .interop, clause: "nats.token.given",
        "credentials of nothing but white space are left out"
      ) { $0.omission = .blank },
      Entry(
        "nats.omits-false", .choice, clause: "nats.token.given",
        "credentials that Python takes for false are left out"
      ) { $0.omission = .pythonFalse },
      Entry(
        "nats.omits-php-empty", .interop, clause: "nats.token.given",
        "credentials that PHP takes for empty are left out, the text 0 too"
      ) { $0.omission = .phpEmpty },
      Entry(
        "nats.empty-members", .choice, clause: "nats.token.given",
        "credentials that are missing are sent as empty texts"
      ) { $0.omission = .missingAsEmpty },
      Entry(
        "nats.token-unescaped", .security, clause: "nats.line.json",
        "the token is not escaped: a quote or a line end inside it writes members and lines"
      ) { $0.unescaped.insert(.token) },
      Entry(
        "nats.all-unescaped", .security, clause: "nats.line.json",
        "no member is escaped: a quote or a line end inside it writes members and lines"
      ) { $0.unescaped = Set(CarryCredentials.Member.allCases) },
      Entry(
        "nats.line-unbounded", .quality, clause: "nats.line.length",
        "the line can be longer than a server takes"
      ) { $0.longest = nil },
      Entry(
        "nats.unsub-follows", .choice, clause: "nats.line.members",
        "an UNSUB follows the CONNECT line"
      ) { $0.laterLines = ["UNSUB _REQS.1"] },
    ] + writers

  private static let writers: [Entry] = [
    writer("go", .go, .carryGo), writer("c", .c, .carryPlain),
    writer("java", .java, .carryJava), writer("csharp", .csharp, .carryCSharp),
    writer("python", .python, .carryPython), writer("python-old", .pythonOld, .carryPython),
    writer("python-core", .pythonCore, .carryPython),
    writer("ruby", .ruby, .carryRuby, .exception("JSON::GeneratorError")),
    writer("ruby-legacy", .rubyLegacy, .carryRuby, .exception("JSON::GeneratorError")),
    writer("node", .node, .carryJavaScript), writer("node-1", .nodeLegacy, .carryJavaScript),
    writer("php", .php, .carryPHP, .nothing),
    writer("php-repejota", .phpnats, .carryPHP, .nothing), writer("swift", .swift, .carrySwift),
  ]

  /// Members and text as one client writes them.
  private static func writer(
    _ name: String, _ layout: CarryLayout, _ json: HostJSON,
    _ unwritable: CarryUnwritable = .refusal
  ) -> Entry {
    Entry(
      "nats.line-\(name)", .choice, clause: "nats.line.members",
      "the members beside the credentials, their order and the escapes are those of \(name)"
    ) {
      ($0.layout, $0.json, $0.unwritable) = (layout, json, unwritable)
    }
  }

  // MARK: - What ports get wrong

  static let mistakes: [Entry] = [
    Entry(
      "nats.token-named-token", .interop, clause: "nats.line.token",
      "the member of the token is called token"
    ) { $0.layout.tokenName = "token" },
    Entry(
      "nats.token-named-pass", .interop, clause: "nats.line.token",
      "the token is sent as the password"
    ) { $0.layout.tokenName = "pass" },
    mistake(
      "nats.decoded-twice", .decodedTwice, "nats.url.escapes",
      "escapes of the address are resolved twice"),
    mistake(
      "nats.plus-as-blank", .plusAsBlank, "nats.url.escapes", "a plus in the address is a blank"),
    mistake(
      "nats.token-as-user", .tokenAsUser, "nats.line.token", "the token is sent as the user"),
    mistake(
      "nats.user-as-token", .userAsToken, "nats.url.user",
      "what stands before the colon is sent as a token"),
    mistake(
      "nats.token-lower-case", .lowerCase, "nats.line.token", "the token is put in lower case"),
    mistake(
      "nats.token-trimmed", .trimmed, "nats.line.token",
      "white space around the token is left out"),
    mistake(
      "nats.password-lost", .passwordLost, "nats.line.user", "a user is sent without its password"),
    mistake(
      "nats.user-and-password-swapped", .swapped, "nats.line.user",
      "user and password are sent in each other's place"),
    Entry(
      "nats.option-ignored", .interop, clause: "nats.served",
      "the options are ignored: the address alone counts"
    ) { $0.precedence = .addressOnly },
  ]

  private static func mistake(
    _ id: String, _ mistake: CarryMistakes, _ clause: String, _ words: String
  ) -> Entry {
    Entry(id, .interop, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
