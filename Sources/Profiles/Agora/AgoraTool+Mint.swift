// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

// Making a token of each format with the reference.
extension AgoraTool {
  private static let inputs006 = [
    "app_id", "channel_name", "uid", "user_account", "role", "privileges", "ts",
  ]
  private static let inputs007 = [
    "app_id", "channel_name", "uid", "user_account", "privileges", "services", "expire",
  ]
  /// The life of a token whose end is not given.
  static let day: UInt32 = 86_400

  func mint006(_ input: JSONObject, _ secret: Text, _ drawn: DrawnValues) throws -> String {
    let (certificate, salt) = (try AgoraCertificate(secret), try drawn.salt())
    let now = try drawn.second
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

  func mint007(_ input: JSONObject, _ secret: Text, _ drawn: DrawnValues) throws -> String {
    let (certificate, salt) = (try AgoraCertificate(secret), try drawn.salt())
    let now = try drawn.second
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
}

extension DrawnValues {
  /// The clock's second, as a token can hold it.
  var second: UInt32 {
    get throws {
      guard let second = UInt32(exactly: now) else {
        throw ToolError("now: a second of 0 to \(UInt32.max) is wanted")
      }
      return second
    }
  }

  /// The salt that is given, or one that is drawn from a range.
  func salt(in range: ClosedRange<Int64> = 0...Int64(UInt32.max)) throws -> UInt32 {
    if let name = given.keys.sorted().first(where: { $0 != "salt" }) {
      throw ToolError("'\(name)' cannot be injected; [\"salt\"] can")
    }
    guard let text = given["salt"] else { return drawn32(in: range) }
    guard let salt = UInt32(text) else {
      throw ToolError("salt: an integer of 0 to \(UInt32.max) is wanted, not '\(text)'")
    }
    return salt
  }

  /// Random bits, brought into a range.
  func drawn32(in range: ClosedRange<Int64> = 0...Int64(UInt32.max)) -> UInt32 {
    let bits = random.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    let size = UInt64(range.upperBound - range.lowerBound) + 1
    return UInt32(truncatingIfNeeded: range.lowerBound + Int64(bits % size))
  }
}
