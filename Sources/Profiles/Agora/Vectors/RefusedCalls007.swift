// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Requests that break a clause of the caller.
enum RefusedCalls007 {
  private typealias Calls = Calls007

  static let identifiers = appIDs + certificates
  static let values = channels + users + numbers + services

  private static func refuse(
    _ name: String, _ comment: String, _ services: [JSONValue] = [Calls.rtc()],
    _ more: JSONObject = [:], clause: String? = nil, flag: String
  ) -> Case007 {
    Case007(
      name, comment, clauses: clause.map { ["agora.\($0)"] } ?? [], flags: [flag],
      Calls.mint(services, more))
  }

  // MARK: - App id and certificate

  private static func appID(_ name: String, _ comment: String, _ value: JSONValue) -> Case007 {
    refuse("app-id-\(name)", comment, [Calls.rtc()], ["app_id": value], flag: "identifier")
  }

  private static let appIDs = [
    appID("empty", "An empty app id", ""),
    appID("31", "An app id of 31 digits", "970CA35de60c44645bbae8a215061b3"),
    appID("33", "An app id of 33 digits", "970CA35de60c44645bbae8a215061b330"),
    appID("letter", "An app id with a letter beyond f", "g70CA35de60c44645bbae8a215061b33"),
    appID("spaces", "30 digits and two spaces", "970CA35de6 0c44645bba e8a215061b"),
    appID(
      "newline", "A line break in place of the last digit", "970CA35de60c44645bbae8a215061b3\n"),
    appID("wide-digits", "Digits beyond ASCII", "９70CA35de60c44645bbae8a215061b"),
    appID("prefixed", "A prefix of hexadecimal numbers", "0x0CA35de60c44645bbae8a215061b33"),
    appID("null", "No app id", .null),
    appID("number", "A number for an app id", 97_035),
  ]

  private static func certificate(
    _ name: String, _ comment: String, _ value: JSONValue
  ) -> Case007 {
    refuse(
      "certificate-\(name)", comment, [Calls.rtc()], ["app_certificate": value],
      flag: "identifier")
  }

  private static let certificates = [
    certificate("empty", "An empty certificate signs nothing", ""),
    certificate("31", "A certificate of 31 digits", "5CFd2fd1755d40ecb72977518be15d3"),
    certificate("33", "A certificate of 33 digits", "5CFd2fd1755d40ecb72977518be15d3b0"),
    certificate(
      "letter", "A certificate with a letter beyond f", "5CFd2fd1755d40ecb72977518be15d3z"),
    certificate(
      "newline", "A line break in place of the last digit", "5CFd2fd1755d40ecb72977518be15d3\n"),
    certificate("bytes", "16 bytes in place of 32 digits", "0123456789abcdef"),
    certificate("null", "No certificate", .null),
  ]

  // MARK: - Channels and users

  private static func channel(
    _ name: String, _ comment: String, _ value: JSONValue, type: Bool = false
  ) -> Case007 {
    refuse(
      "channel-\(name)", comment, [Calls.rtc(value)], clause: type ? "types.checked" : nil,
      flag: type ? "type" : "name")
  }

  private static let channels = [
    channel("empty", "An empty channel name", ""),
    channel("65", "A channel name of 65 bytes", Calls.text("c", 65)),
    channel("5000", "A channel name of 5000 bytes", Calls.text("c", 5000)),
    channel("chinese", "A channel name in Chinese", "频道"),
    channel("slash", "A slash in a channel name", "a/b"),
    channel("quote", "A quote in a channel name", "a\"b"),
    channel("apostrophe", "An apostrophe in a channel name", "a'b"),
    channel("backslash", "A backslash in a channel name", "a\\b"),
    channel("backtick", "A backtick in a channel name", "a`b"),
    channel("star", "A star in a channel name", "a*b"),
    channel("tab", "A tab in a channel name", "a\tb"),
    channel("zero-byte", "A zero byte in a channel name", "a\u{0}b"),
    channel("delete", "The character 127 in a channel name", "a\u{7F}b"),
    channel("null", "No channel name", .null, type: true),
    channel("number", "A number for a channel name", 12345, type: true),
  ]

  private static func user(
    _ name: String, _ comment: String, _ value: JSONValue, _ clause: String? = nil,
    flag: String = "name"
  ) -> Case007 {
    refuse("user-\(name)", comment, [Calls.rtc(uid: value)], clause: clause, flag: flag)
  }

  private static let users = [
    user("negative", "The uid -1", -1, "numbers.checked", flag: "range"),
    user("33-bits", "The uid 4294967296", 4_294_967_296, "numbers.checked", flag: "range"),
    user(
      "33-bits-one", "A uid that is 1 in 32 bits", 4_294_967_297, "numbers.checked",
      flag: "range"),
    user(
      "65-bits", "The uid 2 to the 64th", .integer(lexeme: "18446744073709551616"),
      "numbers.checked", flag: "range"),
    user("fraction", "The uid 1.5", .float(lexeme: "1.5"), "numbers.checked", flag: "range"),
    user("null", "No user: not every user", .null, "types.checked", flag: "type"),
    user("true", "A truth for a user", true, "types.checked", flag: "type"),
    user("list", "A list for a user", [1], "types.checked", flag: "type"),
    user("256", "An account of 256 bytes", Calls.text("u", 256)),
    user("chinese", "An account in Chinese", "用户一号"),
    user("emoji", "An account with a character beyond 16 bits", "bob😀"),
    user("slash", "A slash in an account", "a/b"),
    refuse(
      "streaming-user-negative", "The uid -1 of a stream",
      [Calls.room("streaming", uid: -1)], clause: "numbers.checked", flag: "range"),
    refuse(
      "fcdn-user-33-bits", "The uid 4294967296 of a stream",
      [Calls.room("fcdn", uid: 4_294_967_296)], clause: "numbers.checked", flag: "range"),
  ]

  // MARK: - Numbers

  private static func number(
    _ name: String, _ comment: String, _ more: JSONObject
  ) -> Case007 {
    refuse(name, comment, [Calls.rtc()], more, clause: "numbers.checked", flag: "range")
  }

  private static func privilege(
    _ name: String, _ comment: String, _ privileges: JSONValue
  ) -> Case007 {
    refuse(
      "privilege-\(name)", comment, [Calls.rtc(may: privileges)], clause: "numbers.checked",
      flag: "range")
  }

  private static let numbers = [
    number("life-negative", "The life -1", ["expire": -1]),
    number("life-33-bits", "The life 4294967296", ["expire": 4_294_967_296]),
    number("life-fraction", "The life 1.5", ["expire": .float(lexeme: "1.5")]),
    number("life-milliseconds", "A moment in milliseconds", ["expire": 1_626_013_391_434])
      .reported("AgoraIO/Tools#172"),
    refuse(
      "life-null", "No life at all", [Calls.rtc()], ["expire": .null], clause: "types.checked",
      flag: "type"),
    number("time-negative", "The time of issue -1", ["issue_ts": -1]),
    number("time-milliseconds", "A time of issue in milliseconds", ["issue_ts": 1_626_013_391_434]),
    number("salt-negative", "The salt -1", ["salt": -1]),
    number("salt-33-bits", "The salt 4294967296", ["salt": 4_294_967_296]),
    privilege("negative", "The privilege -1", [[-1, 600]]),
    privilege("17-bits", "The privilege 65536", [[65536, 600]]),
    privilege("17-bits-one", "A privilege that is 1 in 16 bits", [[65537, 600]]),
    privilege("time-negative", "A privilege for -1 seconds", [[1, -1]]),
    privilege("time-33-bits", "A privilege for 4294967296 seconds", [[1, 4_294_967_296]]),
    refuse(
      "role-17-bits", "The role 32768", [Calls.apaas(role: 32768)], clause: "numbers.checked",
      flag: "range"),
    refuse(
      "role-below", "The role -32769", [Calls.apaas(role: -32769)], clause: "numbers.checked",
      flag: "range"),
    refuse(
      "resource-17-bits", "The type of resources 65536", [Calls.rtm2([[65536, 0, ["a"]]])],
      clause: "numbers.checked", flag: "range"),
    refuse(
      "permission-negative", "The permission -1", [Calls.rtm2([[0, -1, ["a"]]])],
      clause: "numbers.checked", flag: "range"),
  ]

  // MARK: - Services

  private static let services = [
    refuse("no-service", "A token for nothing", [], flag: "service"),
    refuse(
      "rtm-null", "No user for messages", [Calls.rtm(.null)], clause: "types.checked",
      flag: "type"),
    refuse(
      "rtm-number", "A number for a user of messages", [Calls.rtm(12345)],
      clause: "types.checked", flag: "type"),
    refuse(
      "rtm-zero", "The number 0 for a user of messages", [Calls.rtm(0)],
      clause: "types.checked", flag: "type"),
    refuse(
      "chat-null", "No user for chat", [Calls.chat(.null)], clause: "types.checked",
      flag: "type"),
    refuse(
      "apaas-null", "No room", [Calls.apaas(.null)], clause: "types.checked", flag: "type"),
    refuse(
      "text-65536", "A user for messages of 65536 bytes, which no length can tell",
      [Calls.rtm(Calls.text("u", 65536))], flag: "size"),
  ]
}
