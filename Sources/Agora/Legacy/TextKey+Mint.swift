// SPDX-License-Identifier: MIT

internal import Bytes
public import Crypto

extension TextKey {
  /// Signs a key; the service is asked for by 004 and by no other version.
  public init(
    _ version: Version, _ request: LegacyRequest, _ credentials: LegacyCredentials,
    service: LegacyService = .media
  ) throws(CryptoError) {
    self.version = version
    appID = credentials.appID
    ts = request.ts
    random = request.random
    uid = version.wire.contains(.uid) ? request.uid : nil
    expire = version.wire.contains(.expire) ? request.expire : nil
    self.service = version == .v004 ? service : nil
    signature = []
    signature = try sign(
      LegacyGrant(
        certificate: credentials.certificate, channel: request.channel, uid: request.uid),
      service: service)
  }

  /// The key as text.
  public var token: [UInt8] {
    version.wire.reduce(into: []) { $0 += text(of: $1) ?? [] }
  }

  /// The signature that the fields must have for a grant.
  func sign(_ grant: LegacyGrant, service: LegacyService) throws(CryptoError) -> [UInt8] {
    var message: [UInt8] = []
    for field in version.signed {
      switch field {
      case .service: message += (service.word ?? "").utf8
      case .channel: message += grant.channel.bytes
      case .uid: message += Self.decimal(grant.uid)
      default: message += text(of: field) ?? []
      }
    }
    return try Digest.sha1.hmac(message.span, key: grant.certificate.bytes.span)
  }

  private func text(of field: Field) -> [UInt8]? {
    switch field {
    case .version: Array(version.rawValue.utf8)
    case .signature: Array(Hex.encode(signature).utf8)
    case .appID: appID.bytes
    case .ts: Self.decimal(ts)
    case .random: Self.hexadecimal(random)
    case .uid: uid.map(Self.decimal)
    case .expire: expire.map(Self.decimal)
    case .service, .channel: nil
    }
  }

  /// Ten digits, which every number of 32 bits has room in.
  public static func decimal(_ value: UInt32) -> [UInt8] {
    let digits = Array(String(value).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: 10 - digits.count) + digits
  }

  /// Eight digits.
  public static func hexadecimal(_ value: UInt32) -> [UInt8] {
    var writer = ByteWriter(capacity: 4)
    writer.write(value)
    return Array(Hex.encode(writer.bytes).utf8)
  }
}
