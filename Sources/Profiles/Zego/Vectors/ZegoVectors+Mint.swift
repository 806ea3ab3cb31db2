// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// What a maker of tokens is asked.
extension ZegoVectors {
  func mintFiles() throws -> [VectorFile] {
    let kept = try mintCases + texts + (kind == .token03 ? privileges : payloads)
    let files = [
      file(
        "mint", "kept", "Arguments within the rules: the token says them, and nothing else.", kept),
      file(
        "mint", "limits", "The smallest and the largest numbers, times, secrets and drawn values.",
        try numbers + drawn),
      file(
        "mint", "clock", "The maker's own clock and randomness: what cannot vary is compared.",
        try clocks),
      file("mint", "size", "Tokens about as long as their length field can tell.", try sizes),
      file(
        "mint", "page", "The requests that the documentation shows.",
        try kind == .token03 ? [] : shown, from: Self.page),
      file(
        "mint", "refused",
        "Arguments that break a rule for callers: a refusal, or a token that says just them.", wrong
      ),
    ]
    return files.filter { !$0.vectors.isEmpty }
  }

  func file(
    _ op: String, _ topic: String, _ about: String, _ vectors: [Vector],
    from source: VectorGroup.Source = .generated
  ) -> VectorFile {
    VectorFile(
      format: format, op: op, topic: topic, about: about, notes: Self.notes + editNotes,
      groups: [VectorGroup(vectors, from: source)])
  }

  static let notes = [
    VectorNote("usual", .basic, "A usual request or token."),
    VectorNote("text", .encoding, "Text that languages and JSON libraries write in several ways."),
    VectorNote("limit", .edgeCase, "A value at the end of its range."),
    VectorNote("reported", .knownBug, "A case that implementations are known to get wrong."),
    VectorNote("out-of-contract", .edgeCase, "Arguments that a caller must not give."),
    VectorNote("clock", .basic, "Holds at every time, for implementations that take no time."),
    VectorNote("choice", .edgeCase, "What the documentation leaves to whoever makes the token."),
    VectorNote("malleable", .malleability, "What nothing protects, so that it opens."),
  ]

  // MARK: - In contract

  func request(_ changes: JSONObject, without name: String? = nil) -> JSONObject {
    var input: JSONObject = ["app_id": 1_234_567_890]
    if kind == .token03 { input["room_id"] = "room-1" }
    input["user_id"] = "user-1"
    if kind == .token03 { input["privilege"] = ["1": 1, "2": 0] }
    input["secret"] = .string(Self.secret)
    input["effective_time_in_seconds"] = .integer(Self.lifetime)
    if kind != .token03 { input["payload"] = "" }
    for member in changes.members { input[member.name.display] = member.value }
    if let name { input[name] = nil }
    return input
  }

  func accept(
    _ name: String, _ comment: String, _ clauses: [String], flag: String = "usual",
    _ changes: JSONObject = [:], nonce: Int64 = 1_804_289_383, iv: [UInt8]? = nil,
    now: VectorQuestion.Moment = .second(ctime)
  ) throws -> Vector {
    let iv = iv ?? Array(Self.iv.prefix(model.reference.layout.ivLength))
    let isDrawn = now == .ownClock
    return try VectorMaker(self, op: "mint").accept(
      name, comment, clauses: clauses.map { "zego.\($0)" }, flags: [flag],
      VectorQuestion(
        op: "mint", input: request(changes),
        inject: isDrawn ? [:] : ["nonce": .integer(nonce), "iv": .string(Text(iv))], now: now),
      compare: isDrawn ? .invariants : .content)
  }

  var mintCases: [Vector] {
    get throws {
      [
        try accept(
          "usual", "every argument as usual",
          [
            "prefix", "base64", "expire.header", "iv.length", "ciphertext.length", "cipher", "key",
            "json.members", "served",
          ] + (kind == .token04GCM ? ["tag", "mode"] : ["padding"])),
        try accept(
          "another", "another user, secret and time to live", ["served"],
          [
            "user_id": "demo", "secret": "12345678900987654321123456789012",
            "effective_time_in_seconds": 300, "app_id": 1,
          ]),
        try accept(
          "secret-of-hex-digits", "a secret that looks like 32 hexadecimal digits is text",
          ["key"], flag: "reported", ["secret": "0123456789abcdef0123456789abcdef"]),
        try accept(
          "secret-of-capitals", "a secret with capitals", ["key"],
          ["secret": "A3C1F0E29B7D48566F1E0D2C3B4A5968"]),
        try accept(
          "secret-of-signs", "a secret of signs", ["key"],
          ["secret": "+/=&<>\"'\\!@#$%^*()_-{}[]|:;,.?~`"]),
        try accept(
          "secret-of-16-characters", "a secret of 16 characters that take two bytes each", ["key"],
          flag: "text", ["secret": "äöüßäöüßäöüßäöüß"]),
      ]
    }
  }

  var texts: [Vector] {
    get throws {
      let names = kind == .token03 ? ["user_id", "room_id"] : ["user_id"]
      return try names.flatMap { name in
        try Self.textCases.map { text in
          try accept(
            "\(name.replacing("_", with: "-"))-\(text.name)", "\(name): \(text.comment)",
            ["\(name.replacing("_", with: "-")).kept", "json.text"], flag: "text",
            [name: .string(text.value)])
        }
      }
    }
  }

  static let textCases: [(name: String, comment: String, value: String)] = [
    ("one-character", "one character", "a"),
    (
      "64-characters", "64 characters, the most that are allowed", String(repeating: "u", count: 64)
    ),
    ("64-chinese", "64 Chinese characters of 192 bytes", String(repeating: "用", count: 64)),
    ("32-emoji", "32 emoji, 64 UTF-16 units", String(repeating: "😀", count: 32)),
    ("quotes", "quotes and an apostrophe", "a\"b'c\"d"),
    ("backslashes", "backslashes", "a\\b\\\\c"),
    ("slashes", "slashes, which some libraries escape", "a/b//c"),
    ("html", "< > and &, which some libraries escape", "</script>&<a>"),
    ("accents", "the same letter composed and decomposed", "\u{e9}e\u{301}"),
    ("joined-emoji", "a family of emoji with joiners", "👨‍👩‍👧‍👦"),
    ("separators", "U+2028 and U+2029", "a\u{2028}b\u{2029}c"),
    (
      "controls", "every control character but U+0000",
      (1..<32).map { String(Unicode.Scalar($0)) }.joined()
    ),
    ("delete", "U+007F to U+00A0", "\u{7f}\u{80}\u{9f}\u{a0}"),
    ("nul-inside", "U+0000 between letters", "ab\0cd"),
    ("last-of-planes", "U+FFFF, U+10000 and U+10FFFF", "\u{ffff}\u{10000}\u{10ffff}"),
    ("replacement", "U+FFFD is a character as any other", "a\u{fffd}b"),
    ("byte-order-mark", "U+FEFF first", "\u{feff}a"),
    ("blanks", "blanks alone", "   "),
    ("arabic", "right to left, with digits", "مستخدم١"),
    ("zero", "the text 0", "0"),
    ("word-null", "the text null", "null"),
    ("directives", "what looks like a directive of a format", "%s%d%n{0}$x"),
  ]

  private static let page = VectorGroup.Source(
    .page, "zego-server-assistant", version: "2026-11-21")

  /// A basic token, and permission tokens with each form of the list of streams.
  private var shown: [Vector] {
    get throws {
      let lists = [("null", "null"), ("empty", "[]"), ("one", #"["s123"]"#)]
      let caller: JSONObject = [
        "app_id": 1, "user_id": "demo", "secret": "fa94dd0f974cf2e293728a526b028271",
        "effective_time_in_seconds": 3600,
      ]
      return try [accept("page-basic", "a basic token", ["served", "payload.kept"], caller)]
        + lists.map { name, streams in
          var request = caller
          let room = #"{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":"#
          request["payload"] = .string(room + streams + "}")
          return try accept(
            "page-streams-\(name)", "a permission token, the list of streams is \(streams)",
            ["served", "payload.kept"], request)
        }
    }
  }

  var payloads: [Vector] {
    get throws {
      try Self.payloadCases.map { text in
        try accept(
          "payload-\(text.name)", "payload: \(text.comment)", ["payload.kept"],
          flag: text.name.hasPrefix("room") ? "usual" : "text", ["payload": .string(text.value)])
      }
    }
  }

  static let payloadCases: [(name: String, comment: String, value: String)] = [
    (
      "room", "a room, both privileges, no list of streams",
      #"{"room_id":"room-1","privilege":{"1":1,"2":1},"stream_id_list":null}"#
    ),
    (
      "room-empty-list", "a room with an empty list of streams",
      #"{"room_id":"room-1","privilege":{"1":1,"2":0},"stream_id_list":[]}"#
    ),
    (
      "room-streams", "a room with streams",
      #"{"room_id":"room-1","privilege":{"1":1,"2":1},"stream_id_list":["s1","s2"]}"#
    ),
    (
      "room-spaced", "JSON with blanks and line feeds, which stay",
      "{\n\t\"room_id\": \"room-1\",\n\t\"privilege\": {\"1\": 1}\n}"
    ),
    ("room-escaped", "JSON that is escaped itself", #"{"room_id":"\u623f\u95f4\/1"}"#),
    ("room-unicode", "a room in Chinese with an emoji", #"{"room_id":"房间😀"}"#),
    (
      "counted-names", "an object whose names count from 0 stays an object",
      #"{"0":"a","1":"b"}"#
    ),
    ("empty-object", "an empty object", "{}"),
    ("word-null", "the text null", "null"),
    ("word-number", "the text 7.0", "7.0"),
    ("words", "no JSON at all", "hello world"),
    ("html", "slashes, < > and &", #"{"room_id":"a/b<c>&d"}"#),
    ("controls", "control characters and U+007F", "\u{1}\u{8}\t\n\u{b}\u{c}\r\u{1f}\u{7f}"),
    ("nul-inside", "U+0000 between letters", "{\"a\":\"\0\"}"),
    ("duplicate", "members twice, and in their order", #"{"b":1,"a":2,"b":3}"#),
    ("fills-block", "a plaintext of whole blocks", "0123"),
    (
      "deep", "100 arrays in each other",
      String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    ),
    ("long", "2048 characters", String(repeating: "p", count: 2048)),
  ]

  var privileges: [Vector] {
    get throws {
      let pairs: [(String, String, JSONValue)] = [
        ("both", "may log in and publish", ["1": 1, "2": 1]),
        ("neither", "may do neither", ["1": 0, "2": 0]),
        ("publish-alone", "may publish, not log in", ["1": 0, "2": 1]),
      ]
      return try pairs.map {
        try accept(
          "privilege-\($0.0)", $0.1, ["privilege.kept"], flag: "reported", ["privilege": $0.2])
      }
    }
  }
}
