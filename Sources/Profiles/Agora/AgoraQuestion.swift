// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// The inputs of a command, on their way to the question of a recording.
///
/// Names are checked; values go to the assistant as they are, since it may treat any of them in
/// its own way.
struct AgoraQuestion {
  private let input: JSONObject
  private let certificate: JSONValue

  init(_ input: JSONObject, certificate: Text) {
    self.input = input
    self.certificate = .string(certificate)
  }

  private static let names006 = [
    "app_id", "channel_name", "uid", "user_account", "role", "privileges", "steps", "salt", "ts",
  ]
  private static let names007 = [
    "app_id", "channel_name", "uid", "user_account", "privileges", "services", "salt",
    "issue_ts", "expire", "build_twice",
  ]

  /// Calls of a builder, or one of the functions above it.
  func access006() throws -> Question {
    if input["entry"] != nil { return try building() }
    try check(Self.names006)
    var calls = kept(["salt", "ts"])
    for name in ["app_id", "channel_name"] { calls.append(name, try value(name)) }
    calls.append("app_certificate", certificate)
    calls.append("uid", try Self.user(input))
    calls.append("steps", .array(try steps()))
    return Question(op: "mint", input: calls)
  }

  /// Services that are added, a token that is parsed, or one of the builder functions.
  func access007() throws -> Question {
    if input["entry"] != nil { return try building() }
    guard input["parse"] == nil else { return try parsing() }
    try check(Self.names007)
    var calls = kept(["salt", "issue_ts", "build_twice"])
    calls.append("app_id", try value("app_id"))
    calls.append("app_certificate", certificate)
    calls.append("expire", input["expire"] ?? .integer(AgoraTool.day))
    calls.append("services", .array(try services()))
    return Question(op: "mint", input: calls)
  }

  private func parsing() throws -> Question {
    try check(["parse"])
    var calls = input
    calls.append("app_certificate", certificate)
    return Question(op: "reopen", input: calls)
  }

  /// The arguments come without the certificate, which is the second of every function.
  private func building() throws -> Question {
    try check(["entry", "args"])
    guard var arguments = input["args"]?.array, !arguments.isEmpty else {
      throw ToolError(
        "args: a list of the function's arguments, without the certificate, is wanted")
    }
    arguments.insert(certificate, at: 1)
    return Question(op: "build", input: ["entry": try value("entry"), "args": .array(arguments)])
  }

  // MARK: - Calls

  private func steps() throws -> [JSONValue] {
    guard let steps = input["steps"] else { return try role() + privileges() }
    guard input["role"] == nil, input["privileges"] == nil, let list = steps.array else {
      throw ToolError("steps: a list of calls is wanted, and neither role nor privileges then")
    }
    return list
  }

  private func role() throws -> [JSONValue] {
    input["role"].map { [.object(["op": "initPrivileges", "role": $0])] } ?? []
  }

  private func privileges() throws -> [JSONValue] {
    try Self.pairs(input["privileges"]).map { pair in
      .object(["op": "setPrivilege", "privilege": pair.id, "expire": pair.expire])
    }
  }

  /// The services that are given, or one for the channel.
  private func services() throws -> [JSONValue] {
    guard let services = input["services"] else {
      var members = kept(["privileges"])
      members.append("channel_name", try value("channel_name"))
      members.append("uid", try Self.user(input))
      return [.object(try Self.service(.rtc, members))]
    }
    guard let list = services.array else { throw ToolError("services: a list is wanted") }
    return try list.enumerated().map { .object(try service($0.element, at: $0.offset)) }
  }

  private func service(_ value: JSONValue, at index: Int) throws -> JSONObject {
    let place = "services[\(index)]."
    guard let object = value.object,
      let kind = object["type"]?.string.flatMap(Service007.kind(named:))
    else { throw ToolError("\(place)type: one of \(Service007.Kind.allCases) is wanted") }
    _ = try AgoraArguments(object, allowing: Service007.inputNames(of: kind), place: place)
    return try Self.service(kind, object)
  }

  /// A service as a recording writes it: privileges in pairs, accounts as uids of text.
  private static func service(
    _ kind: Service007.Kind, _ object: JSONObject
  ) throws -> JSONObject {
    let own = ["type", "privileges", "uid", "user_account"]
    var service = JSONObject(object.members.filter { !own.contains($0.name.display) })
    service.append("type", .string("\(kind)"))
    if object["uid"] != nil || object["user_account"] != nil {
      service.append("uid", try user(object))
    }
    let pairs = try pairs(object["privileges"])
    service.append("privileges", .array(pairs.map { .array([$0.id, $0.expire]) }))
    return service
  }

  // MARK: - Values

  private func check(_ names: [String]) throws {
    _ = try AgoraArguments(input, allowing: names)
  }

  private func value(_ name: String) throws -> JSONValue {
    try input[name] ?? { throw ToolError("\(name): a value is wanted") }()
  }

  private func kept(_ names: [String]) -> JSONObject {
    JSONObject(input.members.filter { names.contains($0.name.display) })
  }

  /// A uid as it is, or an account, which is text.
  private static func user(_ object: JSONObject) throws -> JSONValue {
    guard let user = object["uid"] ?? object["user_account"],
      object["uid"] == nil || object["user_account"] == nil
    else { throw ToolError("uid or user_account is wanted, one of them") }
    return user
  }

  /// Privileges and their times, from an object or from a list of pairs.
  private static func pairs(
    _ value: JSONValue?
  ) throws -> [(id: JSONValue, expire: JSONValue)] {
    let wanted = ToolError(
      "privileges: an object of a second for each privilege's number, or a list of pairs, is wanted"
    )
    switch value {
    case nil, .null: return []
    case .object(let map):
      return try map.members.map { member in
        guard let id = Int64(member.name.display) else { throw wanted }
        return (.integer(id), member.value)
      }
    case .array(let list):
      return try list.map { pair in
        guard let pair = pair.array, pair.count == 2 else { throw wanted }
        return (pair[0], pair[1])
      }
    default: throw wanted
    }
  }
}
