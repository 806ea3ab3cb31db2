// SPDX-License-Identifier: MIT

public import Bytes

extension Token03 {
  /// What the opener is asked to compare beside the token's own rules.
  public typealias Expectation = Token04.Expectation

  /// Opens a token, or refuses it at the first rule that it breaks.
  ///
  /// Without `now` the time is not judged.
  public init(
    opening token: Span<UInt8>, secret: ZegoSecret, now: Int64? = nil,
    expecting: Expectation = Expectation()
  ) throws(Refusal) {
    let bytes = try Sealed.bytes(of: token, prefix: Self.prefix)
    let sealed = try SealedView(bytes: bytes.span)
    guard sealed.form == .cbc else {
      throw Refusal(
        .structure, .ivLength, field: "iv-length", offset: 8,
        "the IV has \(sealed.iv.count) bytes, 16 are expected")
    }
    try self.init(claims: sealed.plaintext(secret: secret))
    try Expiry.check(header: sealed.expire, inner: expireTime, field: "expire_time", now: now)
    try check(expecting)
  }

  private init(claims plaintext: consuming [UInt8]) throws(Refusal) {
    let claims = try ClaimsReader(plaintext, members: Member.table)
    appID = try claims.integer(Member.appID.rawValue, in: 1...UInt32.max)
    roomID = try claims.string(Member.roomID.rawValue)
    userID = try claims.string(Member.userID.rawValue)
    let privilege = try claims.integerMap(Member.privilege.rawValue)
    guard privilege.map(\.key).sorted() == [1, 2],
      privilege.allSatisfy({ $0.value == 0 || $0.value == 1 })
    else {
      throw Refusal(
        .claims, .privilege, field: "privilege", "keys 1 and 2 with 0 or 1 are expected")
    }
    mayLogIn = privilege.contains { $0.key == 1 && $0.value == 1 }
    mayPublish = privilege.contains { $0.key == 2 && $0.value == 1 }
    createTime = try claims.integer(Member.createTime.rawValue, in: 0...Int64.max)
    expireTime = try claims.integer(Member.expireTime.rawValue, in: 0...Int64.max)
    nonce = try claims.integer(Member.nonce.rawValue, in: Int64.min...Int64.max)
    try Identifier.checkPresence(roomID, field: "room_id", stage: .claims)
    try Identifier.checkPresence(userID, field: "user_id", stage: .claims)
  }

  private func check(_ expected: Expectation) throws(Refusal) {
    if let appID = expected.appID, appID != self.appID {
      throw Refusal(
        .policy, .appID, field: "app_id", "the token is for app \(self.appID), not for \(appID)")
    }
    if let userID = expected.userID, userID != self.userID {
      throw Refusal(
        .policy, .userID, field: "user_id", "the token is for another user than '\(userID)'")
    }
    if let roomID = expected.roomID, roomID != self.roomID {
      throw Refusal(
        .policy, .roomID, field: "room_id", "the token is for another room than '\(roomID)'")
    }
  }
}
