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
    now: Int64? = nil
  ) throws(Refusal) {
    do throws(FormatError) {
      try self.init(reading: token)
    } catch {
      throw Self.refusal(error)
    }
    if let account, let certificate { try verify(account, certificate) }
    guard let now, Int64(expire) <= now else { return }
    throw Refusal(
      .time, legacy: .expired, field: "expire", "the token ended at \(expire), it is \(now)")
  }

  private init(reading token: Span<UInt8>) throws(FormatError) {
    var start = 0
    let version = try Self.field("version", 1, of: token, from: &start)
    try LegacyDigits(field: "version", offset: 0).equal(version, Self.version)
    let appStart = start
    let app = try Self.field("app-id", LegacyCredentials.length, of: token, from: &start)
    appID = try LegacyDigits(field: "app-id", offset: appStart).hex(app)
    let expireStart = start
    let digits = try Self.field("expire", nil, of: token, from: &start)
    expire = try LegacyDigits(field: "expire", offset: expireStart).decimal(digits)
    guard digits == Array(String(expire).utf8) else {
      throw FormatError(
        .value, field: "expire", offset: expireStart, detail: "a zero stands in front")
    }
    let place = LegacyDigits(field: "digest", offset: start)
    var reader = ByteReader(token.extracting(start..<token.count))
    do throws(FormatError) {
      digest = try place.lowerHex(try reader.readBytes("digest", count: 32))
      try reader.finish(after: "digest")
    } catch {
      guard error.code == .truncated || error.code == .trailing else { throw error }
      throw FormatError(
        error.code, field: error.field, offset: start + error.offset, detail: error.detail)
    }
  }

  /// The text up to the next colon.
  private static func field(
    _ name: String, _ width: Int?, of token: Span<UInt8>, from start: inout Int
  ) throws(FormatError) -> [UInt8] {
    guard let end = token.firstIndex(of: UInt8(ascii: ":"), from: start) else {
      throw FormatError(
        .truncated, field: name, offset: start, detail: "a colon is expected after the field")
    }
    let text = [UInt8](copying: token.extracting(start..<end))
    guard width == nil || text.count == width else {
      throw FormatError(
        .value, field: name, offset: start,
        detail: "\(text.count) bytes, \(width ?? 0) are expected")
    }
    start = end + 1
    return text
  }

  /// The reason of a whole field with the wrong content, by the field.
  private static let reasons: [String: LegacyReason] = ["version": .version, "app-id": .appID]

  private static func refusal(_ error: FormatError) -> Refusal {
    guard error.code == .value, let reason = reasons[error.field] else {
      return Refusal(legacy: error)
    }
    return Refusal(
      .encoding, legacy: reason, field: error.field, offset: error.offset, error.detail)
  }

  private func verify(_ account: Text, _ certificate: Text) throws(Refusal) {
    let expected = expectedDigest(account: account, certificate: certificate)
    guard constantTimeEqual(expected.span, digest.span) else {
      throw Refusal(
        .crypto, legacy: .digest, field: "digest",
        "the digest is not that of this account and certificate")
    }
  }
}
