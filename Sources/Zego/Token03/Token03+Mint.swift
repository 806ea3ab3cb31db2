// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// What a developer's server asks for.
public struct Token03Request: Sendable {
  public var appID: UInt32
  public var roomID: String
  public var userID: String
  public var mayLogIn: Bool
  public var mayPublish: Bool
  public var effectiveTime: Int64

  public init(
    appID: UInt32, roomID: String, userID: String, mayLogIn: Bool, mayPublish: Bool,
    effectiveTime: Int64
  ) {
    self.appID = appID
    self.roomID = roomID
    self.userID = userID
    self.mayLogIn = mayLogIn
    self.mayPublish = mayPublish
    self.effectiveTime = effectiveTime
  }
}

extension Token03 {
  /// Fills the members of a token made at `createTime`; time and randomness are the caller's.
  public init(
    _ request: Token03Request, createTime: Int64, nonce: Int64
  ) throws(Refusal) {
    guard request.appID != 0 else {
      throw Refusal(.policy, .memberRange, field: "app_id", "0 is no app id")
    }
    try Identifier.check(request.roomID, field: "room_id")
    try Identifier.check(request.userID, field: "user_id")
    let expireTime = try Expiry.after(request.effectiveTime, from: createTime)
    self.init(
      appID: request.appID, roomID: request.roomID, userID: request.userID,
      mayLogIn: request.mayLogIn, mayPublish: request.mayPublish, createTime: createTime,
      expireTime: expireTime, nonce: nonce)
  }

  /// Seals the members into a token.
  public func mint(
    secret: ZegoSecret, iv: [UInt8], order: [Member] = Member.documentedOrder,
    style: JSONStyle = JSONStyle()
  ) throws(Refusal) -> String {
    let sealed = try Sealed(
      sealing: plaintext(order: order, style: style), expire: expireTime, iv: iv, form: .cbc,
      secret: secret)
    return sealed.token(prefix: Self.prefixBytes)
  }

  /// The JSON text that is encrypted.
  public func plaintext(
    order: [Member] = Member.documentedOrder, style: JSONStyle = JSONStyle()
  ) -> [UInt8] {
    var writer = ClaimsWriter(Member.table, capacity: 160 + roomID.utf8.count + userID.utf8.count)
    for member in order {
      switch member {
      case .appID: writer.write(member.rawValue, Int64(appID))
      case .roomID: writer.write(member.rawValue, roomID, style)
      case .userID: writer.write(member.rawValue, userID, style)
      case .privilege:
        writer.write(member.rawValue, [(1, mayLogIn ? 1 : 0), (2, mayPublish ? 1 : 0)])
      case .createTime: writer.write(member.rawValue, createTime)
      case .expireTime: writer.write(member.rawValue, expireTime)
      case .nonce: writer.write(member.rawValue, nonce)
      }
    }
    return writer.finish()
  }
}
