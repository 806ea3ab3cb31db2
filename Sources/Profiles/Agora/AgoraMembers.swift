// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

// What tokens hold, in the words in which they are asked for.
extension Access006 {
  var members: JSONObject {
    [
      "app_id": .string(appID), "salt": .integer(salt), "ts": .integer(ts),
      "privileges": privileges.members,
    ]
  }
}

extension Info007 {
  var members: JSONObject {
    [
      "app_id": .string(appID), "issue_ts": .integer(issueTs), "expire": .integer(expire),
      "salt": .integer(salt), "services": .array(services.map { .object($0.members) }),
    ]
  }
}

extension [AgoraPrivilege] {
  fileprivate var members: JSONValue {
    .object(JSONObject(map { .init(name: .init("\($0.id)"), value: .integer($0.expire)) }))
  }
}

extension Service007 {
  fileprivate var members: JSONObject {
    var object: JSONObject = ["type": .string("\(kind)")]
    switch body {
    case .rtc(let channel, let user), .streaming(let channel, let user),
      .fcdn(let channel, let user):
      object += ["channel_name": .string(channel), "uid": .string(user)]
    case .rtm(let user), .chat(let user): object += ["user_id": .string(user)]
    case .fpa: break
    case .apaas(let room, let user, let role):
      object += ["room_uuid": .string(room), "user_uuid": .string(user), "role": .integer(role)]
    case .rtm2(let user, let resources):
      object += ["user_id": .string(user), "permissions": .array(resources.flatMap(\.entries))]
    }
    object += ["privileges": privileges.members]
    return object
  }
}

extension Rtm2Resource {
  fileprivate var entries: [JSONValue] {
    permissions.map { permission in
      .array([
        .integer(type), .integer(permission.id), .array(permission.names.map { .string($0) }),
      ])
    }
  }
}

extension JSONObject {
  fileprivate static func += (left: inout JSONObject, right: JSONObject) {
    left.members += right.members
  }
}
