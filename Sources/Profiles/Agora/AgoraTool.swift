// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Making, opening and inspecting Agora tokens one at a time.
struct AgoraTool: TokenTool {
  let formats = AgoraFormat.allCases.map(\.rawValue)
  let textNames: Set<String> = ["app_id", "channel_name", "user_account"]

  private static let expectedNames = [
    "app_id", "channel_name", "uid", "user_account", "service", "privilege",
  ]
  private static let inputs006 = [
    "app_id", "channel_name", "uid", "user_account", "role", "privileges", "ts",
  ]
  private static let inputs007 = [
    "app_id", "channel_name", "uid", "user_account", "privileges", "services", "expire",
  ]
  /// The life of a token whose end is not given.
  private static let day: UInt32 = 86_400

  // MARK: - Minting

  func mint(
    _ format: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> String {
    let certificate = try AgoraCertificate(secret)
    guard let now = UInt32(exactly: drawn.now) else {
      throw ToolError("now: a second of 0 to \(UInt32.max) is wanted")
    }
    return switch try kind(format) {
    case .access006: try mint006(input, certificate, salt: drawn.salt, now: now)
    case .access007: try mint007(input, certificate, salt: drawn.salt, now: now)
    }
  }

  private func mint006(
    _ input: JSONObject, _ certificate: AgoraCertificate, salt: UInt32, now: UInt32
  ) throws -> String {
    let arguments = try AgoraArguments(input, allowing: Self.inputs006)
    let (end, overflow) = now.addingReportingOverflow(Self.day)
    let access = Access006(
      appID: try arguments.text("app_id"), salt: salt,
      ts: try arguments.integer("ts", default: overflow ? nil : end),
      privileges: try privileges006(arguments))
    return try access.mint(
      certificate: certificate, channel: try arguments.text("channel_name"),
      user: try arguments.user())
  }

  /// The privileges of the role, and then those that are given.
  private func privileges006(_ arguments: AgoraArguments) throws -> [AgoraPrivilege] {
    let given = try arguments.privileges()
    guard arguments.has("role") else { return given }
    guard let ids = AgoraNames.roles[try arguments.text("role").display] else {
      throw ToolError("role: one of \(AgoraNames.roles.keys.sorted()) is wanted")
    }
    let rest = ids.filter { id in !given.contains { $0.id == id } }
    return rest.map { AgoraPrivilege($0, expire: 0) } + given
  }

  private func mint007(
    _ input: JSONObject, _ certificate: AgoraCertificate, salt: UInt32, now: UInt32
  ) throws -> String {
    let arguments = try AgoraArguments(input, allowing: Self.inputs007)
    let services =
      arguments.has("services")
      ? try arguments.services()
      : [Service007(try .init(.rtc, arguments), privileges: try arguments.privileges())]
    let info = Info007(
      appID: try arguments.text("app_id"), issueTs: now,
      expire: try arguments.integer("expire", default: Self.day), salt: salt, services: services)
    return try Access007(info).mint(certificate: certificate)
  }

  func mint(
    _ format: String, as variant: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> Answer {
    throw ToolError("\(format) has no assistant '\(variant)'")
  }

  private func kind(_ format: String) throws -> AgoraFormat {
    guard let kind = AgoraFormat(rawValue: format) else {
      throw ToolError("'\(format)' is no Agora format")
    }
    return kind
  }

  // MARK: - Opening

  func open(
    _ token: [UInt8], as format: String?, secret: Text, now: Int64, expecting: [String: String]
  ) throws -> Opening {
    guard let kind = try format.map({ try self.kind($0) }) ?? AgoraFormat(of: token) else {
      throw ToolError("the token has no version that can be opened")
    }
    if let name = expecting.keys.sorted().first(where: { !Self.expectedNames.contains($0) }) {
      throw ToolError("'\(name)' cannot be expected; \(Self.expectedNames) can")
    }
    let wishes = try AgoraWishes(expecting)
    return switch kind {
    case .access006: try open006(token, secret, now, wishes)
    case .access007: open007(token, secret, now, wishes)
    }
  }

  private func open006(
    _ token: [UInt8], _ secret: Text, _ now: Int64, _ wishes: AgoraWishes
  ) throws -> Opening {
    guard let channel = wishes.channel, let user = wishes.user else {
      throw ToolError(
        "a 006 opens for a channel and a user: expect channel_name, and uid or user_account")
    }
    let format = AgoraFormat.access006.rawValue
    do throws(Refusal) {
      let opened = try Access006(
        opening: token.span, certificate: AgoraCertificate(secret), channel: channel, user: user,
        now: now, expecting: .init(appID: wishes.appID, privileges: wishes.privileges))
      return Opening(format: format, refusal: nil, claims: opened.members)
    } catch {
      return Opening(format: format, refusal: error)
    }
  }

  private func open007(
    _ token: [UInt8], _ secret: Text, _ now: Int64, _ wishes: AgoraWishes
  ) -> Opening {
    let format = AgoraFormat.access007.rawValue
    let expectation = Access007.Expectation(
      appID: wishes.appID, service: wishes.service, channel: wishes.channel, user: wishes.user,
      privileges: wishes.privileges)
    do throws(Refusal) {
      let opened = try Access007(
        opening: token.span, certificate: AgoraCertificate(secret), now: now,
        expecting: expectation)
      return Opening(format: format, refusal: nil, claims: opened.info.members)
    } catch {
      return Opening(format: format, refusal: error)
    }
  }

  func inspect(_ token: [UInt8], secret: Text?, now: Int64) -> Inspection? {
    if let old = AgoraOldInspector(token) { return old.inspection }
    return switch AgoraFormat(of: token) {
    case .access006: AgoraInspector006(token: token, now: now).inspection
    case .access007: AgoraInspector007(token: token, secret: secret, now: now).inspection
    case nil: nil
    }
  }
}

extension DrawnValues {
  fileprivate var salt: UInt32 {
    get throws {
      if let name = given.keys.sorted().first(where: { $0 != "salt" }) {
        throw ToolError("'\(name)' cannot be injected; [\"salt\"] can")
      }
      guard let text = given["salt"] else {
        return random.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
      }
      guard let salt = UInt32(text) else {
        throw ToolError("salt: an integer of 0 to \(UInt32.max) is wanted, not '\(text)'")
      }
      return salt
    }
  }
}

/// What a token must be for, in the words of the command.
private struct AgoraWishes {
  let appID, channel: Text?
  let user: AgoraUser?
  let service: Service007.Kind?
  let privileges: [UInt16]

  init(_ words: [String: String]) throws {
    appID = words["app_id"].map { Text($0) }
    channel = words["channel_name"].map { Text($0) }
    user = try Self.user(words)
    service = try words["service"].map { name in
      try Service007.kind(named: name)
        ?? { throw ToolError("service: one of \(Service007.Kind.allCases) is wanted") }()
    }
    privileges = try (words["privilege"] ?? "").split(separator: ",").map { word in
      try UInt16(word) ?? { throw ToolError("privilege: numbers with commas are wanted") }()
    }
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
