// SPDX-License-Identifier: MIT

internal import Bytes
public import Crypto

extension Envelope006 {
  /// Whether the CRC is the one of a channel.
  public func isMarked(channel: [UInt8]) -> Bool { CRC32.checksum(channel.span) == channelCRC }

  /// Whether the CRC is the one of a uid as text.
  public func isMarked(uid: [UInt8]) -> Bool { CRC32.checksum(uid.span) == uidCRC }

  /// Whether the CRC is that of the empty uid, with which a token is good for every user.
  public var isForEveryUser: Bool { uidCRC == 0 }

  /// Whether the signature is that of a certificate over app id, channel, uid and message.
  public func isSigned(
    certificate: [UInt8], channel: [UInt8], uid: [UInt8]
  ) throws(CryptoError) -> Bool {
    let signed = Self.signed(appID, channel, uid, message)
    let own = try Digest.sha256.hmac(signed.span, key: certificate.span)
    return constantTimeEqual(own.span, signature.span)
  }

  /// Checks signature and CRCs; a refusal says which of channel and uid is another one.
  func verify(
    _ certificate: AgoraCertificate, channel: [UInt8], uid: [UInt8], _ checks: Checks
  ) throws(Refusal) {
    let uids = isForEveryUser && !uid.isEmpty ? [[], uid] : [uid]
    for uid in uids where try isSigned(certificate, channel, uid) {
      return try checkMarks(channel: channel, uid: uid, checks)
    }
    try checks.refuse(mismatch(channel: channel, uid: uid))
  }

  private func isSigned(
    _ certificate: AgoraCertificate, _ channel: [UInt8], _ uid: [UInt8]
  ) throws(Refusal) -> Bool {
    do throws(CryptoError) {
      return try isSigned(certificate: certificate.key, channel: channel, uid: uid)
    } catch {
      throw .unsigned(error)
    }
  }

  /// The signature does not tell where the channel ends and the uid begins; the CRCs do.
  private func checkMarks(
    channel: [UInt8], uid: [UInt8], _ checks: Checks
  ) throws(Refusal) {
    if !isMarked(channel: channel) {
      try checks.refuse(
        Refusal(
          .crypto, .channelCRC, field: "channel-crc", offset: 34,
          "the signature holds, the CRC-32 is that of another channel"))
    }
    if !isMarked(uid: uid) {
      try checks.refuse(
        Refusal(
          .crypto, .uidCRC, field: "uid-crc", offset: 38,
          "the signature holds, the CRC-32 is that of another uid"))
    }
  }

  /// Why the signature does not hold, as far as the CRCs tell.
  private func mismatch(channel: [UInt8], uid: [UInt8]) -> Refusal {
    let isUser = isMarked(uid: uid) || isForEveryUser
    switch (isMarked(channel: channel), isUser) {
    case (true, true):
      return Refusal(
        .crypto, .signature, field: "signature", offset: 2,
        "channel and uid are the token's: another certificate or app id, or changed bytes")
    case (false, true):
      return Refusal(
        .crypto, .channel, field: "channel-crc", offset: 34,
        "the token is for another channel; its uid is the given one")
    case (true, false):
      return Refusal(
        .crypto, .uid, field: "uid-crc", offset: 38,
        "the token is for another uid; its channel is the given one")
    case (false, false):
      return Refusal(
        .crypto, .channel, field: "channel-crc", offset: 34,
        "the token is for another channel and another uid")
    }
  }
}

extension Refusal {
  /// What cannot be signed because the library refuses the call.
  static func unsigned(_ error: CryptoError) -> Refusal {
    Refusal(
      .crypto, .signature, field: "signature",
      "the signature cannot be computed: \(error.rawValue)")
  }
}
