// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// A question to an opener of the keys before 006.
struct LegacyOpenCase: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let flag: String
  var ask: LegacyAsk
  var wishes: JSONObject = [:]
  var now = VectorQuestion.Moment.second(1_446_455_470)

  init(
    _ name: String, _ comment: String, _ clauses: [String], _ entry: LegacyEntry,
    _ flag: String = "usual", change: (inout LegacyOpenCase) -> Void = { _ in }
  ) {
    self.name = name
    self.comment = comment
    self.clauses = clauses.map { "agora.legacy.\($0)" }
    self.flag = flag
    ask = LegacyAsk(entry)
    change(&self)
  }

  var question: VectorQuestion {
    var input: JSONObject = [
      "token": ask.token, "version": .string(ask.entry.shape.name),
      "app_certificate": ask[.certificate],
    ]
    if ask.entry.shape == .signaling {
      input["user_account"] = ask[.account]
    } else {
      input["channel_name"] = ask[.channel]
      if ask.entry != .key1 { input["uid"] = ask[.uid] }
    }
    for wish in wishes.members { input[wish.name.display] = wish.value }
    return VectorQuestion(op: VectorQuestion.open, input: input, now: now)
  }
}

/// Keys before 006 that open, each in its own way.
enum LegacyOpenCases {
  static let end: Int64 = 1_446_455_471

  static let all: [LegacyOpenCase] =
    LegacyEntry.allCases.filter { $0 != .relativeSignaling }.map { entry in
      LegacyOpenCase(
        LegacyMintCases.name(entry), "a usual key of \(entry.rawValue)",
        ["open.form", "open.signature"], entry, "form")
    } + times + wishes

  private static let times: [LegacyOpenCase] = [
    LegacyOpenCase("003-without-end", "a 003 without an end", ["open.expire"], .key3, "limit") {
      $0.ask[.expire] = 0
      $0.now = .second(4_294_967_296)
    },
    LegacyOpenCase("005-without-end", "a 005 without an end", ["open.expire"], .media5, "limit") {
      $0.ask[.expire] = 0
      $0.now = .second(4_294_967_296)
    },
    LegacyOpenCase(
      "004-to-the-end", "a 004 to the last second of 32 bits", ["open.expire"], .media4, "sign"
    ) {
      $0.ask[.expire] = 4_294_967_295
      $0.now = .second(4_294_967_294)
    },
    LegacyOpenCase("001-for-ever", "a 001 knows no end", ["open.expire"], .key1, "limit") {
      $0.now = .second(4_294_967_296)
    },
    LegacyOpenCase(
      "signaling-clock", "good until 2106, by one's own clock", ["open.expire"], .signaling, "clock"
    ) {
      $0.ask[.expire] = 4_294_967_295
      $0.now = .ownClock
    },
  ]

  private static let wishes: [LegacyOpenCase] = [
    LegacyOpenCase("003-app", "for the app that is asked for", ["open.policy"], .key3) {
      $0.wishes["app_id"] = $0.ask[.appID]
    },
    LegacyOpenCase(
      "005-app", "for the app that is asked for: its digits have no case in a 005", ["open.policy"],
      .media5, "text"
    ) { $0.wishes["app_id"] = "970CA35DE60C44645BBAE8A215061B33" },
    LegacyOpenCase("004-service", "for the service that is asked for", ["open.policy"], .recording4)
    {
      $0.wishes["service"] = "recording"
    },
    LegacyOpenCase("005-service", "for the service that is asked for", ["open.policy"], .sharing5) {
      $0.wishes["service"] = "sharing"
    },
    LegacyOpenCase("003-uid-0", "for the uid 0", ["open.signature"], .key3, "limit") {
      $0.ask[.uid] = 0
    },
    LegacyOpenCase("003-uid-4294967295", "for the largest uid", ["open.signature"], .key3, "sign") {
      $0.ask[.uid] = 4_294_967_295
    },
    LegacyOpenCase(
      "signaling-account", "for an account in Chinese", ["open.signature"], .signaling, "text"
    ) {
      $0.ask[.account] = "用户一号"
    },
  ]

  // MARK: - Negatives

  static let form = text + packed + signaling
  static let seal = signatures + users
  static let policy = ends + others

  private static func change(
    _ name: String, _ comment: String, of parent: String, _ field: String, _ bytes: JSONValue,
    _ stage: Stage, _ reason: String
  ) -> OpenNegative {
    OpenNegative(
      "\(parent)-\(name)", comment, of: parent, "sets-field",
      ["field": .string(field), "bytes": bytes], by: Check(stage, reason, field))
  }

  private static func cut(
    _ parent: String, _ layer: JSONValue, to end: Int, _ field: String
  ) -> OpenNegative {
    OpenNegative(
      "\(parent)-cut-\(abs(end))", "it ends within the \(field)", of: parent, "cuts",
      ["layer": layer, "to": .integer(end)], by: Check(.structure, "truncated", field))
  }

  private static func longer(
    _ parent: String, _ layer: JSONValue, _ bytes: JSONValue, _ field: String
  ) -> OpenNegative {
    OpenNegative(
      "\(parent)-longer", "something follows the \(field)", of: parent, "appends",
      ["layer": layer, "bytes": bytes], by: Check(.structure, "trailing", field))
  }

  private static let text: [OpenNegative] = [
    cut("001", "text", to: 39, "signature"), cut("001", "text", to: 71, "app-id"),
    cut("001", "text", to: 81, "ts"), cut("001", "text", to: 89, "random"),
    cut("003", "text", to: 2, "version"), cut("003", "text", to: 102, "uid"),
    cut("003", "text", to: 112, "expire"), cut("004-media", "text", to: 93, "expire"),
    longer("001", "text", "0", "random"), longer("002", "text", "0", "expire"),
    longer("003", "text", "\n", "expire"),
    change("version-004", "another version", of: "003", "version", "004", .encoding, "version"),
    change(
      "version-005", "another version", of: "004-media", "version", "005", .encoding, "version"),
    change(
      "app-id-no-digits", "an app id that is none, signed", of: "003", "app-id",
      "970CA35de60c44645bbae8a215061b3g", .encoding, "hex"),
    change(
      "ts-sign", "a time with a sign, signed", of: "003", "ts", "-000000001", .encoding, "number"),
    change(
      "ts-blank", "a time with blanks, signed", of: "001", "ts", "1446455 72", .encoding, "number"),
    change(
      "ts-33-bits", "a time of 33 bits, signed", of: "003", "ts", "4294967296", .encoding, "number"),
    change(
      "random-capitals", "a random number in capitals, signed", of: "003", "random", "0383BBF5",
      .encoding, "hex"),
    change(
      "random-no-digits", "a random number that is none, signed", of: "002", "random", "0383bbfx",
      .encoding, "hex"),
    change(
      "uid-sign", "a negative user, signed", of: "003", "uid", "-141262602", .encoding, "number"),
    change(
      "uid-33-bits", "a user of 33 bits, signed", of: "002", "uid", "7177308569", .encoding,
      "number"),
    change(
      "expire-sign", "a negative end, signed", of: "004-media", "expire", "-000000001", .encoding,
      "number"),
    change(
      "expire-blank", "an end with a blank, signed", of: "003", "expire", "1446455 71", .encoding,
      "number"),
    OpenNegative(
      "001-signature-capitals", "the signature in capitals", of: "001", "other-case",
      by: Check(.encoding, "hex", "signature")),
    OpenNegative(
      "004-signature-capitals", "the signature in capitals", of: "004-media", "other-case",
      by: Check(.encoding, "hex", "signature")),
    OpenNegative(
      "003-signature-no-digits", "a signature that is no digits", of: "003", "writes-field",
      ["field": "signature", "bytes": .string(String(repeating: "z", count: 40))],
      by: Check(.encoding, "hex", "signature")),
  ]

  private static let packed: [OpenNegative] = [
    change(
      "version-004", "another version", of: "005-media", "version", "004", .encoding, "version"),
    change("version-none", "no version", of: "005-media", "version", "", .encoding, "version"),
    cut("005-media", "content", to: 1, "service"), cut("005-media", "content", to: 43, "signature"),
    cut("005-media", "content", to: 61, "app-id"), cut("005-media", "content", to: 65, "ts"),
    cut("005-media", "content", to: 69, "random"), cut("005-media", "content", to: 73, "expire"),
    cut("005-media", "content", to: 75, "extra"), cut("005-permission", "content", to: 80, "extra"),
    longer("005-media", "content", "\0", "extra"),
    longer("005-permission", "content", "\0\0\0", "extra"),
    change(
      "service-0", "the service 0, signed", of: "005-media", "service", "\0\0", .structure,
      "service"),
    change(
      "service-5", "the service 5, signed", of: "005-media", "service", "\u{5}\0", .structure,
      "service"),
    change(
      "service-256", "a service whose high byte counts, signed", of: "005-media", "service",
      "\u{1}\u{1}", .structure, "service"),
    change(
      "app-id-0", "an empty app id, signed", of: "005-media", "app-id", "\0\0", .structure, "app-id"
    ),
    change(
      "app-id-text", "an app id as its 32 digits, signed", of: "005-media", "app-id",
      " \0970CA35de60c44645bbae8a215061b33", .structure, "app-id"),
    change(
      "map-of-1", "a permission in a key for media, signed", of: "005-media", "extra",
      "\u{1}\0\u{1}\0\u{1}\03", .structure, "permission"),
    change(
      "map-of-0", "no permission in a key for one, signed", of: "005-permission", "extra", "\0\0",
      .structure, "permission"),
    change(
      "map-of-2", "two permissions, signed", of: "005-permission", "extra",
      "\u{2}\0\u{1}\0\u{1}\03\u{1}\0\u{1}\00", .structure, "permission"),
    change(
      "permission-1", "a permission that there is not, signed", of: "005-permission", "extra",
      "\u{1}\0\u{1}\0\u{1}\01", .structure, "permission"),
    change(
      "permission-empty", "an empty permission, signed", of: "005-permission", "extra",
      "\u{1}\0\u{1}\0\0\0", .structure, "permission"),
    change(
      "permission-of-2", "the permission under another number, signed", of: "005-permission",
      "extra", "\u{1}\0\u{2}\0\u{1}\03", .structure, "permission"),
    OpenNegative(
      "005-media-signature-of-39", "a signature of 39 digits", of: "005-media", "writes-field",
      ["field": "signature", "bytes": .string("'\0" + String(repeating: "A", count: 39))],
      by: Check(.structure, "signature.length", "signature")),
    OpenNegative(
      "005-media-by-sha256", "a signature made with SHA-256", of: "005-media", "signs-by-sha256",
      by: Check(.structure, "signature.length", "signature")),
    OpenNegative(
      "005-media-signature-small", "the signature in small letters", of: "005-media", "other-case",
      by: Check(.encoding, "hex", "signature")),
    OpenNegative(
      "005-media-base64-url", "the alphabet for URLs, without padding", of: "005-media",
      "base64-url", by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-unpadded", "no padding", of: "005-media", "cuts", ["layer": "text", "to": -2],
      by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-star", "a star in the base64", of: "005-media", "replaces",
      ["layer": "text", "at": 20, "count": 1, "by": "*"], by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-spare-bits", "the bits of the last symbol that carry nothing are set",
      of: "005-media", "replaces",
      ["layer": "text", "at": -3, "count": 1, "by": "B"], by: Check(.encoding, "base64", "content")),
    OpenNegative(
      "005-media-line-feed", "a line feed at the end", of: "005-media", "appends",
      ["layer": "text", "bytes": "\n"], by: Check(.encoding, "base64", "content")),
  ]

  private static let signaling: [OpenNegative] = [
    change("version-2", "another version", of: "signaling", "version", "2", .encoding, "version"),
    change(
      "version-long", "a version of two digits", of: "signaling", "version", "01", .encoding,
      "version"),
    change(
      "app-id-31", "an app id of 31 digits, signed", of: "signaling", "app-id",
      "970CA35de60c44645bbae8a215061b3", .encoding, "app-id"),
    change(
      "app-id-no-digits", "an app id that is none, signed", of: "signaling", "app-id",
      "970CA35de60c44645bbae8a215061b3g", .encoding, "hex"),
    change(
      "expire-zeros", "an end with a zero in front, signed", of: "signaling", "expire",
      "01446455471", .encoding, "number"),
    change(
      "expire-33-bits", "an end of 33 bits, signed", of: "signaling", "expire", "4294967296",
      .encoding, "number"),
    change(
      "expire-sign", "a negative end, signed", of: "signaling", "expire", "-1", .encoding, "number"),
    change("expire-empty", "no end, signed", of: "signaling", "expire", "", .encoding, "number"),
    cut("signaling", "text", to: 0, "version"), cut("signaling", "text", to: 20, "app-id"),
    cut("signaling", "text", to: 40, "expire"), cut("signaling", "text", to: 77, "digest"),
    longer("signaling", "text", "0", "digest"),
    OpenNegative(
      "signaling-capitals", "the digest in capitals", of: "signaling", "other-case",
      by: Check(.encoding, "hex", "digest")),
  ]

  private static let signatures: [OpenNegative] =
    ["001", "002", "003", "004-media", "005-media"].flatMap { parent in
      [
        OpenNegative(
          "\(parent)-other-key", "signed with another certificate", of: parent, "signs-with",
          ["key": "f0e1d2c3b4a5968778695a4b3c2d1e0f"], by: .signature),
        OpenNegative(
          "\(parent)-empty-key", "signed with the empty key", of: parent, "signs-with",
          ["key": ""], by: .signature),
        OpenNegative(
          "\(parent)-channel-unsigned", "the channel is not signed", of: parent, "signs-without",
          ["part": "channel"], by: .signature),
        OpenNegative(
          "\(parent)-app-id-written", "another app id stands there than was signed", of: parent,
          "writes-field", ["field": "app-id", "bytes": otherApp(parent)], by: .signature),
      ]
    } + [
      OpenNegative(
        "005-media-flipped-ts", "a bit of the time is another", of: "005-media", "flips-bit",
        ["layer": "content", "byte": 62, "bit": 0], by: .signature),
      OpenNegative(
        "005-media-flipped-expire", "the highest bit of the end is another", of: "005-media",
        "flips-bit", ["layer": "content", "byte": 73, "bit": 7], by: .signature),
      OpenNegative(
        "003-flipped-random", "the random number ends in 4, not in 5", of: "003", "flips-bit",
        ["layer": "text", "byte": 92, "bit": 0], by: .signature),
      OpenNegative(
        "004-service-unsigned", "the service is not signed", of: "004-media", "signs-without",
        ["part": "service"], by: .signature),
      OpenNegative(
        "005-media-text-key", "signed with the certificate's text", of: "005-media", "signs-with",
        ["key": "5CFd2fd1755d40ecb72977518be15d3b"], by: .signature),
      OpenNegative(
        "003-decoded-key", "signed with the bytes of the certificate's digits", of: "003",
        "signs-with",
        [
          "key": .string(
            Text((try? Hex.decode(Array("5CFd2fd1755d40ecb72977518be15d3b".utf8).span)) ?? []))
        ], by: .signature),
      OpenNegative(
        "003-expire-written", "another end stands there than was signed", of: "003", "writes-field",
        ["field": "expire", "bytes": "1999999999"], by: .signature),
      OpenNegative(
        "005-media-service-written", "another service stands there than was signed",
        of: "005-media",
        "writes-field", ["field": "service", "bytes": "\u{2}\0"], by: .signature),
      OpenNegative(
        "signaling-account-unsigned", "the account is not in the digest", of: "signaling",
        "signs-without", ["part": "account"], by: .digest),
      OpenNegative(
        "signaling-certificate-unsigned", "the certificate is not in the digest", of: "signaling",
        "signs-without", ["part": "certificate"], by: .digest),
      OpenNegative(
        "signaling-expire-written", "another end stands there than is in the digest",
        of: "signaling",
        "writes-field", ["field": "expire", "bytes": "1999999999"], by: .digest),
      OpenNegative(
        "003-certificate-other", "opened with another certificate", of: "003", "asks",
        ["app_certificate": "f0e1d2c3b4a5968778695a4b3c2d1e0f"], by: .signature),
      OpenNegative(
        "003-certificate-31", "opened with a certificate of 31 digits", of: "003", "asks",
        ["app_certificate": "5CFd2fd1755d40ecb72977518be15d3"],
        by: Check(.policy, "certificate", "certificate")),
    ]

  private static func otherApp(_ parent: String) -> JSONValue {
    parent.hasPrefix("005")
      ? .string(Text([16, 0] + [UInt8](repeating: 7, count: 16)))
      : "970CA35de60c44645bbae8a215061b34"
  }

  private static let users: [OpenNegative] =
    ["001", "003", "004-media", "005-media"].map {
      OpenNegative(
        "\($0)-for-channel", "opened for another channel", of: $0, "asks", ["channel_name": "room"],
        by: .signature)
    } + [
      OpenNegative(
        "002-for-uid", "opened for another user", of: "002", "asks", ["uid": 5], by: .uid),
      OpenNegative(
        "003-for-uid-0", "opened for the uid 0", of: "003", "asks", ["uid": 0], by: .uid),
      OpenNegative(
        "004-for-uid", "opened for another user", of: "004-media", "asks", ["uid": 5],
        by: .signature),
      OpenNegative(
        "005-for-uid", "opened for another user", of: "005-media", "asks", ["uid": 5],
        by: .signature),
      OpenNegative(
        "003-uid-written", "another user stands there than was signed", of: "003", "writes-field",
        ["field": "uid", "bytes": "0000000005"], by: .uid),
      OpenNegative(
        "signaling-for-account", "opened for another account", of: "signaling", "asks",
        ["user_account": "alice"], by: .digest),
    ]

  private static let ends: [OpenNegative] =
    ["002", "003", "004-media", "005-media", "signaling"].map {
      OpenNegative(
        "\($0)-at-end", "opened in the second of its end", of: $0, "asks-at",
        ["second": .integer(end)], by: .expired)
    } + [
      OpenNegative(
        "003-far", "opened in the last second of 63 bits", of: "003", "asks-at",
        ["second": .integer(Int64.max)], by: .expired),
      OpenNegative(
        "004-at-the-end", "opened in the last second of 32 bits", of: "004-to-the-end", "asks-at",
        ["second": 4_294_967_295], by: .expired),
    ]

  private static let others: [OpenNegative] = [
    OpenNegative(
      "003-for-app", "opened for another app", of: "003", "asks",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .appID),
    OpenNegative(
      "003-for-app-case", "opened for the app id in capitals", of: "003", "asks",
      ["app_id": "970CA35DE60C44645BBAE8A215061B33"], by: .appID),
    OpenNegative(
      "005-for-app", "opened for another app", of: "005-media", "asks",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .appID),
    OpenNegative(
      "signaling-for-app", "opened for another app", of: "signaling", "asks",
      ["app_id": "970CA35de60c44645bbae8a215061b34"], by: .appID),
    OpenNegative(
      "004-for-service", "a key for media, opened for recording", of: "004-media", "asks",
      ["service": "recording"], by: .service),
    OpenNegative(
      "005-for-service", "a key for media, opened for recording", of: "005-media", "asks",
      ["service": "recording"], by: .service),
    OpenNegative(
      "003-for-service", "a key for no service, opened for media", of: "003", "asks",
      ["service": "media"], by: .service),
  ]
}

extension Check {
  fileprivate static let signature = Check(.crypto, "signature", "signature")
  fileprivate static let digest = Check(.crypto, "digest", "digest")
  fileprivate static let uid = Check(.policy, "uid", "uid")
  fileprivate static let expired = Check(.time, "expired", "expire")
  fileprivate static let appID = Check(.policy, "app-id", "app-id")
  fileprivate static let service = Check(.policy, "service", "service")
}
