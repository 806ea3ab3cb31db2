// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Tells which profiles give just the message of a token 006 for what the message says.
///
/// Certificate, channel and user are not in the token, and change nothing in the message.
struct AgoraEmitter006 {
  private static let certificate = Text([UInt8](repeating: UInt8(ascii: "0"), count: 32))

  private let model = Agora006Model()
  private let message: [UInt8]
  private let drawn: AgoraDrawn
  /// The calls that set every privilege in its place.
  private let calls: [Question]
  /// The builder functions, for every role.
  private let functions: [Question]

  init?(token: [UInt8]) {
    guard let envelope = try? Envelope006(reading: token.span),
      envelope.message.count <= AgoraEmitters.longestMessage,
      let access = try? Access006(envelope)
    else { return nil }
    message = envelope.message
    drawn = AgoraDrawn(salt: Int64(access.salt), ts: Int64(access.ts))
    calls = [Self.calls(access)].compactMap(\.self)
    functions = Self.functions(access)
  }

  var emitters: AgoraEmitters { AgoraEmitters(model.profiles, where: isConsistent) }

  private func isConsistent(_ profile: Profile) -> Bool {
    let rules = model.rules(by: profile)
    guard rules.building.function == .present, rules.salt.contains(drawn.salt ?? 0) else {
      return false
    }
    return (profile.isOfBuilders ? functions : calls).contains { question in
      let frame = model.plan(question, by: rules, with: drawn).frame
      return frame?.message == message && frame?.cut == nil
    }
  }

  private static func calls(_ access: Access006) -> Question? {
    let privileges = access.privileges.map { privilege in
      JSONValue.array([.integer(privilege.id), .integer(privilege.expire)])
    }
    let input: JSONObject = [
      "app_id": .string(access.appID), "channel_name": "c", "uid": .integer(1),
      "privileges": .array(privileges),
    ]
    return try? AgoraQuestion(input, certificate: certificate).access006()
  }

  private static func functions(_ access: Access006) -> [Question] {
    let (id, end) = (
      JSONValue.string(access.appID), JSONValue.integer(access.privileges.first?.expire ?? 0)
    )
    let roles = [0, 1, 2, 101].map { role in
      call("006.rtc.buildTokenWithUid", [id, "c", .integer(1), .integer(role), end])
    }
    return (roles + [call("006.rtm.buildToken", [id, "u", .integer(1), end])]).compactMap(\.self)
  }

  private static func call(_ entry: String, _ arguments: [JSONValue]) -> Question? {
    let input: JSONObject = ["entry": .string(entry), "args": .array(arguments)]
    return try? AgoraQuestion(input, certificate: certificate).access006()
  }
}

extension Profile {
  /// Whether only the functions above the builder were recorded.
  fileprivate var isOfBuilders: Bool {
    variant.hasPrefix("builders-") || variant.hasSuffix("-static")
  }
}
