// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Opens a key from before 006 for the channel, the user or the account that it must be for.
struct LegacyOpener {
  private let shape: LegacyShape
  private let appID: Text?
  private let service: LegacyService?
  private var channel = Text([])
  private var account = Text([])
  private var uid: UInt32 = 0

  /// These keys do not tell what they are for: it must be given.
  init(_ shape: LegacyShape, _ wishes: AgoraWishes) throws {
    self.shape = shape
    appID = wishes.appID
    service = try wishes.service(among: LegacyService.self)
    switch (shape, wishes.user) {
    case (.signaling, .account(let name)): account = name
    case (.signaling, _):
      throw ToolError("a signaling token opens for an account: expect user_account")
    case (.text(.v001), nil): channel = try Self.channel(shape, wishes)
    case (_, .uid(let number)):
      channel = try Self.channel(shape, wishes)
      uid = number
    default: throw Self.wanted(shape)
    }
  }

  init(
    _ shape: LegacyShape, channel: Text, uid: UInt32, account: Text, appID: Text?,
    service: LegacyService?
  ) {
    self.shape = shape
    self.channel = channel
    self.uid = uid
    self.account = account
    self.appID = appID
    self.service = service
  }

  private static func channel(_ shape: LegacyShape, _ wishes: AgoraWishes) throws -> Text {
    guard let channel = wishes.channel else { throw wanted(shape) }
    return channel
  }

  private static func wanted(_ shape: LegacyShape) -> ToolError {
    let user = shape == .text(.v001) ? "" : " and a uid"
    return ToolError(
      "a \(shape.title) opens for a channel\(user): expect channel_name"
        + (user.isEmpty ? "" : " and uid"))
  }

  /// What the key holds, or why it does not open.
  func claims(
    of token: [UInt8], secret: Text, now: Int64?, checks: Checks = .all
  ) throws(Refusal) -> JSONObject {
    _ = try AgoraCertificate(secret, checks: checks)
    let grant = LegacyGrant(certificate: secret, channel: channel, uid: uid)
    switch shape {
    case .text(let version):
      let key = try TextKey(opening: token.span, as: version, for: grant, now: now, checks: checks)
      try check(appID: key.appID, key.service, checks)
      return key.members
    case .packed:
      let key = try PackedKey(opening: token.span, for: grant, now: now, checks: checks)
      try check(appID: key.appID, key.service, checks)
      return key.members
    case .signaling:
      let key = try SignalingToken(
        opening: token.span, account: account, certificate: secret, now: now,
        checks: checks)
      try check(appID: key.appID, nil, checks)
      return key.members
    }
  }

  private func check(
    appID: Text, _ service: LegacyService?, _ checks: Checks
  ) throws(Refusal) {
    if let wish = self.appID, !isSame(wish, appID) {
      try checks.refuse(
        Refusal(
          .policy, LegacyReason.appID.rawValue, field: "app-id",
          "the key is for app \(appID), not for \(wish)"))
    }
    guard let wish = self.service, wish != service else { return }
    try checks.refuse(
      Refusal(
        .policy, LegacyReason.service.rawValue, field: "service",
        "the key is for \(service.map { "\($0)" } ?? "no service"), not for \(wish)"))
  }

  /// A 005 holds the bytes of the app id, and not the case of its digits.
  private func isSame(_ wish: Text, _ appID: Text) -> Bool {
    guard shape == .packed else { return wish == appID }
    let (left, right) = (try? Hex.decode(wish.bytes.span), try? Hex.decode(appID.bytes.span))
    return left != nil && left == right
  }
}
