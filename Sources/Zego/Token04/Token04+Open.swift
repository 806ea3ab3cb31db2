// SPDX-License-Identifier: MIT

public import Bytes

extension Token04 {
  /// What the opener is asked to compare beside the token's own rules.
  public struct Expectation: Sendable {
    public var appID: UInt32?
    public var userID: String?
    public var roomID: String?

    public init(appID: UInt32? = nil, userID: String? = nil, roomID: String? = nil) {
      self.appID = appID
      self.userID = userID
      self.roomID = roomID
    }
  }

  /// Opens a token, or refuses it at the first rule that it breaks.
  ///
  /// Without `now` the time is not judged; without a form the token tells it.
  public init(
    opening token: Span<UInt8>, as form: Sealed.Form? = nil, secret: ZegoSecret,
    now: Int64? = nil, expecting: Expectation = Expectation(), checks: Checks = .all
  ) throws(Refusal) {
    let bytes = try Sealed.bytes(of: token, prefix: Self.prefix, checks: checks)
    let sealed = try SealedView(bytes: bytes.span, form: form, checks: checks)
    try self.init(
      plaintext: sealed.plaintext(secret: secret, checks: checks), form: sealed.form,
      checks: checks)
    try Expiry.check(
      header: sealed.expire, inner: expire, field: "expire", now: now, checks: checks)
    try check(expecting, checks)
  }

  private init(plaintext: [UInt8], form: Sealed.Form, checks: Checks) throws(Refusal) {
    if let flat = FlatClaims(plaintext, members: Member.table) {
      do throws(Refusal) {
        try self.init(flat, form: form, checks: .all)
        return
      } catch {
        // Read in full, it opens all the same or is refused in the right words.
      }
    }
    try self.init(
      ClaimsReader(plaintext, members: Member.table, checks: checks), form: form, checks: checks)
  }

  init(
    _ claims: borrowing some Claims & ~Copyable, form: Sealed.Form, checks: Checks = .all
  ) throws(Refusal) {
    self.form = form
    appID = try claims.integer(Member.appID.rawValue, in: 1...UInt32.max)
    userID = try claims.string(Member.userID.rawValue)
    nonce = try claims.integer(Member.nonce.rawValue, in: Int32.min...Int32.max)
    ctime = try claims.integer(Member.ctime.rawValue, in: 0...Int64.max)
    expire = try claims.integer(Member.expire.rawValue, in: 0...Int64.max)
    payload = try claims.string(Member.payload.rawValue)
    try Identifier.checkPresence(userID, field: "user_id", stage: .claims, checks: checks)
  }

  private func check(_ expected: Expectation, _ checks: Checks) throws(Refusal) {
    if let appID = expected.appID, appID != self.appID {
      try checks.refuse(.app(self.appID, not: appID))
    }
    if let userID = expected.userID, userID != self.userID {
      try checks.refuse(.anotherUser(than: userID))
    }
    if let roomID = expected.roomID,
      try RoomPayload(parsing: payload, checks: checks).roomID != roomID
    {
      try checks.refuse(.anotherRoom(than: roomID))
    }
  }
}

extension Refusal {
  static func app(_ found: UInt32, not expected: UInt32) -> Refusal {
    Refusal(
      .policy, .appID, field: "app_id", "the token is for app \(found), not for \(expected)")
  }

  static func anotherUser(than expected: String) -> Refusal {
    Refusal(
      .policy, .userID, field: "user_id", "the token is for another user than '\(expected)'")
  }

  static func anotherRoom(than expected: String) -> Refusal {
    Refusal(
      .policy, .roomID, field: "room_id", "the token is for another room than '\(expected)'")
  }
}
