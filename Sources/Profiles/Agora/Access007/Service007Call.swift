// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// A service as a caller adds it, or as it was read from a token.
struct Service007Call: Equatable, Sendable {
  var kind: Service007.Kind
  var privileges = AgoraPrivileges()
  var fields: [Field]

  /// One of the service's own fields.
  enum Field: Equatable, Sendable {
    case channel(JSONValue)
    case uid(JSONValue)
    case account(JSONValue)
    case name(JSONValue)
    /// Bytes that were read from a token.
    case bytes([UInt8])
    case role(JSONValue)
    case permissions([Permission])
  }

  struct Permission: Equatable, Sendable {
    var resource: JSONValue
    var id: JSONValue
    var names: [JSONValue]
  }

  /// Reads a service of a question; nothing where its type is not known.
  init?(_ value: JSONValue) {
    guard let kind = value["type"]?.string.flatMap(Self.kind) else { return nil }
    self.kind = kind
    fields = Self.fields[kind, default: []].map { $0(value) }
  }

  init(_ kind: Service007.Kind, fields: [Field]) {
    self.kind = kind
    self.fields = fields
  }

  private static func kind(_ name: String) -> Service007.Kind? {
    Service007.Kind.allCases.first { "\($0)" == name }
  }

  private typealias Reader = @Sendable (JSONValue) -> Field

  /// The fields of each service, in the order of the token.
  private static let fields: [Service007.Kind: [Reader]] = [
    .rtc: [channel, { .uid($0["uid"] ?? .null) }],
    .rtm: [name("user_id")],
    .streaming: [channel, { .account($0["uid"] ?? .null) }],
    .fpa: [],
    .chat: [name("user_id")],
    .fcdn: [channel, { .account($0["uid"] ?? .null) }],
    .apaas: [name("room_uuid"), name("user_uuid"), { .role($0["role"] ?? .null) }],
    .rtm2: [name("user_id"), { .permissions(permissions($0["permissions"])) }],
  ]

  private static let channel: Reader = { .channel($0["channel_name"] ?? .null) }

  private static func name(_ member: String) -> Reader {
    { .name($0[member] ?? .null) }
  }

  private static func permissions(_ value: JSONValue?) -> [Permission] {
    (value?.array ?? []).compactMap { entry in
      guard let parts = entry.array, parts.count == 3 else { return nil }
      return Permission(resource: parts[0], id: parts[1], names: parts[2].array ?? [])
    }
  }
}
