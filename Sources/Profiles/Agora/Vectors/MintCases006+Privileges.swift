// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

// What a builder is told about privileges and times.
extension MintCases006 {
  static let privileges: [Case006] = [
    Case006(
      "privileges-none", "no privilege: the page's example as it stands", ["006.privileges"],
      "usual"
    ) {
      $0.steps = []
    }.paged,
    Case006("privileges-four", "the four privileges of a publisher of today", ["006.privileges"]) {
      $0.steps = (1...4).map { .set(.integer($0), 1_446_455_471) }
    },
    Case006("privileges-descending", "set in descending order", ["006.privileges"], "order") {
      $0.steps = [4, 3, 2, 1].map { .set($0, 1_446_455_471) }
    },
    Case006(
      "privileges-1324", "set in the order 1, 3, 2, 4, as PHP does", ["006.privileges"], "order"
    ) {
      $0.steps = [1, 3, 2, 4].map { .set($0, 1_446_455_471) }
    }.reported("AgoraIO/Tools#120"),
    Case006(
      "privileges-textual", "privileges whose digits sort otherwise as text", ["006.privileges"],
      "order"
    ) {
      $0.steps = [1, 2, 10, 101, 1000].map { .set($0, 1_446_455_471) }
    },
    Case006("privilege-2-alone", "a privilege without that to join", ["006.privileges"], "reported")
    {
      $0.steps = [.set(2, 1_446_455_471)]
    }.reported("AgoraIO/Tools#119"),
    Case006("privilege-0", "the privilege 0", ["006.message"], "limit") { $0.steps = [.set(0, 9)] },
    Case006("privilege-256", "a privilege whose bytes tell their order", ["006.message"], "limit") {
      $0.steps = [.set(256, 9)]
    },
    Case006("privilege-32768", "a privilege with the highest bit of 16", ["006.message"], "sign") {
      $0.steps = [.set(32768, 9)]
    },
    Case006("privilege-65535", "the largest privilege", ["006.message"], "limit") {
      $0.steps = [.set(65535, 9)]
    },
    Case006(
      "privileges-signed", "privileges that sort otherwise as signed numbers", ["006.privileges"],
      "order"
    ) {
      $0.steps = [.set(1, 9), .set(40000, 9)]
    },
    Case006("expire-0", "a time of 0 is written as it is", ["006.expire"], "limit") {
      $0.steps = [.set(1, 0)]
    },
    Case006("expire-2147483648", "a time after January 2038", ["006.expire"], "sign") {
      $0.steps = [.set(1, 2_147_483_648)]
    },
    Case006("expire-4294967295", "the last second of 32 bits", ["006.expire"], "sign") {
      $0.steps = [.set(1, 4_294_967_295)]
    },
    Case006("expire-2051", "a time that another SDK wrote", ["006.expire"], "reported") {
      $0.uid = 0
      $0.steps = [.set(1, 2_569_560_003)]
    }.reported("AgoraIO/Basic-Video-Call#127"),
    Case006(
      "expire-seconds", "a number of seconds is taken for a moment of 1970", ["006.expire"],
      "reported"
    ) {
      $0.steps = [.set(1, 3600)]
    },
    Case006("set-twice", "the time that was set last counts", ["006.privileges"], "calls") {
      $0.steps = [.set(1, 100), .set(1, 200)]
    },
    Case006("removed", "a privilege that was removed is not there", ["006.remove"], "calls") {
      $0.steps = [.set(1, 100), .set(2, 100), .remove(1)]
    },
    Case006(
      "removed-unset", "removing what is not set changes nothing",
      ["006.remove", "refusal.reported"], "calls"
    ) {
      $0.steps = [.set(1, 100), .remove(2)]
    },
    Case006("removed-set-again", "removed and set again", ["006.remove"], "calls") {
      $0.steps = [.set(1, 100), .remove(1), .set(1, 200)]
    },
    Case006(
      "privileges-162", "a content of more than 1024 bytes", ["006.layout", "006.signature"],
      "large"
    ) {
      $0.steps = (0..<162).map { .set(.integer($0), .integer(1_446_455_471 + $0)) }
    },
  ]

  static let roles: [Case006] =
    AgoraRole.allCases.map { role in
      Case006(
        "role-\(role.rawValue)", "the privileges of the role \(role.rawValue)", ["006.roles"],
        "role"
      ) {
        $0.steps = [.role(.string(role.rawValue))]
      }
    } + [
      Case006(
        "role-and-time", "a time for one privilege of a role", ["006.roles", "006.privileges"],
        "role"
      ) {
        $0.steps = [.role("attendee"), .set(1, 1_563_500_117)]
      },
      Case006(
        "role-without-one", "a role without one of its privileges", ["006.roles", "006.remove"],
        "role"
      ) {
        $0.steps = [.role("publisher"), .remove(2)]
      },
      Case006(
        "role-and-more", "a role with one privilege more", ["006.roles", "006.privileges"], "role"
      ) {
        $0.steps = [.role("subscriber"), .set(1000, 0)]
      },
      Case006(
        "builders-apart", "what one builder sets in a role, the next one does not have",
        ["builder.independent"], "calls"
      ) {
        $0.steps = [.role("attendee"), .set(1, 777), .remove(2), .newBuilder, .role("attendee")]
      },
      Case006(
        "builders-apart-after-token", "a token between the two changes nothing of that",
        ["builder.independent"], "calls"
      ) {
        $0.steps = [
          .role("attendee"), .set(1, 777), .buildToken, .set(9, 9), .newBuilder, .role("attendee"),
        ]
      },
      Case006("built-twice", "the second token of a builder is the first", ["006.repeat"], "calls")
      {
        $0.steps = [.set(1, 100), .buildToken]
      },
      Case006(
        "built-between", "what is set after a token is in the next one", ["006.repeat"], "calls"
      ) {
        $0.steps = [.set(1, 100), .buildToken, .set(2, 100)]
      },
    ]

  static let times: [Case006] = [
    Case006("salt-0", "the salt 0", ["006.message"], "limit") { $0.inject["salt"] = 0 },
    Case006("salt-2147483648", "a salt with the highest bit", ["006.message"], "sign") {
      $0.inject["salt"] = 2_147_483_648
    },
    Case006("salt-4294967295", "the largest salt", ["006.message"], "limit") {
      $0.inject["salt"] = 4_294_967_295
    },
    Case006("salt-bytes", "a salt whose bytes tell their order", ["006.message"], "limit") {
      $0.inject["salt"] = 0x0102_0304
    },
    Case006("ts-0", "a token that ended in 1970", ["006.message"], "limit") { $0.inject["ts"] = 0 },
    Case006("ts-2147483648", "a token that ends after January 2038", ["006.message"], "sign") {
      $0.inject["ts"] = 2_147_483_648
    },
    Case006(
      "ts-4294967295", "a token that ends in the last second of 32 bits", ["006.message"], "sign"
    ) {
      $0.inject["ts"] = 4_294_967_295
    },
    Case006("ts-of-now", "a token ends a day after it was made", ["006.ts"], "clock") {
      $0.inject["ts"] = nil
      $0.now = .second(1_563_500_117)
    },
    Case006("ts-of-last-day", "made a day before the last second", ["006.ts"], "clock") {
      $0.inject["ts"] = nil
      $0.now = .second(4_294_880_895)
    },
    Case006("set-salt-ts", "salt and end that the caller sets", ["006.salt.given"], "calls") {
      $0.steps = [.set(1, 100), .saltTs(7, 7_777_777)]
    },
    Case006(
      "set-salt-ts-0", "salt and end set to 0 are no missing ones", ["006.salt.given"], "calls"
    ) {
      $0.steps = [.set(1, 100), .saltTs(0, 0)]
    },
  ]

  /// What holds of a token whatever was drawn for it.
  static let clock: [Case006] = [
    Case006("clock", "a token made by one's own clock", ["006.signature", "006.layout"], "clock") {
      ($0.inject, $0.now) = ([:], .ownClock)
    },
    Case006("clock-role", "a role's token made by one's own clock", ["006.roles"], "clock") {
      ($0.inject, $0.now) = ([:], .ownClock)
      $0.steps = [.role("publisher")]
    },
  ]
}
