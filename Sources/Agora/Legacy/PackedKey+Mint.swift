// SPDX-License-Identifier: MIT

internal import Bytes
public import Crypto

extension PackedKey {
  /// Signs a key for a service.
  public init(
    _ request: LegacyRequest, _ credentials: LegacyCredentials, service: LegacyService
  ) throws(CryptoError) {
    try self.init(request, credentials, service: service, permission: nil)
  }

  /// Signs a key that says what the user may send.
  public init(
    _ request: LegacyRequest, _ credentials: LegacyCredentials, permission: LegacyPermission
  ) throws(CryptoError) {
    try self.init(request, credentials, service: .permission, permission: permission)
  }

  private init(
    _ request: LegacyRequest, _ credentials: LegacyCredentials, service: LegacyService,
    permission: LegacyPermission?
  ) throws(CryptoError) {
    self.service = service
    self.permission = permission
    rawAppID = credentials.rawAppID
    ts = request.ts
    random = request.random
    expire = request.expire
    signature = []
    signature = try sign(
      channel: request.channel.bytes, uid: request.uid, key: credentials.rawCertificate)
  }

  /// The key as text.
  public var token: [UInt8] {
    Base64.standard.encode(content, after: Array(Self.version.utf8))
  }

  private var content: [UInt8] {
    var writer = ByteWriter(capacity: 96)
    writer.write(service.rawValue, .little)
    writer.write(Self.signatureDigits, .little)
    writer.write(Array(Hex.encode(signature).uppercased().utf8))
    writeApp(to: &writer)
    writer.write(expire, .little)
    writeExtra(to: &writer)
    return writer.bytes
  }

  /// The signature that the fields must have for a channel and a user.
  func sign(
    channel: [UInt8], uid: UInt32, key: [UInt8]
  ) throws(CryptoError) -> [UInt8] {
    guard let channelLength = UInt16(exactly: channel.count) else { throw .length }
    var writer = ByteWriter(capacity: 48 + channel.count)
    writer.write(service.rawValue, .little)
    writeApp(to: &writer)
    writer.write(channelLength, .little)
    writer.write(channel)
    writer.write(uid, .little)
    writer.write(expire, .little)
    writeExtra(to: &writer)
    return try Digest.sha1.hmac(writer.bytes.span, key: key.span)
  }

  private func writeApp(to writer: inout ByteWriter) {
    writer.write(Self.rawAppIDLength, .little)
    writer.write(rawAppID)
    writer.write(ts, .little)
    writer.write(random, .little)
  }

  private func writeExtra(to writer: inout ByteWriter) {
    guard let permission else {
      writer.write(UInt16(0), .little)
      return
    }
    writer.write(UInt16(1), .little)
    writer.write(LegacyPermission.key, .little)
    writer.write(UInt16(truncatingIfNeeded: permission.rawValue.utf8.count), .little)
    writer.write(Array(permission.rawValue.utf8))
  }
}
