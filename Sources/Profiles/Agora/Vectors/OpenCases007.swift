// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Tokens that open.
struct OpenCases007 {
  private typealias Calls = Calls007

  let all: [Case007]

  init() throws {
    all =
      try Self.services() + Self.orders() + Self.users() + Self.times() + Self.privileges()
      + StreamCases007.made() + StreamCases007.recorded + Self.ownClock()
  }

  static func open(
    _ name: String, _ comment: String, _ clause: String, _ flag: String, _ token: JSONValue,
    _ wishes: JSONObject = [:], now: Int64 = Calls.issued + 100
  ) -> Case007 {
    Case007(
      name, comment, clauses: ["agora.007.open.\(clause)"], flags: [flag],
      Calls.open(token, wishes, now: .second(now)))
  }

  // MARK: - Services

  static let inChannel: JSONObject = [
    "channel_name": .string(Calls.channel), "uid": Calls.uid,
  ]

  private static func service(
    _ name: String, _ comment: String, _ services: [JSONValue], _ wishes: JSONObject
  ) throws -> Case007 {
    open(name, comment, "channel", "service", try Tokens007.token(services), wishes)
  }

  private static func services() throws -> [Case007] {
    [
      try service("rtc", "A channel and its user", [Calls.rtc()], inChannel),
      try service("rtm", "Messages", [Calls.rtm()], ["service": "rtm", "uid": "test_user"]),
      try service(
        "streaming", "A stream", [Calls.room("streaming")],
        inChannel.adding(["service": "streaming"])),
      try service("fpa", "A service for nobody", [Calls.fpa()], ["service": "fpa"]),
      try service(
        "chat", "Chat", [Calls.chat("2882341273")], ["service": "chat", "uid": "2882341273"]),
      try service(
        "fcdn", "A stream by another way", [Calls.room("fcdn")],
        inChannel.adding(["service": "fcdn"])),
      try service(
        "apaas", "A room", [Calls.apaas(role: -1)],
        ["service": "apaas", "uid": "2882341273"]),
      try service(
        "rtm2", "Messages with permissions",
        [Calls.rtm2([[0, 1, ["a", "b"]], [0, 2, ["c"]], [1, 0, ["s"]]])], ["service": "rtm2"]),
      try service(
        "rtm2-one", "Messages with one permission", [Calls.rtm2([[1, 0, ["stream"]]])],
        ["service": "rtm2"]),
      try service(
        "rtm-empty", "Messages for the empty user, who is no other", [Calls.rtm("")],
        ["service": "rtm", "uid": ""]),
      try service(
        "all", "The last of eight services is meant", Calls.allServices,
        ["service": "rtm2", "uid": "test_user"]),
      try service("nothing-asked", "Nothing is asked but that it opens", [Calls.rtc()], [:]),
      try service(
        "app-id", "The app that it is for", [Calls.rtc()], ["app_id": .string(Calls.appID)]),
      try service(
        "unnamed-user", "The channel alone is asked for", [Calls.rtc()],
        ["channel_name": .string(Calls.channel)]),
      try service(
        "second-channel", "The second of two channels, with its user",
        [Calls.rtc("room1", uid: 1), Calls.rtc("room2", uid: 2)],
        ["channel_name": "room2", "uid": 2]),
      try service(
        "chinese", "A user in Chinese", [Calls.rtm("用户")], ["uid": "用户"]),
    ]
  }

  // MARK: - Order

  private static func orders() throws -> [Case007] {
    [
      open(
        "services-reversed", "Services in descending order", "order", "order",
        try Tokens007.token(Calls.allServices.reversed(), ordered: false), inChannel),
      open(
        "privileges-reversed", "Privileges in descending order", "order", "order",
        try Tokens007.token(
          [Calls.rtc(may: [[4, 600], [3, 600], [2, 600], [1, 600]])], ordered: false),
        ["privileges": [1, 4]]),
      open(
        "permissions-reversed", "Permissions in descending order", "order", "order",
        try Tokens007.token(
          [Calls.rtm2([[3, 2, ["a"]], [3, 1, []], [0, 0, ["b"]]])], ordered: false)),
    ]
  }

  // MARK: - Users

  private static func user(
    _ name: String, _ comment: String, of user: JSONValue, for wish: JSONValue
  ) throws -> Case007 {
    open(
      "user-\(name)", comment, "channel", "any-user",
      try Tokens007.token([Calls.rtc(uid: user)]),
      ["channel_name": .string(Calls.channel), "uid": wish])
  }

  private static func users() throws -> [Case007] {
    [
      try user("any-for-five", "A token for every user, for the uid 5", of: 0, for: 5),
      try user("any-for-alice", "The same for an account", of: 0, for: "alice"),
      try user("any-for-zero", "The same for the uid 0", of: 0, for: 0),
      try user("text-zero", "The account 0", of: "0", for: "0"),
      try user("digits", "A uid is the account of its digits", of: "77", for: 77),
      try user("max", "The greatest uid", of: 4_294_967_295, for: 4_294_967_295),
    ]
  }

  // MARK: - Times

  private static func time(
    _ name: String, _ comment: String, _ clause: String, issued: Int64 = Calls.issued,
    life: JSONValue = Calls.life, now: Int64
  ) throws -> Case007 {
    open(
      name, comment, clause, "time",
      try Tokens007.token([Calls.rtc()], ["expire": life], at: issued), now: now)
  }

  private static func times() throws -> [Case007] {
    [
      try time("first-second", "The second of its issue", "issue", now: Calls.issued),
      try time("last-second", "Its last second", "expiry", now: Calls.issued + 599),
      try time("one-second", "A life of one second", "expiry", life: 1, now: Calls.issued),
      try time("issued-at-zero", "Issued in the second 0", "issue", issued: 0, now: 0),
      try time(
        "end-beyond-32-bits", "Its end is beyond 32 bits", "expiry", life: 4_294_967_295,
        now: 4_294_967_296),
      try time(
        "latest-end", "The last second of the latest token", "expiry", issued: 4_294_967_295,
        life: 4_294_967_295, now: 8_589_934_589),
    ]
  }

  private static func ownClock() throws -> [Case007] {
    try [
      ("own-rtc", "A token for 136 years, in a channel", [Calls.rtc()]),
      ("own-all", "A token for 136 years, for all services", Calls.allServices),
    ].map { name, comment, services in
      var one = open(
        name, comment, "expiry", "own-clock",
        try Tokens007.token(services, ["expire": 4_294_967_295]))
      one.question.now = .ownClock
      return one
    }
  }

  // MARK: - Privileges

  private static func may(
    _ name: String, _ comment: String, _ privileges: JSONValue, _ wanted: JSONValue,
    now: Int64 = Calls.issued + 100
  ) throws -> Case007 {
    open(
      "privilege-\(name)", comment, "privileges", "privilege",
      try Tokens007.token([Calls.rtc(may: privileges)]), ["privileges": wanted], now: now)
  }

  private static func privileges() throws -> [Case007] {
    [
      try may("one", "Joining", [[1, 600]], [1]),
      try may("four", "All of four", [[1, 600], [2, 600], [3, 600], [4, 600]], [1, 2, 3, 4]),
      try may(
        "zero", "A privilege without an end of its own, in the last second of its token",
        [[1, 0]], [1], now: Calls.issued + 599),
      try may(
        "last-second", "The last second of a privilege", [[1, 60]], [1], now: Calls.issued + 59),
      try may(
        "longer", "A privilege that would be longer than its token", [[1, 86_400]], [1],
        now: Calls.issued + 599),
      try may("none-asked", "A service without privileges", [], []),
      try may("other-over", "Another privilege is over", [[1, 600], [2, 10]], [1]),
      open(
        "privilege-elsewhere-over", "A privilege is over in one service, not in another",
        "privileges", "privilege",
        try Tokens007.token([Calls.rtc(may: [[1, 10]]), Calls.rtm(may: [[1, 600]])]),
        ["privileges": [1]]),
    ]
  }
}
