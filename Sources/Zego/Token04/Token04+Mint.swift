// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// What a developer's server asks for: clauses `zego.app-id.range` to `zego.payload.size`.
public struct Token04Request: Sendable {
  public var appID: UInt32
  public var userID: String
  public var effectiveTime: Int64
  public var payload: String

  public init(appID: UInt32, userID: String, effectiveTime: Int64, payload: String = "") {
    self.appID = appID
    self.userID = userID
    self.effectiveTime = effectiveTime
    self.payload = payload
  }
}

extension Token04 {
  /// Fills the members of a token made at `ctime`; time and randomness are the caller's.
  public init(
    _ request: Token04Request, form: Sealed.Form, ctime: Int64, nonce: Int32
  ) throws(Refusal) {
    guard request.appID != 0 else {
      throw Refusal(.policy, .memberRange, field: "app_id", "0 is no app id")
    }
    try Identifier.check(request.userID, field: "user_id")
    let expire = try Expiry.after(request.effectiveTime, from: ctime)
    self.init(
      form: form, appID: request.appID, userID: request.userID, nonce: nonce, ctime: ctime,
      expire: expire, payload: request.payload)
  }

  /// Seals the members into a token.
  public func mint(
    secret: ZegoSecret, iv: [UInt8], order: [Member] = Member.documentedOrder,
    style: JSONStyle = JSONStyle()
  ) throws(Refusal) -> String {
    let sealed = try Sealed(
      sealing: plaintext(order: order, style: style), expire: expire, iv: iv, form: form,
      secret: secret)
    return sealed.token(prefix: Self.prefixBytes)
  }

  /// The JSON text that is encrypted.
  public func plaintext(
    order: [Member] = Member.documentedOrder, style: JSONStyle = JSONStyle()
  ) -> [UInt8] {
    var writer = ClaimsWriter(Member.table, capacity: 128 + userID.utf8.count + payload.utf8.count)
    for member in order {
      switch member {
      case .appID: writer.write(member.rawValue, Int64(appID))
      case .userID: writer.write(member.rawValue, userID, style)
      case .nonce: writer.write(member.rawValue, Int64(nonce))
      case .ctime: writer.write(member.rawValue, ctime)
      case .expire: writer.write(member.rawValue, expire)
      case .payload: writer.write(member.rawValue, payload, style)
      }
    }
    return writer.finish()
  }
}
