// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension PackedKey {
  /// Opens a key, or refuses it at the first rule that it breaks.
  ///
  /// Without a grant the signature is not checked, without `now` the time is not. Offsets after
  /// the version are those of the content.
  public init(
    opening token: Span<UInt8>, for grant: LegacyGrant? = nil, now: Int64? = nil,
    checks: Checks = .all
  ) throws(Refusal) {
    do throws(FormatError) {
      try self.init(reading: token, FormatChecks(checks, refusal: Self.refusal))
    } catch {
      throw Self.refusal(error)
    }
    if let grant { try verify(grant, checks) }
    try LegacyTime.check(expire, now: now, checks)
  }

  private init(reading token: Span<UInt8>, _ checks: FormatChecks) throws(FormatError) {
    let prefix = token.extracting(0..<min(token.count, Self.version.utf8.count))
    try LegacyDigits(field: "version", offset: 0, checks: checks)
      .equal([UInt8](copying: prefix), Self.version)
    let content = try Base64.standard.decode(
      token.extracting(prefix.count..<token.count), field: "content", offset: prefix.count,
      by: checks)
    var reader = ByteReader(content.span)
    try self.init(from: &reader, checks)
    try reader.finish(after: "extra", by: checks)
  }

  private init(from reader: inout ByteReader, _ checks: FormatChecks) throws(FormatError) {
    service = try Self.readService(from: &reader, checks)
    let digits = try Self.readField("signature", Self.signatureDigits, from: &reader, checks)
    let place = LegacyDigits(
      field: "signature", offset: reader.offset - digits.count, checks: checks)
    signature = try place.upperHex(digits)
    rawAppID = try Self.readField("app-id", Self.rawAppIDLength, from: &reader, checks)
    ts = try reader.readInteger("ts", by: checks)
    random = try reader.readInteger("random", by: checks)
    expire = try reader.readInteger("expire", by: checks)
    permission = try Self.readExtra(for: service, from: &reader, checks)
  }

  private static func readService(
    from reader: inout ByteReader, _ checks: FormatChecks
  ) throws(FormatError) -> LegacyService {
    let number: UInt16 = try reader.readInteger("service", by: checks)
    if let service = LegacyService(rawValue: number) { return service }
    try checks.refuse(
      FormatError(.value, field: "service", offset: 0, detail: "\(number) is no service"))
    return .media
  }

  private static func readField(
    _ field: String, _ expected: UInt16, from reader: inout ByteReader, _ checks: FormatChecks
  ) throws(FormatError) -> [UInt8] {
    let offset = reader.offset
    let length: UInt16 = try reader.readInteger(field, by: checks)
    if length != expected {
      try checks.refuse(
        FormatError(
          .value, field: field, offset: offset,
          detail: "the length is \(length), \(expected) is expected"))
    }
    return try reader.readBytes(field, count: Int(length), by: checks)
  }

  /// One entry in a key for a permission, none in any other.
  private static func readExtra(
    for service: LegacyService, from reader: inout ByteReader, _ checks: FormatChecks
  ) throws(FormatError) -> LegacyPermission? {
    let offset = reader.offset
    let count: UInt16 = try reader.readInteger("extra", by: checks)
    if count != (service == .permission ? 1 : 0) {
      try checks.refuse(
        FormatError(
          .value, field: "extra", offset: offset,
          detail: "\(count) entries are not what the service \(service.rawValue) has"))
    }
    var permission: LegacyPermission?
    for _ in 0..<count {
      permission = try readPermission(from: &reader, offset, checks) ?? permission
    }
    return permission
  }

  private static func readPermission(
    from reader: inout ByteReader, _ offset: Int, _ checks: FormatChecks
  ) throws(FormatError) -> LegacyPermission? {
    let key: UInt16 = try reader.readInteger("extra", by: checks)
    let length: UInt16 = try reader.readInteger("extra", by: checks)
    let value = try reader.readBytes("extra", count: Int(length), by: checks)
    let permission = LegacyPermission(rawValue: Text(value).display)
    if key == LegacyPermission.key, let permission { return permission }
    try checks.refuse(
      FormatError(
        .value, field: "extra", offset: offset, detail: "the permission 1 is '0' or '3'"))
    return permission
  }

  /// The reason of a whole field with the wrong content, by the field.
  private static let reasons: [String: LegacyReason] = [
    "version": .version, "service": .service, "signature": .signatureLength, "app-id": .appID,
    "extra": .permission,
  ]

  @Sendable private static func refusal(_ error: FormatError) -> Refusal {
    guard error.code == .value, let reason = reasons[error.field] else {
      return Refusal(legacy: error)
    }
    return Refusal(
      reason == .version ? .encoding : .structure, legacy: reason, field: error.field,
      offset: error.offset, error.detail)
  }

  private func verify(_ grant: LegacyGrant, _ checks: Checks) throws(Refusal) {
    if let key = try? Hex.decode(grant.certificate.bytes.span),
      let expected = try? sign(channel: grant.channel.bytes, uid: grant.uid, key: key),
      constantTimeEqual(expected.span, signature.span)
    {
      return
    }
    try checks.refuse(
      Refusal(
        .crypto, legacy: .signature, field: "signature", offset: 4,
        "the signature is not that of this certificate, channel and user"))
  }
}
