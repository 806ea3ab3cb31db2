// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension Access006 {
  /// What the opener is asked to compare beside the token's own rules.
  public struct Expectation: Sendable {
    public var appID: Text?
    /// The privileges that the token must give, and not only for a time that is over.
    public var privileges: [UInt16]

    public init(appID: Text? = nil, privileges: [UInt16] = []) {
      self.appID = appID
      self.privileges = privileges
    }
  }

  /// Opens a token for a user in a channel, or refuses it at the first rule that it breaks.
  ///
  /// Without `now` the time is not judged. A token for the empty uid opens for every user.
  public init(
    opening token: Span<UInt8>, certificate: AgoraCertificate, channel: Text, user: AgoraUser,
    now: Int64? = nil, expecting: Expectation = Expectation(), checks: Checks = .all
  ) throws(Refusal) {
    let envelope = try Envelope006(refusing: token, checks)
    try self.init(envelope, checks: checks)
    try envelope.verify(certificate, channel: channel.bytes, uid: user.text, checks)
    if let now { try check(expecting.privileges, at: now, checks) }
    try check(expecting, checks)
  }

  /// Decodes a token without verifying anything.
  public init(reading token: Span<UInt8>) throws(Refusal) {
    try self.init(Envelope006(refusing: token, .all))
  }

  /// Decodes what an envelope holds.
  public init(_ envelope: Envelope006, checks: Checks = .all) throws(Refusal) {
    try envelope.checkShape(checks)
    var reader = ByteReader(envelope.message.span)
    let message: Message006
    do throws(FormatError) {
      message = try Message006(from: &reader, checks: checks)
    } catch {
      throw Refusal(error, base: Envelope006.messageOffset)
    }
    self.init(
      appID: Text(envelope.appID), salt: message.salt, ts: message.ts,
      privileges: message.privileges)
  }

  /// The token ends at `ts`; a privilege can end before, and 0 sets no end of its own.
  private func check(
    _ wanted: [UInt16], at now: Int64, _ checks: Checks
  ) throws(Refusal) {
    if now >= Int64(ts) {
      try checks.refuse(
        Refusal(.time, .expired, field: "ts", "the token ended at \(ts), it is \(now)"))
    }
    let over = privileges.first {
      wanted.contains($0.id) && $0.expire != 0 && now >= Int64($0.expire)
    }
    guard let over else { return }
    try checks.refuse(
      Refusal(
        .time, .privilegeExpired, field: "privilege-expire",
        "privilege \(over.id) ended at \(over.expire), it is \(now)"))
  }

  private func check(_ expected: Expectation, _ checks: Checks) throws(Refusal) {
    if let appID = expected.appID, appID != self.appID {
      try checks.refuse(
        Refusal(
          .policy, .appID, field: "app-id",
          "the token is for app \(self.appID), not for \(appID)"))
    }
    let missing = expected.privileges.first { id in !privileges.contains { $0.id == id } }
    guard let missing else { return }
    try checks.refuse(
      Refusal(
        .policy, .privilegeMissing, field: "privilege",
        "the token does not give privilege \(missing)"))
  }
}

extension Envelope006 {
  /// Where the message stands in the bytes, behind a signature of its right length.
  public static let messageOffset = 44
  private static let signatureLength = 32

  fileprivate init(refusing token: Span<UInt8>, _ checks: Checks) throws(Refusal) {
    do throws(FormatError) {
      try self.init(reading: token, checks: checks)
    } catch {
      throw Refusal(error)
    }
  }

  fileprivate func checkShape(_ checks: Checks) throws(Refusal) {
    if !appID.span.isHex {
      try checks.refuse(
        Refusal(
          .structure, .appID, field: "app-id", offset: 3,
          "'\(Text(appID))' is not of hexadecimal digits"))
    }
    if signature.count != Self.signatureLength {
      try checks.refuse(
        Refusal(
          .structure, .signatureLength, field: "signature-length", offset: 0,
          "the signature has \(signature.count) bytes, 32 are expected"))
    }
  }
}
