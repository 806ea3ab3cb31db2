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
  /// Without `now` the time is not judged.
  public init(
    opening token: Span<UInt8>, secret: ZegoSecret, now: Int64? = nil,
    expecting: Expectation = Expectation()
  ) throws(Refusal) {
    let bytes = try Sealed.bytes(of: token, prefix: Self.prefix)
    let sealed = try SealedView(bytes: bytes.span)
    try self.init(plaintext: sealed.plaintext(secret: secret), form: sealed.form)
    try Expiry.check(header: sealed.expire, inner: expire, field: "expire", now: now)
    try check(expecting)
  }

  private init(plaintext: [UInt8], form: Sealed.Form) throws(Refusal) {
    if let flat = FlatClaims(plaintext, members: Member.table) {
      do throws(Refusal) {
        try self.init(flat, form: form)
        return
      } catch {
        // Read in full, it opens all the same or is refused in the right words.
      }
    }
    try self.init(ClaimsReader(plaintext, members: Member.table), form: form)
  }

  init(_ claims: borrowing some Claims & ~Copyable, form: Sealed.Form) throws(Refusal) {
    self.form = form
    appID = try claims.integer(Member.appID.rawValue, in: 1...UInt32.max)
    userID = try claims.string(Member.userID.rawValue)
    nonce = try claims.integer(Member.nonce.rawValue, in: Int32.min...Int32.max)
    ctime = try claims.integer(Member.ctime.rawValue, in: 0...Int64.max)
    expire = try claims.integer(Member.expire.rawValue, in: 0...Int64.max)
    payload = try claims.string(Member.payload.rawValue)
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
    guard let roomID = expected.roomID else { return }
    guard try RoomPayload(parsing: payload).roomID == roomID else {
      throw Refusal(
        .policy, .roomID, field: "room_id", "the token is for another room than '\(roomID)'")
    }
  }
}
