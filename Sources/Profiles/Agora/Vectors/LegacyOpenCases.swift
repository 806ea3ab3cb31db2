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
}
