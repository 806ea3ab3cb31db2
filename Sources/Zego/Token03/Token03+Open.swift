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
    expecting: Expectation = Expectation(), checks: Checks = .all
  ) throws(Refusal) {
    let bytes = try Sealed.bytes(of: token, prefix: Self.prefix, checks: checks)
    let sealed = try SealedView(bytes: bytes.span, form: .cbc, checks: checks)
    try self.init(claims: sealed.plaintext(secret: secret, checks: checks), checks)
    try Expiry.check(
      header: sealed.expire, inner: expireTime, field: "expire_time", now: now, checks: checks)
    try check(expecting, checks)
  }

  private init(claims plaintext: consuming [UInt8], _ checks: Checks) throws(Refusal) {
    let claims = try ClaimsReader(plaintext, members: Member.table, checks: checks)
    appID = try claims.integer(Member.appID.rawValue, in: 1...UInt32.max)
    roomID = try claims.string(Member.roomID.rawValue)
    userID = try claims.string(Member.userID.rawValue)
    let privilege = try claims.integerMap(Member.privilege.rawValue)
    if privilege.map(\.key).sorted() != [1, 2]
      || !privilege.allSatisfy({ $0.value == 0 || $0.value == 1 })
    {
      try checks.refuse(
        Refusal(
          .claims, .privilege, field: "privilege", "keys 1 and 2 with 0 or 1 are expected"))
    }
    mayLogIn = privilege.contains { $0.key == 1 && $0.value == 1 }
    mayPublish = privilege.contains { $0.key == 2 && $0.value == 1 }
    createTime = try claims.integer(Member.createTime.rawValue, in: 0...Int64.max)
    expireTime = try claims.integer(Member.expireTime.rawValue, in: 0...Int64.max)
    nonce = try claims.integer(Member.nonce.rawValue, in: Int64.min...Int64.max)
    try Identifier.checkPresence(roomID, field: "room_id", stage: .claims, checks: checks)
    try Identifier.checkPresence(userID, field: "user_id", stage: .claims, checks: checks)
  }

  private func check(_ expected: Expectation, _ checks: Checks) throws(Refusal) {
    if let appID = expected.appID, appID != self.appID {
      try checks.refuse(.app(self.appID, not: appID))
    }
    if let userID = expected.userID, userID != self.userID {
      try checks.refuse(.anotherUser(than: userID))
    }
    if let roomID = expected.roomID, roomID != self.roomID {
      try checks.refuse(.anotherRoom(than: roomID))
    }
  }
}
