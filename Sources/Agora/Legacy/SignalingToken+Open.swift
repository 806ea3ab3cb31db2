// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension SignalingToken {
  /// Opens a token, or refuses it at the first rule that it breaks.
  ///
  /// The digest is checked where the account and the certificate are given, the time where
  /// `now` is.
  public init(
    opening token: Span<UInt8>, account: Text? = nil, certificate: Text? = nil,
    now: Int64? = nil, checks: Checks = .all
  ) throws(Refusal) {
    do throws(FormatError) {
      var reader = ByteReader(token)
      try self.init(from: &reader, of: token, FormatChecks(checks, refusal: Self.refusal))
    } catch {
      throw Self.refusal(error)
    }
    if let account, let certificate { try verify(account, certificate, checks) }
    guard let now, Int64(expire) <= now else { return }
    try checks.refuse(
      Refusal(
        .time, legacy: .expired, field: "expire", "the token ended at \(expire), it is \(now)"))
  }

  private init(
    from reader: inout ByteReader, of token: Span<UInt8>, _ checks: FormatChecks
  ) throws(FormatError) {
    func place(_ field: String, at offset: Int) -> LegacyDigits {
      LegacyDigits(field: field, offset: offset, checks: checks)
    }
    let version = try Self.readField("version", 1, from: &reader, of: token, checks)
    try place("version", at: 0).equal(version, Self.version)
    let appStart = reader.offset
    let app = try Self.readField("app-id", 32, from: &reader, of: token, checks)
    appID = try place("app-id", at: appStart).hex(app)
    let expireStart = reader.offset
    let digits = try Self.readField("expire", nil, from: &reader, of: token, checks)
    expire = try place("expire", at: expireStart).decimal(digits)
    if digits != Array(String(expire).utf8) {
      try checks.refuse(
        FormatError(
          .value, field: "expire", offset: expireStart, detail: "a zero stands in front"))
    }
    let digestStart = reader.offset
    let digest = try reader.readBytes("digest", count: 32, by: checks)
    self.digest = try place("digest", at: digestStart).lowerHex(digest)
    try reader.finish(after: "digest", by: checks)
  }

  /// The text up to the next colon.
  private static func readField(
    _ name: String, _ width: Int?, from reader: inout ByteReader, of token: Span<UInt8>,
    _ checks: FormatChecks
  ) throws(FormatError) -> [UInt8] {
    let start = reader.offset
    let colon = token.firstIndex(of: UInt8(ascii: ":"), from: start)
    if colon == nil {
      try checks.refuse(
        FormatError(
          .truncated, field: name, offset: start, detail: "a colon is expected after the field"))
    }
    let text = try reader.readBytes(name, count: (colon ?? token.count) - start)
    if colon != nil { _ = try reader.readSpan(name, count: 1) }
    if let width, text.count != width {
      try checks.refuse(
        FormatError(
          .value, field: name, offset: start, detail: "\(text.count) bytes, \(width) are expected"
        ))
    }
    return text
  }

  /// The reason of a whole field with the wrong content, by the field.
  private static let reasons: [String: LegacyReason] = ["version": .version, "app-id": .appID]

  @Sendable private static func refusal(_ error: FormatError) -> Refusal {
    guard error.code == .value, let reason = reasons[error.field] else {
      return Refusal(legacy: error)
    }
    return Refusal(
      .encoding, legacy: reason, field: error.field, offset: error.offset, error.detail)
  }

  private func verify(
    _ account: Text, _ certificate: Text, _ checks: Checks
  ) throws(Refusal) {
    let expected = expectedDigest(account: account, certificate: certificate)
    guard !constantTimeEqual(expected.span, digest.span) else { return }
    try checks.refuse(
      Refusal(
        .crypto, legacy: .digest, field: "digest",
        "the digest is not that of this account and certificate"))
  }
}
