// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

// Requests for the keys before 006 that break a rule for callers.
extension LegacyMintCases {
  static let refused: [Case] = identifiers + channels + outOfRange + others

  private static let identifiers: [Case] = [LegacyEntry.key3, .media5, .signaling].flatMap {
    entry in
    [
      ("31", "of 31 digits", "970CA35de60c44645bbae8a215061b3"),
      ("30", "of 30 digits", "970CA35de60c44645bbae8a215061b"),
      ("g", "with a letter that is no digit", "970CA35de60c44645bbae8a215061b3g"),
      ("blanks", "with blanks at its end", "970CA35de60c44645bbae8a215061b  "),
      ("empty", "of no digits", ""),
    ].flatMap { name, comment, value in
      [
        form(entry, "app-id-\(name)", "an app id \(comment)", ["app-id.hex"], "identifier") {
          $0[.appID] = .string(value)
        },
        form(
          entry, "certificate-\(name)", "a certificate \(comment)", ["certificate.hex"],
          "identifier"
        ) {
          $0[.certificate] = .string(value)
        },
      ]
    }
  }

  private static let channels: [Case] = [LegacyEntry.key3, .media5].flatMap { entry in
    [
      form(entry, "channel-empty", "no channel", ["channel.present"], "name") { $0[.channel] = "" },
      form(entry, "channel-65", "a channel of 65 bytes", ["channel.length"]) {
        $0[.channel] = .string(String(repeating: "c", count: 65))
      },
      form(entry, "channel-slash", "a channel with a slash", ["channel.charset"], "name") {
        $0[.channel] = "a/b"
      },
      form(
        entry, "channel-chinese", "a channel in Chinese", ["channel.charset", "legacy.channel"],
        "name"
      ) {
        $0[.channel] = "频道一"
      },
      form(entry, "channel-null", "a channel that is null", ["channel.text"], "type") {
        $0[.channel] = .null
      },
    ]
  }

  private static let outOfRange: [Case] =
    [LegacyEntry.key3, .media5].flatMap { entry in
      [
        ("ts", LegacyArgument.ts, "ts.range"), ("random", .random, "salt.range"),
        ("uid", .uid, "uid.range"), ("expire", .expire, "expire.range"),
      ].flatMap { name, argument, clause in
        [
          form(
            entry, "\(name)-minus-1", "a negative \(name)", [clause, "numbers.checked"], "number"
          ) {
            $0[argument] = -1
          },
          form(
            entry, "\(name)-4294967297", "a \(name) of 33 bits", [clause, "numbers.checked"],
            "number"
          ) {
            $0[argument] = 4_294_967_297
          },
        ]
      }
    }

  private static let others: [Case] = [
    form(
      .permission5, "3-and-more", "a permission of two characters", ["legacy.permission.value"],
      "name"
    ) {
      $0[.permission] = "33"
    },
    form(.permission5, "1", "a permission that there is not", ["legacy.permission.value"], "name") {
      $0[.permission] = "1"
    },
    signal("account-bytes", "an account that is no UTF-8", ["account.text"], "name") {
      $0[.account] = .string(Text([0x61, 0xFF]))
    },
    signal("expire-text", "an end that is a text", ["expire.range"], "type") {
      $0[.expire] = "tomorrow"
    },
    signal("expire-minus-1", "an end before 1970", ["expire.range", "numbers.checked"], "number") {
      $0[.expire] = -1
    },
    form(.relativeSignaling, "text", "seconds that are a text", ["expire.range"], "type") {
      $0[.expire] = "3600"
      $0.now = .second(1_700_000_000)
    },
  ]
}
