// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

// What the keys from before 006 hold, in the words in which they are asked for.
extension TextKey {
  var members: JSONObject {
    var members: JSONObject = [
      "version": .string(version.rawValue), "app_id": .string(appID), "ts": .integer(ts),
      "random": .integer(random),
    ]
    if let uid { members.append("uid", .integer(uid)) }
    if let expire { members.append("expire", .integer(expire)) }
    if let service { members.append("service", .string("\(service)")) }
    return members
  }
}

extension PackedKey {
  /// The digits of the app id, whose case is not in the key.
  var appID: Text { Text(Hex.encode(rawAppID)) }

  var members: JSONObject {
    var members: JSONObject = [
      "version": .string(Self.version), "service": .string("\(service)"),
      "app_id": .string(appID), "ts": .integer(ts), "random": .integer(random),
      "expire": .integer(expire),
    ]
    if let permission { members.append("permission", .string(permission.rawValue)) }
    return members
  }
}

extension SignalingToken {
  var members: JSONObject { ["app_id": .string(appID), "expire": .integer(expire)] }
}
