// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

// What a server is asked for a token.
extension NacosTokenVectors {
  func mintFiles() throws -> [VectorFile] {
    [
      file(
        "mint", "keys", "Keys around the lengths that select an algorithm.",
        [VectorGroup(try keys), VectorGroup(try publishedKeys)]),
      file(
        "mint", "users", "User names that languages and JSON libraries write in several ways.",
        [VectorGroup(try users)]),
      file(
        "mint", "ends", "Clocks and lifetimes: the end is their sum.", [VectorGroup(try ends)]),
      file(
        "mint", "clock", "The server's own clock: what does not depend on it is compared.",
        [VectorGroup(try clocks)]),
      file(
        "mint", "refused",
        "Requests that break a rule for callers: a refusal, or a token that says just them.",
        [VectorGroup(refusedKeys), VectorGroup(refusedUsers + refusedEnds)]),
    ]
  }

  func file(
    _ op: String, _ topic: String, _ about: String, _ groups: [VectorGroup]
  ) -> VectorFile {
    VectorFile(
      format: format, op: op, topic: topic, about: about, notes: Self.notes + editNotes,
      groups: groups)
  }

  /// A request for the usual token.
  private func question(
    key: Text = NacosSamples.configured(NacosSamples.key),
    user: JSONValue = .string(NacosSamples.user), lifetime: Int64 = NacosSamples.lifetime,
    now: VectorQuestion.Moment = .second(NacosSamples.now)
  ) -> VectorQuestion {
    VectorQuestion(
      op: "mint",
      input: [
        "secret_key": .string(key), "user": user, "expire_seconds": .integer(lifetime),
      ], now: now)
  }

  private func accept(
    _ name: String, _ comment: String, _ clauses: [String], flag: String,
    _ question: VectorQuestion
  ) throws -> Vector {
    try VectorMaker(self, op: "mint").accept(
      name, comment, clauses: clauses.map { "nacos.\($0)" }, flags: [flag], question,
      compare: question.now == .ownClock ? .invariants : .content)
  }

  private func refuse(
    _ name: String, _ comment: String, _ clause: String, _ question: VectorQuestion,
    by check: Check
  ) -> Vector {
    VectorMaker(self, op: "mint").reject(
      name, comment, clauses: ["nacos.\(clause)"], flags: ["out-of-contract"], question,
      by: check, alsoAllowed: isFree(question) ? [Expectation.accept] : [])
  }

  // MARK: - Keys

  private var keys: [Vector] {
    get throws {
      try [32, 33, 47, 48, 49, 63, 64, 65, 96, 128, 129, 512].map { length in
        let key = NacosSamples.configured(NacosSamples.key(length))
        return try accept(
          "key-\(length)", "a key of \(length) bytes",
          ["header.text", "parts.three", "parts.base64url", "alg.fits-key", "signature", "served"],
          flag: "key", question(key: key))
      } + [
        try accept(
          "key-symbols", "a key with '+' and '/' in its text", ["key.base64", "signature"],
          flag: "key", question(key: "++//++//++//++//++//++//++//++//++//++//++//++//")),
        try accept(
          "key-zeros", "a key of 32 zeros", ["signature"], flag: "key",
          question(key: NacosSamples.configured([UInt8](repeating: 0, count: 32)))),
        try accept(
          "key-newline", "a key whose last byte ends a line", ["signature"], flag: "key",
          question(key: NacosSamples.configured(NacosSamples.key.dropLast() + [0x0A]))),
      ]
    }
  }

  private var publishedKeys: [Vector] {
    get throws {
      [
        try accept(
          "key-default-padded", "the default key of old releases, cut to what is Base64",
          ["key.base64", "signature"], flag: "reported",
          question(key: Text(Array(NacosSamples.defaultKey.bytes.dropLast()))))
      ]
    }
  }

  // MARK: - Users

  private static let names: [(name: String, user: String, comment: String)] = [
    ("usual", "nacos", "the usual user"),
    ("chinese", "用户-管理员", "characters beyond ASCII"),
    ("emoji", "😀admin", "a character beyond the basic plane"),
    ("latin", "é", "a character of two bytes"),
    ("decomposed", "e\u{301}", "the same letter as two characters: nothing is normalised"),
    ("quote", #"o"neil"#, "a quotation mark"),
    ("backslash", #"DOM\user"#, "a backslash"),
    ("escape", #"\u0041\n"#, "what looks like an escape and is none"),
    ("markup", "a/b<i>&'", "characters that JSON libraries escape for web pages"),
    ("controls", "tab\tnl\ncr\rbs\u{8}ff\u{C}bel\u{7}", "control characters"),
    ("nul", "a\u{0}b", "a NUL inside"),
    ("blanks", " nacos ", "blanks at both ends"),
    ("blank-inside", "na cos", "a blank inside"),
    ("no-break-space", "\u{A0}", "nothing but a space of another kind"),
    ("delete", "\u{7F}\u{80}\u{9F}", "controls that JSON need not escape"),
    ("line-separator", "x\u{2028}y\u{2029}", "line ends of JavaScript"),
    ("byte-order-mark", "\u{FEFF}nacos", "a byte order mark in front"),
    ("noncharacter", "\u{FFFF}\u{10FFFF}", "the last characters"),
    ("right-to-left", "\u{202E}nacos\u{202C}", "characters that turn the writing round"),
    ("upper", "NACOS", "the usual user in capital letters"),
    ("digits", "12345", "a name of digits stays text"),
    ("word-null", "null", "the word null stays text"),
    ("dots", "a.b.c", "dots, which part a token"),
    ("members", #"a","exp":9999999999,"x":"b"#, "what would be members, pasted into JSON"),
    ("ldap", "LDAP_admin", "a user of the directory plugin"),
    ("bearer", "Bearer nacos", "the word of the header field"),
    ("symbols", "~~~???>>>", "what the two alphabets of base64 write otherwise"),
    ("one-byte", "a", "a payload of 28 bytes, which ends in two symbols"),
    ("two-bytes", "ab", "a payload of 29 bytes, which ends in three symbols"),
    ("long", String(repeating: "u", count: 300), "300 characters"),
    ("very-long", String(repeating: "用户", count: 2000), "12,000 bytes"),
  ]

  private var users: [Vector] {
    get throws {
      try Self.names.map { name, user, comment in
        try accept(
          "user-\(name)", comment,
          ["claims", "payload.members", "payload.types", "payload.text", "parts.base64url"],
          flag: "text", question(user: .string(user)))
      }
    }
  }

  // MARK: - Ends

  private static let sums: [(name: String, now: Int64, lifetime: Int64, comment: String)] = [
    ("one-second", NacosSamples.now, 1, "the shortest lifetime"),
    ("half-hour", NacosSamples.now, 1800, "the default lifetime of 1.2.0"),
    ("usual", NacosSamples.now, 18_000, "the default lifetime"),
    ("31-bits", 2_147_465_647, 18_000, "the last end that fits 31 bits"),
    ("32-bits", 2_147_465_648, 18_000, "the first end that does not"),
    ("32-bits-unsigned", 4_294_949_295, 18_000, "the last end that fits 32 bits"),
    ("33-bits", 4_294_949_296, 18_000, "the first end that does not"),
    ("long", NacosSamples.now, 2_147_483_647, "a lifetime of 31 bits"),
    ("longer", NacosSamples.now, 10_000_000_000, "a lifetime that does not fit 32 bits"),
    ("exact-float", 9_007_199_254_740_991, 2, "an end that no float of 64 bits holds"),
    ("longest", NacosSamples.now, 9_223_370_332_787_575, "the last end in range"),
    ("epoch", 0, 18_000, "a clock that was never set"),
    ("before-epoch", -1, 18_000, "a clock before 1970"),
  ]

  private var ends: [Vector] {
    get throws {
      try Self.sums.map { name, now, lifetime, comment in
        try accept(
          "end-\(name)", comment, ["exp.sum", "exp.seconds", "payload.types"], flag: "limit",
          question(lifetime: lifetime, now: .second(now)))
      }
    }
  }

  private var clocks: [Vector] {
    get throws {
      try [32, 48, 64].map { length in
        try accept(
          "clock-key-\(length)", "a token of now, under a key of \(length) bytes",
          ["served", "payload.members", "signature"], flag: "clock",
          question(key: NacosSamples.configured(NacosSamples.key(length)), now: .ownClock))
      } + [
        try accept(
          "clock-user", "a token of now for a user beyond ASCII", ["served", "claims"],
          flag: "clock", question(user: "用户😀", now: .ownClock))
      ]
    }
  }

  // MARK: - Out of contract

  private var refusedKeys: [Vector] {
    let text = NacosSamples.configured(NacosSamples.key)
    let base64 = Check(.encoding, .secretBase64, "secret")
    let length = Check(.policy, .secretLength, "secret")
    let broken: [(name: String, key: Text, comment: String)] = [
      ("unpadded", Text(Array(text.bytes.dropLast())), "a key without its padding"),
      ("padded-twice", Text(text.bytes + [0x3D]), "a key with one mark of padding too many"),
      ("url", "-_--__--__--__--__--__--__--__--__--__--__--__--", "the other alphabet"),
      ("leading-blank", Text([0x20] + text.bytes), "a blank in front of the key"),
      ("trailing-newline", Text(text.bytes + [0x0A]), "the end of a line after the key"),
      (
        "lines", Text(Array(text.bytes.prefix(20)) + [0x0A] + text.bytes.dropFirst(20)),
        "a key in two lines"
      ),
      ("unused-bits", "VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzh=", "bits that carry nothing"),
      (
        "plain", "this-is-not-base64-but-long-enough-to-be-a-key-0123456789",
        "a key that is no Base64"
      ),
      ("default", NacosSamples.defaultKey, "the default key of old releases, of 69 characters"),
      ("padding-alone", "================================================", "nothing but padding"),
      (
        "hex", "54686973-49734d79437573746f6d5365637265744b657930313233343536", "hexadecimal digits"
      ),
    ]
    return broken.map {
      refuse("key-\($0.name)", $0.comment, "key.base64", question(key: $0.key), by: base64)
    }
      + [0, 1, 16, 31].map {
        refuse(
          "key-\($0)", "a key of \($0) bytes", "key.length",
          question(key: NacosSamples.configured(Array(NacosSamples.key.prefix($0)))), by: length)
      }
  }

  private var refusedUsers: [Vector] {
    let check = Check(.claims, .userText, "sub")
    let users: [(name: String, user: JSONValue, clause: String, comment: String)] = [
      ("empty", "", "user.present", "an empty user name"),
      ("null", .null, "user.present", "no user name"),
      ("surrogate", .string(Text([0xED, 0xA0, 0xBD])), "user.text", "half a character"),
    ]
    return users.map {
      refuse("user-\($0.name)", $0.comment, $0.clause, question(user: $0.user), by: check)
    }
  }

  private var refusedEnds: [Vector] {
    let check = Check(.time, .lifetimeRange, "exp")
    return [
      refuse(
        "end-beyond-64-bits", "an end beyond 64 bits", "lifetime.range",
        question(lifetime: .max), by: check),
      refuse(
        "end-beyond-64-bits-by-one", "an end of one second beyond 64 bits", "lifetime.range",
        question(lifetime: .max - NacosSamples.now + 1), by: check),
    ]
  }
}
