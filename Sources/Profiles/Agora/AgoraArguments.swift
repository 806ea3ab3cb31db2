// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Arguments of a request whose types are known.
struct AgoraArguments {
  private let object: JSONObject
  /// Where the arguments stand, for messages.
  private let place: String

  /// Takes the arguments of which each has one of some names.
  init(_ object: JSONObject, allowing names: [String], place: String = "") throws {
    self.object = object
    self.place = place
    let unknown = object.members.first { member in !names.contains(member.name.display) }
    if let unknown {
      throw ToolError("\(place)\(unknown.name): no such input; there are \(names)")
    }
  }

  func has(_ name: String) -> Bool { object[name].map { $0 != .null } ?? false }

  func text(_ name: String) throws -> Text {
    guard let text = object[name]?.text else { throw wanted(name, "text") }
    return text
  }

  func integer<Value: FixedWidthInteger>(
    _ name: String, default fallback: Value? = nil
  ) throws -> Value {
    if !has(name), let fallback { return fallback }
    guard case .integer(let lexeme) = object[name], let value = Value(lexeme) else {
      throw wanted(name, "an integer of \(Value.min) to \(Value.max)")
    }
    return value
  }

  /// The user by `uid`, a number or text, or by `user_account`, which is text.
  func user() throws -> AgoraUser {
    guard has("uid") != has("user_account") else {
      throw ToolError("\(place)uid or user_account is wanted, one of them")
    }
    if has("user_account") { return .account(try text("user_account")) }
    if let account = object["uid"]?.text { return .account(account) }
    return .uid(try integer("uid"))
  }

  /// Privileges with their times: an object, or a list of pairs.
  func privileges(_ name: String = "privileges") throws -> [AgoraPrivilege] {
    switch object[name] {
    case nil, .null: return []
    case .object(let map):
      return try map.members.map { try privilege(.integer(lexeme: $0.name.display), $0.value) }
    case .array(let pairs):
      return try pairs.map { pair in
        guard let pair = pair.array, pair.count == 2 else { throw wantedPrivileges }
        return try privilege(pair[0], pair[1])
      }
    default: throw wantedPrivileges
    }
  }

  private func privilege(_ id: JSONValue, _ expire: JSONValue) throws -> AgoraPrivilege {
    guard let id = id.int.flatMap(UInt16.init(exactly:)),
      let expire = expire.int.flatMap(UInt32.init(exactly:))
    else { throw wantedPrivileges }
    return AgoraPrivilege(id, expire: expire)
  }

  /// The parts of RTM 2: a list of type, permission and names.
  func resources() throws -> [Rtm2Resource] {
    guard has("permissions") else { return [] }
    var resources: [Rtm2Resource] = []
    for entry in object["permissions"]?.array ?? [] {
      let parts = entry.array ?? []
      guard parts.count == 3, let type = parts[0].int.flatMap(UInt16.init(exactly:)),
        let permission = parts[1].int.flatMap(UInt16.init(exactly:)),
        let names = parts[2].array?.compactMap(\.text)
      else { throw wanted("permissions", "a list of [type, permission, [name, ...]]") }
      let place = resources.firstIndex { $0.type == type } ?? resources.count
      if place == resources.count { resources.append(Rtm2Resource(type, permissions: [])) }
      resources[place].permissions.append(.init(permission, names: names))
    }
    return resources
  }

  /// The services of a 007, each an object with a type.
  func services() throws -> [Service007] {
    guard let values = object["services"]?.array else { throw wanted("services", "a list") }
    return try values.enumerated().map { index, value in
      guard let service = value.object else { throw wanted("services", "a list of objects") }
      return try Service007(service, place: "services[\(index)].")
    }
  }

  private var wantedPrivileges: ToolError {
    wanted("privileges", "an object of a second for each privilege's number")
  }

  private func wanted(_ name: String, _ words: String) -> ToolError {
    ToolError("\(place)\(name): \(words) is wanted")
  }
}

extension Service007 {
  private static let kinds: [String: Kind] = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ("\($0)", $0) })

  static func kind(named name: String) -> Kind? { kinds[name] }

  /// A service as the recordings write it down.
  fileprivate init(_ object: JSONObject, place: String) throws {
    guard let kind = object["type"]?.string.flatMap(Self.kind(named:)) else {
      throw ToolError("\(place)type: one of \(Kind.allCases) is wanted")
    }
    let arguments = try AgoraArguments(object, allowing: Self.inputNames(of: kind), place: place)
    self.init(try Body(kind, arguments), privileges: try arguments.privileges())
  }

  /// The inputs that a service has.
  static func inputNames(of kind: Kind) -> [String] { ["type", "privileges"] + inputs(of: kind) }

  private static func inputs(of kind: Kind) -> [String] {
    switch kind {
    case .rtc, .streaming, .fcdn: ["channel_name", "uid", "user_account"]
    case .rtm, .chat: ["user_id"]
    case .fpa: []
    case .apaas: ["room_uuid", "user_uuid", "role"]
    case .rtm2: ["user_id", "permissions"]
    }
  }
}

extension Service007.Body {
  init(_ kind: Service007.Kind, _ arguments: AgoraArguments) throws {
    switch kind {
    case .rtc:
      self = .rtc(
        channel: try arguments.text("channel_name"), uid: Text(try arguments.user().text))
    case .streaming:
      self = .streaming(
        channel: try arguments.text("channel_name"), account: Text(try arguments.user().text))
    case .fcdn:
      self = .fcdn(
        channel: try arguments.text("channel_name"), account: Text(try arguments.user().text))
    case .rtm: self = .rtm(userID: try arguments.text("user_id"))
    case .chat: self = .chat(userID: try arguments.text("user_id"))
    case .fpa: self = .fpa
    case .apaas:
      self = .apaas(
        roomUUID: try arguments.text("room_uuid"), userUUID: try arguments.text("user_uuid"),
        role: try arguments.integer("role"))
    case .rtm2:
      self = .rtm2(userID: try arguments.text("user_id"), resources: try arguments.resources())
    }
  }
}
