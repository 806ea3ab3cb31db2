// SPDX-License-Identifier: MIT

internal import Bytes
public import Crypto

/// The frame of an AccessToken 006, around a message that it does not look into.
///
/// "006" | app id | base64( signature-length | signature | channel-crc | uid-crc
///                          | message-length | message ), little-endian
///
/// | field | bytes | meaning |
/// |---|---|---|
/// | app id | 32 | as text, outside of the base64 |
/// | signature | 32 | HMAC-SHA256 with the certificate's text over app id, channel, uid, message |
/// | channel-crc | 4 | CRC-32 of the channel name |
/// | uid-crc | 4 | CRC-32 of the uid as text, which is empty for 0 |
/// | message | 10 + 6 × privileges | salt, time and privileges |
public struct Envelope006: Equatable, Sendable {
  public static let version = "006"
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
    let signed = appID + channel + uid + message
    signature = try Digest.sha256.hmac(signed.span, key: certificate.span)
    channelCRC = CRC32.checksum(channel.span)
    uidCRC = CRC32.checksum(uid.span)
    self.appID = appID
    self.message = message
  }

  /// The text of the token; nothing where a length does not fit its 16 bits.
  public var token: [UInt8]? {
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
    return Base64.standard.encode(writer.bytes, after: Array(Self.version.utf8) + appID)
  }
}
