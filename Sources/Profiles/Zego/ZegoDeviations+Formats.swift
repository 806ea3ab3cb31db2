// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// What depends on the format, or on the writer's language alone.
extension ZegoDeviations {
  // MARK: - Payload (token04)

  static let payloads: [Entry] = [
    Entry(
      "zego.payload-any-value", .interop, clause: "zego.payload.text",
      "a payload of another type, or null, is written as a JSON value, not as text"
    ) { $0.checks.payload = .anything },
    Entry(
      "zego.payload-falsy-is-empty", .interop, clause: "zego.payload.kept",
      "null, false and 0 become an empty payload"
    ) {
      $0.checks.payload = .anything
      $0.claims.emptyForFalsyPayload = true
    },
    Entry(
      "zego.payload-dropped", .interop, clause: "zego.json.members", "the payload is left out"
    ) { $0.claims.edits.append(.drop("payload")) },
    Entry(
      "zego.payload-parsed", .interop, clause: "zego.payload.kept",
      "the payload's JSON text is embedded as a value"
    ) { $0.claims.edits.append(.parsedPayload) },
  ]

  static let modeOnCBC = Entry(
    "zego.mode-byte-on-cbc", .interop, clause: "zego.ciphertext.length",
    "a mode byte follows a CBC ciphertext"
  ) { $0.layout.mode = 0 }

  static let modes: [Entry] = [
    Entry(
      "zego.mode-missing", .interop, clause: "zego.mode", "the mode byte after the tag is missing"
    ) { $0.layout.mode = nil },
    Entry(
      "zego.mode-zero", .interop, clause: "zego.mode", "the mode byte says CBC"
    ) { $0.layout.mode = 0 },
    Entry(
      "zego.nonce-of-16-bytes", .interop, clause: "zego.iv.length",
      "the nonce of GCM has 16 bytes, as the IV of CBC"
    ) { $0.layout.ivLength = 16 },
    Entry(
      "zego.tag-first", .interop, clause: "zego.tag", "the tag stands before the ciphertext"
    ) { $0.layout.tagComesFirst = true },
    Entry(
      "zego.length-without-tag", .interop, clause: "zego.ciphertext.length",
      "the length does not count the tag"
    ) { $0.layout.lengthCountsTag = false },
  ]

  // MARK: - Privilege (token03)

  static let privileges: [Entry] = [
    Entry(
      "zego.privilege-unchecked", .interop, clause: "zego.privilege.keys",
      "any privilege passes, null too"
    ) { $0.checks.privilege = .nothing },
    Entry(
      "zego.privilege-not-empty", .interop, clause: "zego.privilege.keys",
      "any privilege passes that is not empty"
    ) { $0.checks.privilege = .notEmpty },
    Entry(
      "zego.privilege-values-unchecked", .interop, clause: "zego.privilege.values",
      "the keys are checked, the values are not, null ends in an exception"
    ) { $0.checks.privilege = .keys },
    Entry(
      "zego.privilege-zero-refused", .interop, clause: "zego.privilege.values",
      "a privilege of 0 counts as missing: \"may log in, may not publish\" cannot be made"
    ) { $0.checks.privilege = .truthyValues },
    Entry(
      "zego.privilege-two-booleans", .interop, clause: "zego.privilege.keys",
      "the privilege is an object of the two booleans canLoginRoom and canPublishStream"
    ) { $0.checks.privilege = .twoBooleans },
    Entry(
      "zego.privilege-class", .interop, clause: "zego.privilege.keys",
      "the privilege is an object of two flags: one that is left out is written as 0"
    ) {
      $0.call.privilege = .twoFlags
      $0.checks.privilege = .notNull
    },
    Entry(
      "zego.privilege-checked-after-secret", .choice, clause: "zego.refusal.reported",
      "the privilege is looked at after the secret"
    ) { $0.checks.privilegePlace = .afterSecret },
    Entry(
      "zego.privilege-checked-last", .choice, clause: "zego.refusal.reported",
      "the privilege is looked at last"
    ) { $0.checks.privilegePlace = .last },
  ]

  // MARK: - The order of the members

  static func orders(_ format: ZegoFormat) -> [Entry] {
    orderTable(format).map { id, words, order in
      Entry("zego.order-\(id)", .choice, clause: "zego.json.members", words) {
        $0.claims.order = order
      }
    }
  }

  private static func orderTable(_ format: ZegoFormat) -> [(String, String, [String])] {
    let documented = ("documented", "the members stand in the documented order", format.members)
    guard format != .token03 else {
      return [
        documented,
        (
          "java", "the members stand in the order of a Java HashMap",
          ["room_id", "create_time", "user_id", "expire_time", "privilege", "app_id", "nonce"]
        ),
      ]
    }
    return [
      documented,
      (
        "java", "the members stand in the order of a Java HashMap",
        ["user_id", "payload", "expire", "ctime", "app_id", "nonce"]
      ),
      (
        "go", "the members stand in the order of the Go struct",
        ["app_id", "user_id", "ctime", "expire", "nonce", "payload"]
      ),
      (
        "dotnet", "the members stand in the order of the .NET dictionary",
        ["app_id", "user_id", "payload", "ctime", "expire", "nonce"]
      ),
    ]
  }

  // MARK: - JSON writers

  static let writers: [Entry] = [
    writer("python", "text as Python's json module writes it") { $0.numbers = .python },
    writer("node", "text as JSON.stringify writes it") {
      $0.numbers = .javaScript
      $0.objects = .javaScript
    },
    writer("go-1.19", "text as Go's encoding/json wrote it before \\\\b and \\\\f") {
      $0.text.letters = "tnr"
      $0.text.escaped = goEscapes
      $0.objects = .sorted
    },
    writer("go-1.22", "text as Go's encoding/json writes it since \\\\b and \\\\f") {
      $0.text.escaped = goEscapes
      $0.objects = .sorted
    },
    writer("java", "text as json-simple writes it") {
      $0.text.hexIsUpperCase = true
      $0.text.escapesSlash = true
      $0.text.escaped = [0x7F...0x9F, 0x2000...0x20FF]
    },
    writer("php", "text as json_encode with JSON_HEX_AMP writes it") {
      $0.text.escapesSlash = true
      $0.text.escaped = [0x26...0x26, 0x80...0x10FFFF]
      $0.numbers = .php
    },
    writer("cpp", "text as rapidjson writes it") {
      $0.text.hexIsUpperCase = true
      $0.objects = .sortedByNumber
    },
    writer("dotnet", "text as Newtonsoft.Json writes it") {
      $0.text.escaped = [0x85...0x85, 0x2028...0x2029]
    },
  ]

  private static let goEscapes: [ClosedRange<UInt32>] = [
    0x26...0x26, 0x3C...0x3C, 0x3E...0x3E, 0x2028...0x2029,
  ]

  private static func writer(
    _ id: String, _ words: String, _ change: @escaping @Sendable (inout HostJSON) -> Void
  ) -> Entry {
    Entry("zego.json-\(id)", .choice, clause: "zego.json.text", words) {
      var json = HostJSON()
      change(&json)
      $0.claims.json = json
    }
  }

  // MARK: - Error vocabularies

  static func words(_ format: ZegoFormat) -> [Entry] {
    let table: [(String, RefusalWords)] = [
      ("go", .go), ("java", .java), ("python", .python), ("php", .php), ("node", .node),
      ("cpp", .cpp(format)), ("dotnet", .dotnet),
    ]
    return table.map { id, words in
      Entry(
        "zego.errors-\(id)", .choice, clause: "zego.refusal.reported",
        "refusals carry the codes of the \(id) assistant"
      ) { $0.words = words }
    }
  }

  // MARK: - Mistakes of ports

  static func mistakes(_ format: ZegoFormat) -> [Entry] {
    layoutMistakes(format) + keyMistakes + claimMistakes(format) + limits + [userTrimmed]
      + (format == .token03 ? [namesSwapped, privilegeAsBooleans] : [])
  }

  private static let limits: [Entry] = [
    Entry(
      "zego.time-limited", .interop, clause: "zego.served",
      "a time to live above 2³¹−1 seconds is refused"
    ) { $0.checks.effectiveTime = .positiveInt32 },
    Entry(
      "zego.app-id-31-bits", .interop, clause: "zego.served", "an app id above 2³¹−1 is refused"
    ) { $0.checks.appID = .positiveInt32 },
  ]

  private static let userTrimmed = Entry(
    "zego.user-trimmed", .security, clause: "zego.user-id.kept",
    "blanks around the user are dropped: the token is another user's"
  ) { $0.claims.trimsUser = true }

  private static let privilegeAsBooleans = Entry(
    "zego.privilege-as-booleans", .interop, clause: "zego.privilege.kept",
    "the values of the privilege are true and false"
  ) { $0.claims.edits.append(.privilegeAsBooleans) }

  private static let namesSwapped = Entry(
    "zego.names-swapped", .security, clause: "zego.room-id.kept",
    "the user stands for the room and the room for the user"
  ) { $0.claims.edits.append(.swappedNames) }

  private static func layoutMistakes(_ format: ZegoFormat) -> [Entry] {
    [
      Entry(
        "zego.expire-little-endian", .interop, clause: "zego.expire.header",
        "the clear expire is little endian"
      ) { $0.layout.expireOrder = .little },
      Entry(
        "zego.lengths-little-endian", .interop, clause: "zego.ciphertext.length",
        "the two lengths are little endian"
      ) { $0.layout.lengthOrder = .little },
      Entry(
        "zego.expire-32-bits", .interop, clause: "zego.expire.header",
        "the clear expire has 4 bytes, not 8"
      ) { $0.layout.expireWidth = .bits32 },
      Entry(
        "zego.lengths-32-bits", .interop, clause: "zego.ciphertext.length",
        "the two lengths have 4 bytes, not 2"
      ) { $0.layout.lengthWidth = .bits32 },
      Entry(
        "zego.iv-length-missing", .interop, clause: "zego.iv.length",
        "the length before the IV is missing"
      ) { $0.layout.hasIVLength = false },
      Entry(
        "zego.ciphertext-length-missing", .interop, clause: "zego.ciphertext.length",
        "the length before the ciphertext is missing"
      ) { $0.layout.hasCiphertextLength = false },
      Entry("zego.prefix-missing", .interop, clause: "zego.prefix", "the prefix is missing") {
        $0.layout.prefix = ""
      },
      Entry(
        "zego.prefix-of-other-version", .interop, clause: "zego.prefix",
        "the prefix is that of the other version"
      ) { $0.layout.prefix = format == .token03 ? "04" : "03" },
      Entry(
        "zego.base64-url", .interop, clause: "zego.base64", "base64 of the URL alphabet, padded"
      ) { $0.layout.base64 = .url },
      Entry(
        "zego.base64-url-unpadded", .interop, clause: "zego.base64",
        "base64 of the URL alphabet, not padded"
      ) { $0.layout.base64 = .urlUnpadded },
      Entry("zego.base64-unpadded", .interop, clause: "zego.base64", "base64 without padding") {
        $0.layout.base64 = .standardUnpadded
      },
      Entry(
        "zego.base64-lines", .interop, clause: "zego.base64",
        "base64 in lines of 76 symbols, a line feed after each"
      ) { $0.layout.base64 = .lines },
    ]
  }

  private static let keyMistakes: [Entry] = [
    Entry(
      "zego.aes-128", .security, clause: "zego.cipher", "AES-128 with half of the secret"
    ) { $0.seal.key = .firstHalf },
    Entry(
      "zego.secret-as-hex", .interop, clause: "zego.key",
      "the secret is decoded as hexadecimal digits"
    ) { $0.seal.key = .hex },
    Entry(
      "zego.secret-hashed", .interop, clause: "zego.key", "the key is the SHA-256 of the secret"
    ) { $0.seal.key = .digest },
    Entry(
      "zego.secret-lower-case", .interop, clause: "zego.key", "the secret is put in lower case"
    ) { $0.seal.key = .lowerCase },
  ]

  private static func claimMistakes(_ format: ZegoFormat) -> [Entry] {
    [
      Entry(
        "zego.milliseconds", .interop, clause: "zego.expire.sum", "times are in milliseconds"
      ) { $0.claims.edits.append(.milliseconds) },
      Entry(
        "zego.expire-is-duration", .interop, clause: "zego.expire.sum",
        "expire is the time to live, not the moment of its end"
      ) { $0.claims.edits.append(.innerWithoutCtime) },
      Entry(
        "zego.header-is-duration", .interop, clause: "zego.expire.header",
        "the clear expire is the time to live"
      ) { $0.claims.edits.append(.headerWithoutCtime) },
      Entry(
        "zego.header-is-ctime", .interop, clause: "zego.expire.header",
        "the clear expire is the moment of making"
      ) { $0.claims.edits.append(.headerIsCtime) },
      Entry(
        "zego.app-id-as-text", .interop, clause: "zego.app-id.kept", "the app id is a string"
      ) { $0.claims.edits.append(.textual("app_id")) },
      Entry(
        "zego.nonce-as-text", .interop, clause: "zego.nonce.range", "the nonce is a string"
      ) { $0.claims.edits.append(.textual("nonce")) },
      Entry(
        "zego.ctime-as-text", .interop, clause: "zego.ctime.now", "the time of making is a string"
      ) { $0.claims.edits.append(.textual(format.ctimeName)) },
      Entry(
        "zego.ctime-dropped", .interop, clause: "zego.json.members",
        "the time of making is left out"
      ) { $0.claims.edits.append(.drop(format.ctimeName)) },
      Entry(
        "zego.expire-as-text", .interop, clause: "zego.expire.sum", "expire is a string"
      ) { $0.claims.edits.append(.textual(format.expireName)) },
      Entry(
        "zego.nonce-64-bits", .interop, clause: "zego.nonce.range",
        "the nonce takes more than 32 bits, a time in milliseconds for example"
      ) { $0.randomness.nonce = .any },
      Entry(
        "zego.nonce-dropped", .interop, clause: "zego.json.members", "the nonce is left out"
      ) { $0.claims.edits.append(.drop("nonce")) },
    ]
  }
}
