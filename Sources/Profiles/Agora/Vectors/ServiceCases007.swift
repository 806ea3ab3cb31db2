// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Requests for the other services, and for several at once.
enum ServiceCases007 {
  private typealias Calls = Calls007

  static let all = messages + streams + apaas + permissions + several

  private static func mint(
    _ name: String, _ comment: String, _ services: [JSONValue], flag: String = "service",
    clause: String = "service-fields"
  ) -> Case007 {
    Case007(
      name, comment, clauses: ["agora.007.\(clause)", "agora.served"], flags: [flag],
      Calls.mint(services))
  }

  // MARK: - Messages and chat

  private static let messages = [
    mint("rtm", "The service for messages, with its login", [Calls.rtm()]).recorded,
    mint("rtm-empty", "A user for messages may be empty", [Calls.rtm("")], flag: "any-user"),
    mint(
      "rtm-chinese", "A user in Chinese, in UTF-8", [Calls.rtm("用户")], flag: "text",
      clause: "text"
    ).recorded,
    mint(
      "rtm-latin", "A user whose letters are in Latin-1 too", [Calls.rtm("Zoë Müller")],
      flag: "text", clause: "text"),
    mint(
      "rtm-emoji", "A character beyond 16 bits takes four bytes", [Calls.rtm("bob😀")],
      flag: "text", clause: "text"),
    mint(
      "rtm-combining", "Characters are not composed: e and its accent stay apart",
      [Calls.rtm("e\u{301}")], flag: "text", clause: "text"),
    mint(
      "rtm-marks", "Quotes and slashes stay as they are", [Calls.rtm("a/b\"c\\d'e")],
      flag: "text", clause: "text"),
    mint(
      "rtm-control", "A zero byte and a line break are characters of a user",
      [Calls.rtm("a\u{0}b\nc")], flag: "text", clause: "text"),
    mint("chat-user", "The service for chat, for a user", [Calls.chat("2882341273")]).recorded,
    mint(
      "chat-app", "The service for chat, for an app: no user, privilege 2",
      [Calls.chat("", may: [[2, 600]])]),
    mint("fpa", "A service without fields", [Calls.fpa()]).recorded,
    mint("fpa-unlimited", "Its privilege without an end of its own", [Calls.fpa(may: [[1, 0]])]),
    mint("fpa-bare", "Neither fields nor privileges", [Calls.fpa(may: [])], flag: "boundary"),
    mint(
      "text-255", "A text of 255 bytes", [Calls.rtm(Calls.text("u", 255))], flag: "size",
      clause: "layout"),
    mint(
      "text-256", "A text whose length takes two bytes", [Calls.rtm(Calls.text("u", 256))],
      flag: "size", clause: "layout"),
    mint(
      "text-4100", "A text beyond four times a buffer of 1024 bytes",
      [Calls.rtm(Calls.text("u", 4100))], flag: "size", clause: "layout"),
    mint(
      "text-65535", "The longest text that a length can tell",
      [Calls.rtm(Calls.text("u", 65535))], flag: "size", clause: "layout"),
  ]

  // MARK: - Streams

  private static let streams = ["streaming", "fcdn"].flatMap { type in
    [
      mint(
        type, "The service \(type), with two privileges",
        [Calls.room(type, may: [[1, 600], [2, 700]])]
      ).recorded,
      mint(
        "\(type)-zero", "The uid 0 is empty in \(type) too", [Calls.room(type, uid: 0)],
        flag: "any-user", clause: "uid-zero"),
      mint("\(type)-account", "An account in \(type)", [Calls.room(type, uid: "anchor")]),
      mint(
        "\(type)-uid-max", "The greatest uid in \(type)",
        [Calls.room(type, uid: 4_294_967_295)], flag: "width", clause: "uid-zero"),
    ]
  }

  // MARK: - Rooms

  private static func role(_ name: String, _ role: JSONValue, _ comment: String) -> Case007 {
    mint("apaas-role-\(name)", comment, [Calls.apaas(role: role)], flag: "width")
  }

  private static let apaas = [
    mint("apaas-room-user", "A user of a room", [Calls.apaas()]).recorded,
    mint(
      "apaas-user", "A user without a room has the role -1",
      [Calls.apaas("", role: -1, may: [[2, 600]])]),
    mint(
      "apaas-app", "An app has neither room nor user",
      [Calls.apaas("", "", role: -1, may: [[3, 600]])]),
    mint(
      "apaas-chinese", "Room and user in Chinese", [Calls.apaas("教室一", "学生")], flag: "text",
      clause: "text"),
    role("zero", 0, "The role 0 is a role, not the lack of one"),
    role("two", 2, "The role 2"),
    role("three", 3, "The role 3"),
    role("max", 32767, "The greatest role"),
    role("min", -32768, "The least role"),
  ]

  // MARK: - Permissions

  private static func rtm2(
    _ name: String, _ comment: String, _ permissions: JSONValue, flag: String = "service"
  ) -> Case007 {
    mint("rtm2-\(name)", comment, [Calls.rtm2(permissions)], flag: flag, clause: "permissions")
  }

  private static let permissions = [
    rtm2("none", "No permission at all", .null).recorded,
    rtm2(
      "some", "Two types of resources",
      [[0, 0, ["ch1", "ch2"]], [0, 1, ["ch1"]], [1, 0, ["s1"]]]
    ).recorded,
    rtm2(
      "order", "Types and permissions are put in order, the names are not",
      [[4, 1, ["u1"]], [1, 1, ["b", "a"]], [1, 0, ["c"]], [0, 0, []]], flag: "order"),
    rtm2(
      "twice", "Of a permission that is set twice the last counts",
      [[0, 0, ["a"]], [0, 0, ["b"]]], flag: "repeated"),
    rtm2("no-name", "A permission for no resource", [[0, 0, []]], flag: "boundary"),
    rtm2("empty-name", "A resource whose name is empty", [[0, 0, [""]]], flag: "boundary"),
    rtm2("chinese", "Resources in Chinese", [[0, 1, ["频道", "😀"]]], flag: "text"),
    rtm2(
      "max", "The greatest numbers of a type and a permission",
      [[65535, 65535, ["x"]], [32768, 32768, ["y"]]], flag: "width"),
    rtm2(
      "same-name", "A name may stand twice in a permission", [[0, 0, ["a", "a"]]],
      flag: "repeated"),
  ]

  // MARK: - Several services

  private static func several(
    _ name: String, _ comment: String, _ services: [JSONValue], clause: String = "service-order",
    flag: String = "several"
  ) -> Case007 {
    mint(name, comment, services, flag: flag, clause: clause)
  }

  private static let several = [
    several("rtc-rtm", "A channel and messages", [Calls.rtc(), Calls.rtm()]).recorded,
    several("rtm-rtc", "The same in the other order of calls", [Calls.rtm(), Calls.rtc()])
      .recorded,
    several(
      "two-channels", "Two channels with a user each: a type may stand twice",
      [Calls.rtc("room1", uid: 1), Calls.rtc("room2", uid: 2)], clause: "services"),
    several(
      "two-channels-reversed", "Services of one type stay in the order in which they came",
      [Calls.rtc("room2", uid: 2), Calls.rtc("room1", uid: 1)]),
    several(
      "same-service-twice", "The very same service twice", [Calls.rtm(), Calls.rtm()],
      clause: "services"),
    several(
      "mixed", "Types and their repetitions mixed",
      [
        Calls.chat("b"), Calls.rtc("room1", uid: 1), Calls.chat("a"), Calls.rtm(),
        Calls.rtc("room2", uid: 2),
      ]),
    several("all", "All eight services", Calls.allServices, clause: "services"),
    several(
      "all-reversed", "All eight services, added in reverse", Calls.allServices.reversed()
    ).recorded,
    several(
      "ten-channels", "Ten channels: more than 1024 bytes of content",
      (1...10).map { Calls.rtc(Calls.text("c", 60), uid: .integer($0)) }, clause: "layout",
      flag: "size"),
    several(
      "257-services", "A number of services that takes two bytes",
      Array(repeating: Calls.fpa(may: []), count: 257), clause: "layout", flag: "size"),
  ]
}
