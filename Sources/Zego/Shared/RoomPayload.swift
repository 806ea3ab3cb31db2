// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

/// The payload of a permission token: a room, what is allowed there, and for which streams.
public struct RoomPayload: Equatable, Sendable {
  public let roomID: String
  /// Whether the user may log in; nothing is said where the key is absent.
  public let mayLogIn: Bool?
  /// Whether the user may publish.
  public let mayPublish: Bool?
  /// The streams that the token is good for; nil and an empty list restrict nothing.
  public let streamIDs: [String]?

  /// Reads the JSON text of a payload strictly.
  public init(parsing payload: String, checks: Checks = .all) throws(Refusal) {
    let value = try Self.value(payload, checks)
    if let name = value.object?.repeatedName {
      try checks.refuse(
        Refusal(
          .policy, .memberDuplicate, field: "payload", "'\(name)' stands twice in the payload"))
    }
    let roomID = value["room_id"]?.string ?? ""
    if roomID.isEmpty {
      try checks.refuse(
        Refusal(
          .policy, .memberRange, field: "room_id", "a room id that is not empty is expected"))
    }
    self.roomID = roomID
    (mayLogIn, mayPublish) = try Self.privileges(value["privilege"], checks)
    streamIDs = try Self.streams(value["stream_id_list"], checks)
  }

  private static func value(_ payload: String, _ checks: Checks) throws(Refusal) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(parsing: payload)
    } catch {
      try checks.refuse(
        Refusal(.policy, .jsonSyntax, field: "payload", offset: error.offset, error.detail))
      return [:]
    }
  }

  private static func privileges(
    _ value: JSONValue?, _ checks: Checks
  ) throws(Refusal) -> (Bool?, Bool?) {
    let members = value?.object?.members ?? []
    if members.isEmpty {
      try checks.refuse(
        privilege("an object with key 1 (log in), key 2 (publish) or both is expected"))
    }
    var allowed: [String: Bool] = [:]
    for member in members {
      let key = member.name.display
      if key != "1" && key != "2" || allowed[key] != nil {
        try checks.refuse(privilege("'\(key)' is expected to be 1 or 2, each once"))
      }
      if member.value.int != 0, member.value.int != 1 {
        try checks.refuse(privilege("the value of key \(key) is expected to be 0 or 1"))
      }
      allowed[key] = member.value.int != 0
    }
    return (allowed["1"], allowed["2"])
  }

  private static func privilege(_ detail: String) -> Refusal {
    Refusal(.policy, .privilege, field: "privilege", detail)
  }

  private static func streams(
    _ value: JSONValue?, _ checks: Checks
  ) throws(Refusal) -> [String]? {
    guard let value, value != .null else { return nil }
    let streams = value.array?.map(\.string)
    if streams?.contains(nil) != false {
      try checks.refuse(
        Refusal(
          .policy, .streamIDs, field: "stream_id_list", "null or a list of strings is expected"))
    }
    return streams?.compactMap(\.self)
  }
}

extension JSONObject {
  /// A name that stands more than once.
  fileprivate var repeatedName: Text? {
    var names: Set<Text> = []
    return members.first { !names.insert($0.name).inserted }?.name
  }
}
