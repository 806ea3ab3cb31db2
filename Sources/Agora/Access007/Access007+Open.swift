// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension Access007 {
  /// What the opener is asked to compare beside the token's own rules: one service must meet it.
  public struct Expectation: Sendable {
    public var appID: Text?
    public var service: Service007.Kind?
    public var channel: Text?
    /// A user; a service for the empty text is for every user.
    public var user: AgoraUser?
    /// The privileges that the service must give, and not only for a time that is over.
    public var privileges: [UInt16]

    public init(
      appID: Text? = nil, service: Service007.Kind? = nil, channel: Text? = nil,
      user: AgoraUser? = nil, privileges: [UInt16] = []
    ) {
      self.appID = appID
      self.service = service
      self.channel = channel
      self.user = user
      self.privileges = privileges
    }
  }

  /// Opens a token, or refuses it at the first rule that it breaks.
  ///
  /// Without `now` the time is not judged.
  public init(
    opening token: Span<UInt8>, certificate: AgoraCertificate, now: Int64? = nil,
    expecting: Expectation = Expectation(), checks: Checks = .all
  ) throws(Refusal) {
    let envelope = try Envelope007(refusing: token, checks)
    try self.init(envelope, checks: checks)
    try verify(envelope, certificate, checks)
    if let now { try info.check(at: now, checks) }
    try info.check(expecting, now: now, checks)
  }

  /// Decodes a token without verifying anything.
  public init(reading token: Span<UInt8>) throws(Refusal) {
    try self.init(Envelope007(refusing: token, .all))
  }

  /// Decodes what an envelope holds.
  public init(_ envelope: Envelope007, checks: Checks = .all) throws(Refusal) {
    if envelope.signature.count != 32 {
      try checks.refuse(
        Refusal(
          .structure, .signatureLength, field: "signature-length", offset: 0,
          "the signature has \(envelope.signature.count) bytes, 32 are expected"))
    }
    var reader = ByteReader(envelope.info.span)
    do throws(FormatError) {
      info = try Info007(from: &reader, by: FormatChecks(checks))
    } catch {
      throw Refusal(error, base: Envelope007.infoOffset)
    }
  }

  private func verify(
    _ envelope: Envelope007, _ certificate: AgoraCertificate, _ checks: Checks
  ) throws(Refusal) {
    let holds: Bool
    do throws(CryptoError) {
      holds = try envelope.isSigned(
        certificate: certificate.key, issueTs: info.issueTs, salt: info.salt)
    } catch {
      throw .unsigned(error)
    }
    guard !holds else { return }
    try checks.refuse(
      Refusal(
        .crypto, .signature, field: "signature", offset: 2,
        "the signature does not hold: another certificate, or changed bytes"))
  }
}

extension Info007 {
  fileprivate func check(at now: Int64, _ checks: Checks) throws(Refusal) {
    if now < Int64(issueTs) {
      try checks.refuse(
        Refusal(
          .time, .notYet, field: "issue-ts", "the token begins at \(issueTs), it is \(now)"))
    }
    if now >= end {
      try checks.refuse(
        Refusal(.time, .expired, field: "expire", "the token ended at \(end), it is \(now)"))
    }
  }

  fileprivate func check(
    _ expected: Access007.Expectation, now: Int64?, _ checks: Checks
  ) throws(Refusal) {
    if let appID = expected.appID, appID != self.appID {
      try checks.refuse(
        Refusal(
          .policy, .appID, field: "app-id",
          "the token is for app \(self.appID), not for \(appID)"))
    }
    var rest = Candidates007(services, checks)
    if let kind = expected.service {
      try rest.keep(.service, "service-type", "service \(kind)") { $0.kind == kind }
    }
    if let channel = expected.channel {
      try rest.keep(.channel, "channel", "channel '\(channel)'") { $0.channel == channel }
    }
    if let user = expected.user {
      try rest.keep(.uid, "uid", "user '\(Text(user.text))'") { $0.isFor(user) }
    }
    guard !expected.privileges.isEmpty else { return }
    try rest.keep(.privilegeMissing, "privilege", "privileges \(expected.privileges)") { service in
      expected.privileges.allSatisfy { id in service.privileges.contains { $0.id == id } }
    }
    guard let now else { return }
    try rest.keep(
      .privilegeExpired, "privilege-expire", "privileges \(expected.privileges) at \(now)", .time
    ) { $0.gives(expected.privileges, at: now, since: issueTs) }
  }
}

/// The services that can still meet all wishes.
private struct Candidates007 {
  private var services: [Service007]
  private let checks: Checks

  init(_ services: [Service007], _ checks: Checks) {
    self.services = services
    self.checks = checks
  }

  /// Keeps what meets a wish, and refuses where nothing does.
  mutating func keep(
    _ reason: AgoraReason, _ field: String, _ wish: String, _ stage: Stage = .policy,
    where isMet: (Service007) -> Bool
  ) throws(Refusal) {
    let rest = services.filter(isMet)
    guard rest.isEmpty else { return services = rest }
    try checks.refuse(
      Refusal(stage, reason, field: field, "the token is not good for \(wish)"))
  }
}

extension Service007 {
  /// In a channel the empty text is the uid 0, which stands for every user.
  fileprivate func isFor(_ user: AgoraUser) -> Bool {
    self.user.map { $0.bytes == user.text || (channel != nil && $0.isEmpty) } ?? false
  }

  /// Whether no wanted privilege is over; a time of 0 sets no end of its own.
  fileprivate func gives(_ wanted: [UInt16], at now: Int64, since issueTs: UInt32) -> Bool {
    privileges.allSatisfy { privilege in
      !wanted.contains(privilege.id) || privilege.expire == 0
        || now < Int64(issueTs) + Int64(privilege.expire)
    }
  }
}

extension Envelope007 {
  fileprivate init(refusing token: Span<UInt8>, _ checks: Checks) throws(Refusal) {
    do throws(FormatError) {
      try self.init(reading: token, by: FormatChecks(checks))
    } catch {
      throw Refusal(error)
    }
  }
}
