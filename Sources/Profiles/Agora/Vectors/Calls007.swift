// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Questions about AccessToken 007 in the words of its recordings.
enum Calls007 {
  static let appID = "970CA35de60c44645bbae8a215061b33"
  static let certificate = "5CFd2fd1755d40ecb72977518be15d3b"
  static let otherCertificate = "5CFd2fd1755d40ecb72977518be15d3c"
  static let channel = "7d72365eb983485397e3e3f9d460bdda"
  static let uid: JSONValue = 2_882_341_273
  static let issued: Int64 = 1_111_111
  static let life: JSONValue = 600
  static let join: JSONValue = [[1, 600]]

  // MARK: - Services

  static func rtc(
    _ channel: JSONValue = .string(channel), uid: JSONValue = uid, may privileges: JSONValue = join
  ) -> JSONValue {
    room("rtc", channel, uid: uid, may: privileges)
  }

  /// A service for a user in a channel.
  static func room(
    _ type: String, _ channel: JSONValue = .string(channel), uid: JSONValue = uid,
    may privileges: JSONValue = join
  ) -> JSONValue {
    [
      "type": .string(type), "channel_name": channel, "uid": uid, "privileges": privileges,
    ]
  }

  static func rtm(_ user: JSONValue = "test_user", may privileges: JSONValue = join) -> JSONValue {
    ["type": "rtm", "user_id": user, "privileges": privileges]
  }

  static func chat(_ user: JSONValue, may privileges: JSONValue = join) -> JSONValue {
    ["type": "chat", "user_id": user, "privileges": privileges]
  }

  static func fpa(may privileges: JSONValue = join) -> JSONValue {
    ["type": "fpa", "privileges": privileges]
  }

  static func apaas(
    _ room: JSONValue = "123", _ user: JSONValue = "2882341273", role: JSONValue = 1,
    may privileges: JSONValue = join
  ) -> JSONValue {
    [
      "type": "apaas", "room_uuid": room, "user_uuid": user, "role": role,
      "privileges": privileges,
    ]
  }

  static func rtm2(_ permissions: JSONValue, user: JSONValue = "test_user") -> JSONValue {
    ["type": "rtm2", "user_id": user, "permissions": permissions, "privileges": join]
  }

  /// One of each type, ascending.
  static let allServices: [JSONValue] = [
    rtc(), rtm(), room("streaming"), fpa(), chat("2882341273"), room("fcdn"), apaas(),
    rtm2([[0, 1, ["room1", "room2"]], [1, 2, ["stream1"]]]),
  ]

  static func text(_ character: Character, _ count: Int) -> JSONValue {
    .string(String(repeating: character, count: count))
  }

  // MARK: - Questions

  /// A token whose salt and time of issue are drawn, or given where the input has them.
  static func mint(
    _ services: [JSONValue], _ more: JSONObject = [:], salt: JSONValue = 1, at now: Int64 = issued
  ) -> VectorQuestion {
    var input: JSONObject = [
      "app_id": .string(appID), "app_certificate": .string(certificate), "expire": life,
      "services": .array(services),
    ]
    for member in more.members { input[member.name.display] = member.value }
    return VectorQuestion(op: "mint", input: input, inject: ["salt": salt], now: .second(now))
  }

  /// One of the functions above the builder, with the arguments behind app id and certificate.
  static func build(_ entry: String, _ arguments: [JSONValue]) -> VectorQuestion {
    VectorQuestion(
      op: "build",
      input: [
        "entry": .string("007." + entry),
        "args": .array([.string(appID), .string(certificate)] + arguments),
      ], inject: ["salt": 1], now: .second(issued))
  }

  /// A token that is loaded, and built again.
  static func reopen(
    _ token: JSONValue, certificate: String = certificate
  ) -> VectorQuestion {
    VectorQuestion(
      op: "reopen", input: ["app_certificate": .string(certificate), "parse": token])
  }

  /// A token that is opened for some wishes.
  static func open(
    _ token: JSONValue, _ wishes: JSONObject = [:], now: VectorQuestion.Moment = .second(issued)
  ) -> VectorQuestion {
    let input: JSONObject = ["token": token, "app_certificate": .string(certificate)]
    return VectorQuestion(op: VectorQuestion.open, input: input.adding(wishes), now: now)
  }
}

extension JSONValue {
  /// The bytes of hexadecimal digits.
  static func hex(_ digits: String) -> JSONValue {
    .string(Text((try? Hex.decode(Array(digits.utf8).span)) ?? []))
  }
}

extension JSONObject {
  /// The members of both.
  func adding(_ more: JSONObject) -> JSONObject { JSONObject(members + more.members) }
}
