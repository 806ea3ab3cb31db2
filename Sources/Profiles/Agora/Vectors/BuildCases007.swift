// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Calls of the functions above the builder.
enum BuildCases007 {
  private typealias Calls = Calls007

  static let all = channels + others + rooms
  static let ownClock = [
    own("own-rtc", "A channel", "rtc.buildTokenWithUid", channel(1)),
    own("own-rtm", "Messages", "rtm.buildToken", ["test_user", 600]),
    own("own-fpa", "A token for a day", "fpa.buildToken", []),
  ]

  private static func build(
    _ name: String, _ comment: String, _ clause: String, _ entry: String, _ arguments: [JSONValue]
  ) -> Case007 {
    Case007(
      name, comment, clauses: ["agora.build.\(clause)", "agora.served"], flags: ["builder"],
      Calls.build(entry, arguments)
    ).recorded
  }

  private static func own(
    _ name: String, _ comment: String, _ entry: String, _ arguments: [JSONValue]
  ) -> Case007 {
    TimeCases007.own(name, comment, Calls.build(entry, arguments))
  }

  // MARK: - Channels

  private static func channel(_ role: JSONValue, user: JSONValue = Calls.uid) -> [JSONValue] {
    [.string(Calls.channel), user, role, 600, 300]
  }

  private static let account: JSONValue = "2882341273"

  private static let channels = [
    build(
      "publisher", "A publisher has four privileges, with a life of their own", "privileges",
      "rtc.buildTokenWithUid", channel(1)),
    build(
      "subscriber", "A subscriber may join", "privileges", "rtc.buildTokenWithUid", channel(2)),
    build(
      "uid-zero", "The uid 0 stands for every user", "user", "rtc.buildTokenWithUid",
      channel(1, user: 0)),
    build(
      "uid-max", "The greatest uid", "user", "rtc.buildTokenWithUid",
      channel(1, user: 4_294_967_295)),
    build(
      "account", "A publisher by account", "user", "rtc.buildTokenWithUserAccount",
      channel(1, user: account)),
    build(
      "account-subscriber", "A subscriber by account", "privileges",
      "rtc.buildTokenWithUserAccount", channel(2, user: account)),
    build(
      "with-rtm", "A channel and messages for one account", "services",
      "rtc.buildTokenWithRtm", channel(1, user: account)),
    build(
      "with-rtm-subscriber", "The same for a subscriber", "services", "rtc.buildTokenWithRtm",
      channel(2, user: account)),
    build(
      "with-rtm2", "Messages for a user and a life of their own", "services",
      "rtc.buildTokenWithRtm2",
      [.string(Calls.channel), account, 1, 600, 1, 2, 3, 4, "rtm_user", 900]),
    build(
      "with-rtm2-subscriber", "The same for a subscriber", "services", "rtc.buildTokenWithRtm2",
      [.string(Calls.channel), account, 2, 600, 1, 2, 3, 4, "rtm_user", 900]),
    build(
      "four-lives", "A life for each privilege", "expire", "rtc.buildTokenWithUidAndPrivilege",
      [.string(Calls.channel), Calls.uid, 600, 100, 0, 300, 400]),
    build(
      "four-lives-zero", "The same for every user", "expire",
      "rtc.buildTokenWithUidAndPrivilege", [.string(Calls.channel), 0, 600, 1, 2, 3, 4]),
    build(
      "four-lives-account", "The same by account", "expire",
      "rtc.buildTokenWithUserAccountAndPrivilege",
      [.string(Calls.channel), account, 600, 100, 200, 300, 400]),
  ]

  // MARK: - Messages, chat, FPA

  private static let others = [
    build("rtm", "Messages", "privileges", "rtm.buildToken", ["test_user", 600]),
    build("rtm-empty", "An empty user", "user", "rtm.buildToken", ["", 600]),
    build(
      "rtm-permissions", "Messages with permissions", "privileges",
      "rtm.buildTokenWithPermissions", ["test_user", [[0, 0, ["a", "b"]], [1, 1, ["c"]]], 600]),
    build("fpa", "FPA lives a day", "expire", "fpa.buildToken", []),
    build("chat-user", "A user of chat", "privileges", "chat.buildUserToken", [account, 600]),
    build("chat-app", "An app of chat", "privileges", "chat.buildAppToken", [600]),
  ]

  // MARK: - Rooms

  private static let rooms = ["education", "apaas"].flatMap { system in
    [
      build(
        "\(system)-room-user", "Three services for a user of a room", "room-user",
        "\(system).buildRoomUserToken", ["123", account, 1, 600]),
      build(
        "\(system)-role-zero", "The role 0 in a room", "room-user",
        "\(system).buildRoomUserToken", ["123", account, 0, 600]),
      build(
        "\(system)-md5-zero", "A user whose MD5 begins with one zero", "chat-user",
        "\(system).buildRoomUserToken", ["123", "public13", 1, 600]),
      build(
        "\(system)-md5-zeros", "A user whose MD5 begins with two zeros", "chat-user",
        "\(system).buildRoomUserToken", ["123", "public52", 1, 600]),
      build(
        "\(system)-chinese", "The MD5 is that of the user's UTF-8", "chat-user",
        "\(system).buildRoomUserToken", ["123", "学生", 1, 600]),
      build(
        "\(system)-user", "A user without a room", "user", "\(system).buildUserToken",
        [account, 600]),
      build(
        "\(system)-app", "An app has no names", "user", "\(system).buildAppToken", [600]),
    ]
  }
}
