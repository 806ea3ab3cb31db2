// SPDX-License-Identifier: MIT

public import Bytes
public import Crypto

/// The frame of an AccessToken 006, around a message that it does not look into.
///
/// "006" | app-id | base64( signature-length | signature | channel-crc | uid-crc
///                          | message-length | message ), little-endian
///
/// | field | bytes | meaning |
/// |---|---|---|
/// | app-id | 32 | as text, outside of the base64 |
/// | signature | 32 | HMAC-SHA256 with the certificate's text over app id, channel, uid, message |
/// | channel-crc | 4 | CRC-32 of the channel name |
/// | uid-crc | 4 | CRC-32 of the uid as text, which is empty for 0 |
/// | message | 10 + 6 × privileges | salt, time and privileges |
public struct Envelope006: Equatable, Sendable {
  public static let version = "006"
  private static let versionBytes = Array(version.utf8)
  public static let appIDLength = 32

  public var appID: [UInt8]
  public var signature: [UInt8]
  public var channelCRC: UInt32
  public var uidCRC: UInt32
  public var message: [UInt8]

  /// Signs a message for a user in a channel.
  public init(
    appID: [UInt8], certificate: [UInt8], channel: [UInt8], uid: [UInt8], message: [UInt8]
  ) throws(CryptoError) {
    let signed = Self.signed(appID, channel, uid, message)
    signature = try Digest.sha256.hmac(signed.span, key: certificate.span)
    channelCRC = CRC32.checksum(channel.span)
    uidCRC = CRC32.checksum(uid.span)
    self.appID = appID
    self.message = message
  }

  /// What is signed: no border tells where one part ends.
  static func signed(
    _ appID: [UInt8], _ channel: [UInt8], _ uid: [UInt8], _ message: [UInt8]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(appID.count + channel.count + uid.count + message.count)
    bytes += appID
    bytes += channel
    bytes += uid
    bytes += message
    return bytes
  }

  /// The text of the token; nothing where a length does not fit its 16 bits.
  public var token: [UInt8]? {
    content.map { Base64.standard.encode($0, after: Self.versionBytes + appID) }
  }

  /// What the base64 stands for.
  public var content: [UInt8]? {
    guard let signatureLength = UInt16(exactly: signature.count),
      let messageLength = UInt16(exactly: message.count)
    else { return nil }
    var writer = ByteWriter(capacity: 12 + signature.count + message.count)
    writer.write(signatureLength, .little)
    writer.write(signature)
    writer.write(channelCRC, .little)
    writer.write(uidCRC, .little)
    writer.write(messageLength, .little)
    writer.write(message)
    return writer.bytes
  }
}

extension Envelope006 {
  /// Takes off version, app id and base64, and reads the fields; nothing may follow them.
  public init(reading token: Span<UInt8>, checks: Checks = .all) throws(FormatError) {
    let formatChecks = FormatChecks(checks)
    var text = ByteReader(token)
    let version = try text.readSpan("version", count: min(token.count, Self.versionBytes.count))
    if !version.equals(Self.versionBytes.span) {
      try formatChecks.refuse(
        FormatError(
          .value, field: "version", offset: 0, detail: "the token does not begin with '006'"))
    }
    let appID = try text.readBytes("app-id", count: Self.appIDLength, by: formatChecks)
    let content = try Base64.standard.decode(
      token.extracting(text.offset..<token.count), field: "base64", offset: text.offset,
      by: formatChecks)
    var reader = ByteReader(content.span)
    try self.init(appID: appID, from: &reader, checks: checks)
  }

  /// Reads what the base64 stands for.
  @_lifetime(reader: copy reader)
  public init(
    appID: [UInt8], from reader: inout ByteReader, checks: Checks = .all
  ) throws(FormatError) {
    let checks = FormatChecks(checks)
    self.appID = appID
    let signatureLength = try reader.readInteger("signature-length", by: checks, as: UInt16.self)
    signature = try reader.readBytes("signature", count: Int(signatureLength), by: checks)
    channelCRC = try reader.readInteger("channel-crc", by: checks)
    uidCRC = try reader.readInteger("uid-crc", by: checks)
    let messageLength = try reader.readInteger("message-length", by: checks, as: UInt16.self)
    message = try reader.readBytes("message", count: Int(messageLength), by: checks)
    try reader.finish(after: "message", by: checks)
  }
}
