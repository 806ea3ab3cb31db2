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
  public init(parsing payload: String) throws(Refusal) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: payload)
    } catch {
      throw Refusal(.policy, .jsonSyntax, field: "payload", offset: error.offset, error.detail)
    }
    if let name = value.object?.repeatedName {
      throw Refusal(
        .policy, .memberDuplicate, field: name.display, "the member stands twice in the payload")
    }
    guard let roomID = value["room_id"]?.string, !roomID.isEmpty else {
      throw Refusal(.policy, .roomID, field: "room_id", "a room id that is not empty is expected")
    }
    self.roomID = roomID
    (mayLogIn, mayPublish) = try Self.privileges(value["privilege"])
    streamIDs = try Self.streams(value["stream_id_list"])
  }

  private static func privileges(_ value: JSONValue?) throws(Refusal) -> (Bool?, Bool?) {
    guard let members = value?.object?.members, !members.isEmpty else {
      throw privilege("an object with key 1 (log in), key 2 (publish) or both is expected")
    }
    var allowed: [String: Bool] = [:]
    for member in members {
      guard let key = member.name.string, key == "1" || key == "2", allowed[key] == nil else {
        throw privilege("'\(member.name)' is expected to be 1 or 2, each once")
      }
      guard let flag = member.value.int, flag == 0 || flag == 1 else {
        throw privilege("the value of key \(key) is expected to be 0 or 1")
      }
      allowed[key] = flag == 1
    }
    return (allowed["1"], allowed["2"])
  }

  private static func privilege(_ detail: String) -> Refusal {
    Refusal(.policy, .privilege, field: "privilege", detail)
  }

  private static func streams(_ value: JSONValue?) throws(Refusal) -> [String]? {
    guard let value, value != .null else { return nil }
    guard let streams = value.array?.map(\.string), !streams.contains(nil) else {
      throw Refusal(
        .policy, .streamIDs, field: "stream_id_list", "null or a list of strings is expected")
    }
    return streams.compactMap(\.self)
  }
}

extension JSONObject {
  /// A name that stands more than once.
  fileprivate var repeatedName: Text? {
    var names: Set<Text> = []
    return members.first { !names.insert($0.name).inserted }?.name
  }
}
