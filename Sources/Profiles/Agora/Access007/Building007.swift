// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// How the builder functions above a 007 token turn their arguments into services.
struct Building007: Hashable, Sendable {
  /// How the MD5 of a user becomes the id of a chat user.
  var chatID = ChatID.hex
  /// Where the privilege for the chat goes.
  var chatPrivilege = Target.own
  /// Whether a user of a room gets the privilege for it.
  var hasRoomPrivilege = true
  /// Whether a subscriber gets what a publisher gets.
  var subscriberPublishes = false
  /// Whether the life of the token and that of its privileges are exchanged.
  var livesExchanged = false
  /// Whether a builder for two services adds the one for messages.
  var hasMessages = true
  /// The user of a token for an app.
  var appUser = ""

  enum ChatID: Hashable, Sendable {
    case hex
    case capitals
    /// Of the zeros in front, half are lost, rounded down.
    case halfPadded
    /// The same words for everybody.
    case literal(String)
  }

  enum Target: Hashable, Sendable {
    case own
    /// The service for messages.
    case messages
  }
}

/// The arguments of a builder function, after app id and certificate.
struct BuilderCall007 {
  let rules: Building007
  let arguments: [JSONValue]

  subscript(index: Int) -> JSONValue {
    index < arguments.count ? arguments[index] : .null
  }

  /// When the token ends, and what it opens.
  struct Built {
    var expire: JSONValue
    var services: [Service007Call]
  }

  typealias Function = @Sendable (BuilderCall007) -> Built

  static let functions: [String: Function] = [
    "rtc.buildTokenWithUid": { $0.rtc() },
    "rtc.buildTokenWithUserAccount": { $0.rtc() },
    "rtc.buildTokenWithRtm": { $0.rtcAndMessages() },
    "rtc.buildTokenWithRtm2": { $0.rtcAndMessages2() },
    "rtc.buildTokenWithUidAndPrivilege": { $0.rtcWithTimes() },
    "rtc.buildTokenWithUserAccountAndPrivilege": { $0.rtcWithTimes() },
    "rtm.buildToken": { Built(expire: $0[1], services: [$0.messages($0[0], $0[1])]) },
    "rtm.buildTokenWithPermissions": { $0.messagesWithPermissions() },
    "fpa.buildToken": { _ in
      Built(expire: .integer(day), services: [plain(.fpa, 1, .integer(0), [])])
    },
    "chat.buildUserToken": {
      Built(expire: $0[1], services: [plain(.chat, 1, $0[1], [.name($0[0])])])
    },
    "chat.buildAppToken": {
      Built(expire: $0[0], services: [plain(.chat, 2, $0[0], [.name("")])])
    },
    "education.buildRoomUserToken": { $0.roomUser() },
    "apaas.buildRoomUserToken": { $0.roomUser() },
    "education.buildUserToken": { $0.user() },
    "apaas.buildUserToken": { $0.user() },
    "education.buildAppToken": { $0.app() },
    "apaas.buildAppToken": { $0.app() },
  ]

  private static let day = 86_400
  private static let publisher = 1

  private static func plain(
    _ kind: Service007.Kind, _ privilege: Int64, _ expire: JSONValue,
    _ fields: [Service007Call.Field]
  ) -> Service007Call {
    var service = Service007Call(kind, fields: fields)
    service.privileges.set(privilege, expire)
    return service
  }

  /// Joining, and for a publisher audio, video and data.
  private func channel(_ role: JSONValue, _ times: [JSONValue]) -> Service007Call {
    var service = Service007Call(.rtc, fields: [.channel(self[0]), .uid(self[1])])
    let isPublisher = rules.subscriberPublishes || role.int == Self.publisher
    for (index, time) in times.enumerated() where index == 0 || isPublisher {
      service.privileges.set(Int64(index + 1), time)
    }
    return service
  }

  private func messages(_ user: JSONValue, _ expire: JSONValue) -> Service007Call {
    Self.plain(.rtm, 1, expire, [.name(user)])
  }

  private func rtc() -> Built {
    let (token, privilege) = rules.livesExchanged ? (self[4], self[3]) : (self[3], self[4])
    let times = [JSONValue](repeating: privilege, count: 4)
    return Built(expire: token, services: [channel(self[2], times)])
  }

  private func rtcWithTimes() -> Built {
    let times = [self[3], self[4], self[5], self[6]]
    return Built(expire: self[2], services: [channel(.integer(Self.publisher), times)])
  }

  private func rtcAndMessages() -> Built {
    var built = rtc()
    if rules.hasMessages { built.services.append(messages(self[1], self[3])) }
    return built
  }

  private func rtcAndMessages2() -> Built {
    let times = [self[4], self[5], self[6], self[7]]
    return Built(
      expire: self[3], services: [channel(self[2], times), messages(self[8], self[9])])
  }

  private func messagesWithPermissions() -> Built {
    let service: JSONValue = .object([
      "type": "rtm2", "user_id": self[0], "permissions": self[1],
    ])
    var services = [Service007Call(service)].compactMap(\.self)
    for index in services.indices { services[index].privileges.set(1, self[2]) }
    return Built(expire: self[2], services: services)
  }

  private func user() -> Built {
    Built(expire: self[1], services: [apaas("", self[0], .integer(-1), 2, self[1])])
  }

  private func app() -> Built {
    let user = JSONValue.string(rules.appUser)
    return Built(expire: self[0], services: [apaas("", user, .integer(-1), 3, self[0])])
  }

  private func apaas(
    _ room: JSONValue, _ user: JSONValue, _ role: JSONValue, _ privilege: Int64,
    _ expire: JSONValue
  ) -> Service007Call {
    Self.plain(.apaas, privilege, expire, [.name(room), .name(user), .role(role)])
  }

  private func roomUser() -> Built {
    var room = apaas(self[0], self[1], self[2], 1, self[3])
    if !rules.hasRoomPrivilege { room.privileges = AgoraPrivileges() }
    var chat = Service007Call(.chat, fields: [.name(chatID(of: self[1]))])
    if rules.chatPrivilege == .own { chat.privileges.set(1, self[3]) }
    return Built(expire: self[3], services: [room, messages(self[1], self[3]), chat])
  }

  private func chatID(of user: JSONValue) -> JSONValue {
    guard let text = user.text, let digest = try? Digest.md5.hash(text.bytes.span) else {
      return user
    }
    switch rules.chatID {
    case .hex: return .string(Hex.encode(digest))
    case .capitals: return .string(Hex.encode(digest).uppercased())
    case .literal(let words): return .string(words)
    case .halfPadded:
      let digits = Hex.encode(digest)
      let significant = digits.drop { $0 == "0" }
      let zeros = (digits.count - significant.count + 1) / 2
      return .string(String(repeating: "0", count: zeros) + significant)
    }
  }
}
