// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Suite

/// What a token must be for, in the words of the command.
struct AgoraWishes {
  private static let names = [
    "app_id", "channel_name", "uid", "user_account", "service", "privilege",
  ]

  let appID, channel: Text?
  let user: AgoraUser?
  let service: String?
  let privileges: [UInt16]

  init(_ words: [String: String]) throws {
    if let name = words.keys.sorted().first(where: { !Self.names.contains($0) }) {
      throw ToolError("'\(name)' cannot be expected; \(Self.names) can")
    }
    appID = words["app_id"].map { Text($0) }
    channel = words["channel_name"].map { Text($0) }
    user = try Self.user(words)
    service = words["service"]
    privileges = try (words["privilege"] ?? "").split(separator: ",").map { word in
      try UInt16(word) ?? { throw ToolError("privilege: numbers with commas are wanted") }()
    }
  }

  /// The service, by its name among those of a format.
  func service<Service: CaseIterable>(among services: Service.Type) throws -> Service? {
    guard let service else { return nil }
    guard let known = services.allCases.first(where: { "\($0)" == service }) else {
      let known = services.allCases.map { "\($0)" }.joined(separator: " ")
      throw ToolError("service: one of \(known) is wanted")
    }
    return known
  }

  /// Refuses wishes about what a format does not tell.
  func allowOnly(_ allowed: [String], of format: String) throws {
    let wishes = [("service", service != nil), ("privilege", !privileges.isEmpty)]
    guard let first = wishes.first(where: { $0.1 && !allowed.contains($0.0) }) else { return }
    throw ToolError("'\(first.0)' cannot be expected of \(format)")
  }

  private static func user(_ words: [String: String]) throws -> AgoraUser? {
    guard words["uid"] == nil || words["user_account"] == nil else {
      throw ToolError("uid or user_account is wanted, not both")
    }
    if let account = words["user_account"] { return .account(Text(account)) }
    guard let text = words["uid"] else { return nil }
    guard let number = UInt32(text) else {
      throw ToolError("uid: an integer of 0 to \(UInt32.max) is wanted; see user_account")
    }
    return .uid(number)
  }
}
