// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Requests for the keys before 006 that keep every rule for callers.
enum LegacyMintCases {
  typealias Case = AgoraCase<LegacyAsk>

  private static let layouts: [LegacyEntry: [String]] = [
    .key1: ["legacy.001.layout", "legacy.signature"], .key2: ["legacy.002.layout"],
    .key3: ["legacy.003.layout"], .sharing4: ["legacy.004.layout", "legacy.service"],
    .recording4: ["legacy.004.layout", "legacy.service"],
    .media4: ["legacy.004.layout", "legacy.service"],
    .sharing5: ["legacy.005.layout", "legacy.service"],
    .recording5: ["legacy.005.layout", "legacy.service"],
    .media5: ["legacy.005.layout", "legacy.005.signature", "legacy.005.encoding"],
    .permission5: ["legacy.005.map", "legacy.service"],
    .signaling: ["legacy.signaling.layout", "legacy.signaling.md5"],
    .relativeSignaling: ["legacy.signaling.expire"],
  ]

  static let forms: [Case] =
    LegacyEntry.allCases.map { entry in
      Case(name(entry), "the usual arguments of \(entry.rawValue)", layouts[entry] ?? [], "form") {
        $0.entry = entry
        if entry == .relativeSignaling {
          $0[.expire] = 3600
          $0.now = .second(1_446_451_871)
        }
      }
    } + [
      form(.permission5, "no-upload", "a permission to send nothing", ["legacy.005.map"]) {
        $0[.permission] = "0"
      }
    ]

  /// The last part of a function's name, with the version in front.
  static func name(_ entry: LegacyEntry) -> String { names[entry] ?? "" }

  private static let names: [LegacyEntry: String] = [
    .key1: "001", .key2: "002", .key3: "003", .sharing4: "004-sharing",
    .recording4: "004-recording", .media4: "004-media", .sharing5: "005-sharing",
    .recording5: "005-recording", .media5: "005-media", .permission5: "005-permission",
    .signaling: "signaling", .relativeSignaling: "signaling-relative",
  ]

  static func form(
    _ entry: LegacyEntry, _ name: String, _ comment: String, _ clauses: [String],
    _ flag: String = "limit", change: (inout LegacyAsk) -> Void
  ) -> Case {
    Case("\(Self.name(entry))-\(name)", comment, clauses, flag) {
      $0.entry = entry
      change(&$0)
    }
  }

  // MARK: - Users, channels, ids

  static let users: [Case] =
    [LegacyEntry.key2, .key3, .media4, .media5].flatMap { entry in
      [
        form(entry, "uid-0", "the uid 0", ["legacy.uid"]) { $0[.uid] = 0 },
        form(
          entry, "uid-2147483648", "the first uid with the highest bit", ["legacy.uid-kept"], "sign"
        ) {
          $0[.uid] = 2_147_483_648
        },
        form(entry, "uid-4294967295", "the largest uid", ["legacy.uid-kept"], "sign") {
          $0[.uid] = 4_294_967_295
        },
      ]
    }
    + [LegacyEntry.key1, .key3, .media4, .media5].flatMap { entry in
      [
        form(
          entry, "channel-64", "a channel of 64 bytes with every sign", ["legacy.channel"], "text"
        ) {
          $0[.channel] = .string(String(MintCases006.characters.suffix(64)))
        },
        form(entry, "channel-1", "a channel of one character", ["legacy.channel"]) {
          $0[.channel] = "a"
        },
        form(entry, "ids-capitals", "app id and certificate in capitals", ["legacy.app-id"], "text")
        {
          $0[.appID] = "ABCDEFABCDEF0123456789ABCDEFABCD"
          $0[.certificate] = "5CFD2FD1755D40ECB72977518BE15D3B"
        },
        form(
          entry, "ids-zeros", "app id and certificate that begin with zeros", ["legacy.app-id"],
          "text"
        ) {
          $0[.appID] = "00000a35de60c44645bbae8a215061b3"
          $0[.certificate] = "0000000000000000000000000000000a"
        },
      ]
    }

  // MARK: - Numbers

  static let numbers: [Case] =
    [LegacyEntry.key1, .key3, .media4, .media5].flatMap { entry in
      [
        form(entry, "ts-0", "made at second 0: ten zeros", ["legacy.ts.digits"]) { $0[.ts] = 0 },
        form(entry, "ts-999999999", "made before September 2001", ["legacy.ts.digits"]) {
          $0[.ts] = 999_999_999
        },
        form(
          entry, "ts-4294967295", "made in the last second of 32 bits", ["legacy.ts.digits"], "sign"
        ) {
          $0[.ts] = 4_294_967_295
        },
        form(entry, "random-0", "the random number 0: eight zeros", ["legacy.random"]) {
          $0[.random] = 0
        },
        form(entry, "random-letters", "a random number of letters", ["legacy.random"], "text") {
          $0[.random] = 0xABCD_EFAB
        },
        form(entry, "random-4294967295", "the largest random number", ["legacy.random"], "sign") {
          $0[.random] = 4_294_967_295
        },
      ]
    }
    + [LegacyEntry.key2, .key3, .media4, .media5].flatMap { entry in
      [
        form(entry, "expire-0", "no end: ten zeros", ["legacy.expire"]) { $0[.expire] = 0 },
        form(
          entry, "expire-4294967295", "an end in the last second of 32 bits", ["legacy.expire"],
          "sign"
        ) {
          $0[.expire] = 4_294_967_295
        },
      ]
    }

  // MARK: - Signaling

  static let signaling: [Case] = [
    signal("account-alice", "an account of letters", ["legacy.signaling.md5"], "account") {
      $0[.account] = "alice"
    },
    signal("account-chinese", "an account in Chinese", ["legacy.signaling.md5"], "text") {
      $0[.account] = "用户一号"
    },
    signal("account-colon", "an account with a colon", ["legacy.signaling.md5"], "text") {
      $0[.account] = "a:b"
    },
    signal("account-empty", "the empty account", ["legacy.signaling.md5"]) { $0[.account] = "" },
    signal("expire-0", "an end at second 0", ["legacy.signaling.expire"]) { $0[.expire] = 0 },
    signal("expire-9", "an end of one digit", ["legacy.signaling.expire"]) { $0[.expire] = 9 },
    signal(
      "expire-4294967295", "an end in the last second of 32 bits", ["legacy.signaling.expire"],
      "sign"
    ) {
      $0[.expire] = 4_294_967_295
    },
    signal(
      "ids-capitals", "app id and certificate in capitals", ["legacy.signaling.layout"], "text"
    ) {
      $0[.appID] = "ABCDEFABCDEF0123456789ABCDEFABCD"
      $0[.certificate] = "5CFD2FD1755D40ECB72977518BE15D3B"
    },
    form(.relativeSignaling, "day", "a token for a day", ["legacy.signaling.expire"], "clock") {
      $0[.expire] = 86_400
      $0.now = .second(1_700_000_000)
    },
    form(.relativeSignaling, "0", "a token for no second", ["legacy.signaling.expire"]) {
      $0[.expire] = 0
      $0.now = .second(1_700_000_000)
    },
    form(
      .relativeSignaling, "clock", "a token for an hour of one's own clock",
      ["legacy.signaling.layout"], "clock"
    ) {
      $0[.expire] = 3600
      $0.now = .ownClock
    },
  ]

  static func signal(
    _ name: String, _ comment: String, _ clauses: [String], _ flag: String = "limit",
    change: (inout LegacyAsk) -> Void
  ) -> Case { form(.signaling, name, comment, clauses, flag, change: change) }
}
