// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// The inputs of a command for one of the functions that make a key from before 006.
struct LegacyInput {
  let entry: LegacyEntry
  private var values: [LegacyArgument: JSONValue] = [:]

  private static let names: [LegacyArgument: String] = [
    .appID: "app_id", .channel: "channel_name", .account: "user_account", .ts: "ts",
    .random: "random", .uid: "uid", .expire: "expire", .permission: "permission",
  ]

  /// Takes the arguments by their names, or all in a list as the function takes them, in either
  /// way without the certificate.
  init(_ input: JSONObject, drawn: DrawnValues) throws {
    guard drawn.given.isEmpty else {
      throw ToolError("nothing can be injected: ts and random are inputs of these keys")
    }
    guard let entry = input["entry"]?.string.flatMap({ LegacyEntry(rawValue: $0) }) else {
      let known = LegacyEntry.allCases.map(\.rawValue).joined(separator: " ")
      throw ToolError("entry: the function that makes the key is wanted, one of \(known)")
    }
    self.entry = entry
    if let list = input["args"] {
      _ = try AgoraArguments(input, allowing: ["entry", "args"])
      try take(list)
    } else {
      try take(input)
      try fill(from: drawn)
    }
  }

  private var arguments: [LegacyArgument] { entry.arguments.filter { $0 != .certificate } }

  private mutating func take(_ list: JSONValue) throws {
    guard let given = list.array, given.count == arguments.count else {
      let names = arguments.compactMap { Self.names[$0] }
      throw ToolError("args: a list of \(names.joined(separator: ", ")) is wanted")
    }
    values = Dictionary(uniqueKeysWithValues: zip(arguments, given))
  }

  private mutating func take(_ input: JSONObject) throws {
    let names = arguments.compactMap { Self.names[$0] }
    _ = try AgoraArguments(input, allowing: ["entry"] + names)
    for argument in arguments { values[argument] = Self.names[argument].flatMap { input[$0] } }
  }

  /// The clock gives the second of the making, and no end is set where none is given.
  private mutating func fill(from drawn: DrawnValues) throws {
    let isSignaling = entry == .signaling || entry == .relativeSignaling
    let end = Int64(AgoraTool.day) + (entry == .signaling ? Int64(try drawn.second) : 0)
    let defaults: [LegacyArgument: JSONValue] = [
      .ts: .integer(try drawn.second), .random: .integer(drawn.drawn32()),
      .expire: .integer(isSignaling ? end : 0),
    ]
    for argument in arguments where values[argument] == nil {
      guard let value = defaults[argument] else {
        throw ToolError("\(Self.names[argument] ?? ""): a value is wanted")
      }
      values[argument] = value
    }
  }

  /// What a recording would ask.
  func question(certificate: Text) -> Question {
    let arguments = entry.arguments.map { argument in
      argument == .certificate ? .string(certificate) : values[argument] ?? .null
    }
    return Question(
      op: "mint", input: ["entry": .string(entry.rawValue), "args": .array(arguments)])
  }

  /// The arguments by their names, for the reference.
  var typed: AgoraArguments {
    get throws {
      let members = arguments.compactMap { argument in
        Self.names[argument].map { name in
          JSONObject.Member(name: Text(name), value: values[argument] ?? .null)
        }
      }
      return try AgoraArguments(
        JSONObject(members), allowing: members.map(\.name.display))
    }
  }
}
