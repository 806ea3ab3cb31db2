// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// What a maker of AccessToken 006 is asked, in the words of the recordings.
struct Request006: AgoraRequest {
  var op = "mint"
  var appID: JSONValue = "970CA35de60c44645bbae8a215061b33"
  var certificate: JSONValue = "5CFd2fd1755d40ecb72977518be15d3b"
  var channel: JSONValue = "7d72365eb983485397e3e3f9d460bdda"
  var uid: JSONValue = 2_882_341_273
  var steps: [JSONValue] = [.set(1, 1_446_455_471)]
  var inject: JSONObject = ["salt": 1, "ts": 1_111_111]
  var now = VectorQuestion.Moment.timeless

  var question: VectorQuestion {
    VectorQuestion(
      op: op,
      input: [
        "app_id": appID, "app_certificate": certificate, "channel_name": channel, "uid": uid,
        "uid_kind": .string(uid.uidKind), "steps": .array(steps),
      ], inject: inject, now: now)
  }
}

// The calls of a builder.
extension JSONValue {
  static func set(_ privilege: JSONValue, _ expire: JSONValue) -> JSONValue {
    ["op": "setPrivilege", "privilege": privilege, "expire": expire]
  }

  static func remove(_ privilege: JSONValue) -> JSONValue {
    ["op": "removePrivilege", "privilege": privilege]
  }

  static func role(_ role: JSONValue) -> JSONValue { ["op": "initPrivileges", "role": role] }

  static func saltTs(_ salt: JSONValue, _ ts: JSONValue) -> JSONValue {
    ["op": "setSaltTs", "salt": salt, "ts": ts]
  }

  static func load(_ token: JSONValue) -> JSONValue { ["op": "initTokenBuilder", "token": token] }

  static let newBuilder: JSONValue = ["op": "newBuilder"]
  static let buildToken: JSONValue = ["op": "buildToken"]

  fileprivate var uidKind: String {
    switch self {
    case .integer: "int"
    case .float: "float"
    case .bool: "bool"
    case .string: "string"
    default: "null"
    }
  }
}
