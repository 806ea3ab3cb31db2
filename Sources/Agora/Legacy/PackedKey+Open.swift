// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension PackedKey {
  /// Opens a key, or refuses it at the first rule that it breaks.
  ///
  /// Without a grant the signature is not checked, without `now` the time is not. Offsets after
  /// the version are those of the content.
  public init(
    opening token: Span<UInt8>, for grant: LegacyGrant? = nil, now: Int64? = nil
  ) throws(Refusal) {
    let content = try Self.content(of: token)
    do throws(FormatError) {
      var reader = ByteReader(content.span)
      try self.init(from: &reader)
      try reader.finish(after: "extra")
    } catch {
      throw Self.refusal(error)
    }
    if let grant { try verify(grant) }
    try LegacyTime.check(expire, now: now)
  }

  private static func content(of token: Span<UInt8>) throws(Refusal) -> [UInt8] {
    let prefix = Array(version.utf8)
    guard token.count >= prefix.count,
      token.extracting(0..<prefix.count).equals(prefix.span)
    else {
      throw Refusal(
        .encoding, legacy: .version, field: "version", offset: 0, "'\(version)' is expected")
    }
    do throws(FormatError) {
      return try Base64.standard.decode(
        token.extracting(prefix.count..<token.count), field: "content", offset: prefix.count)
    } catch {
      throw Refusal(legacy: error)
    }
  }

  private init(from reader: inout ByteReader) throws(FormatError) {
    service = try Self.readService(from: &reader)
    try Self.readLength(Self.signatureDigits, "signature", from: &reader)
    let place = LegacyDigits(field: "signature", offset: reader.offset)
    signature = try place.upperHex(try reader.readBytes("signature", count: 40))
    try Self.readLength(Self.rawAppIDLength, "app-id", from: &reader)
    rawAppID = try reader.readBytes("app-id", count: Int(Self.rawAppIDLength))
    ts = try reader.readInteger("ts", .little)
    random = try reader.readInteger("random", .little)
    expire = try reader.readInteger("expire", .little)
    permission = try Self.readExtra(for: service, from: &reader)
  }

  private static func readService(
    from reader: inout ByteReader
  ) throws(FormatError) -> LegacyService {
    let number: UInt16 = try reader.readInteger("service", .little)
    guard let service = LegacyService(rawValue: number) else {
      throw FormatError(.value, field: "service", offset: 0, detail: "\(number) is no service")
    }
    return service
  }

  private static func readLength(
    _ expected: UInt16, _ field: String, from reader: inout ByteReader
  ) throws(FormatError) {
    let offset = reader.offset
    let length: UInt16 = try reader.readInteger(field, .little)
    guard length == expected else {
      throw FormatError(
        .value, field: field, offset: offset,
        detail: "the length is \(length), \(expected) is expected")
    }
  }

  /// One entry in a key for a permission, none in any other.
  private static func readExtra(
    for service: LegacyService, from reader: inout ByteReader
  ) throws(FormatError) -> LegacyPermission? {
    let offset = reader.offset
    let count: UInt16 = try reader.readInteger("extra", .little)
    guard count == (service == .permission ? 1 : 0) else {
      throw FormatError(
        .value, field: "extra", offset: offset,
        detail: "\(count) entries are not what the service \(service.rawValue) has")
    }
    guard count == 1 else { return nil }
    let key: UInt16 = try reader.readInteger("extra", .little)
    let length: UInt16 = try reader.readInteger("extra", .little)
    let value = try reader.readBytes("extra", count: Int(length))
    guard key == LegacyPermission.key,
      let permission = LegacyPermission(rawValue: Text(value).display)
    else {
      throw FormatError(
        .value, field: "extra", offset: offset, detail: "the permission 1 is '0' or '3'")
    }
    return permission
  }

  /// The reason of a whole field with the wrong content, by the field.
  private static let reasons: [String: LegacyReason] = [
    "service": .service, "signature": .signatureLength, "app-id": .appID, "extra": .permission,
  ]

  private static func refusal(_ error: FormatError) -> Refusal {
    guard error.code == .value, let reason = reasons[error.field] else {
      return Refusal(legacy: error)
    }
    return Refusal(
      .structure, legacy: reason, field: error.field, offset: error.offset, error.detail)
  }

  private func verify(_ grant: LegacyGrant) throws(Refusal) {
    let key = try? Hex.decode(grant.certificate.bytes.span)
    guard let key,
      let expected = try? sign(channel: grant.channel.bytes, uid: grant.uid, key: key),
      constantTimeEqual(expected.span, signature.span)
    else {
      throw Refusal(
        .crypto, legacy: .signature, field: "signature", offset: 4,
        "the signature is not that of this certificate, channel and user")
    }
  }
}
