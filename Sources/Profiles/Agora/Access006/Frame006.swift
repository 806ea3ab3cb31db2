// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto

/// Everything that a token is sealed from.
struct Frame006: Equatable, Sendable {
  var appID: [UInt8]
  var certificate: [UInt8]
  var channel: [UInt8]
  var uid: [UInt8]
  var message: [UInt8]
  /// What is signed in front of the message, where it is not just those bytes.
  var signed: [UInt8]?
  /// Where the content is cut; zeros follow.
  var cut: Int?
  var mistakes: Mistakes006 = []

  /// The bytes of the content in front of the message.
  static let head = 44

  var token: [UInt8]? {
    guard
      var envelope = try? Envelope006(
        appID: writtenAppID, certificate: key, channel: channel, uid: uid, message: message),
      let signature = try? Digest.sha256.hmac(signedText.span, key: key.span)
    else { return nil }
    envelope.signature = signature
    if mistakes.contains(.withoutCRCs) { (envelope.channelCRC, envelope.uidCRC) = (0, 0) }
    if mistakes.contains(.wideCRCs) {
      (envelope.channelCRC, envelope.uidCRC) = (Self.wideCRC(channel), Self.wideCRC(uid))
    }
    if mistakes.contains(.crcsSwapped) {
      swap(&envelope.channelCRC, &envelope.uidCRC)
    }
    return mistakes.isEmpty && cut == nil ? envelope.token : written(envelope)
  }

  private static func wideCRC(_ text: [UInt8]) -> UInt32 {
    CRC32.checksum(Text(text).utf16Bytes.span)
  }

  private var key: [UInt8] {
    guard mistakes.contains(.decodedKey) else { return certificate }
    return (try? Hex.decode(certificate.span)) ?? certificate
  }

  private var writtenAppID: [UInt8] {
    mistakes.contains(.lowerAppID) ? Array(Text(appID).display.lowercased().utf8) : appID
  }

  private var signedText: [UInt8] {
    if let signed { return signed + message }
    var parts: [(Mistakes006, [UInt8])] = [
      (.unsignedAppID, writtenAppID), (.unsignedChannel, channel), (.unsignedUID, uid),
    ]
    if mistakes.contains(.swappedParts) { parts.swapAt(0, 1) }
    return parts.filter { !mistakes.contains($0.0) }.flatMap(\.1) + message
  }

  private func written(_ envelope: Envelope006) -> [UInt8]? {
    let content = mistakes.contains(.bigEndian) ? envelope.bigEndianContent : envelope.content
    guard var content else { return nil }
    if let cut {
      content = content.prefix(cut) + [UInt8](repeating: 0, count: max(0, content.count - cut))
    }
    let prefix = Array(mistakes.version.utf8) + writtenAppID
    return mistakes.base64.encode(content, after: prefix)
  }
}

extension Envelope006 {
  /// The content with the bytes of every number the other way round.
  fileprivate var bigEndianContent: [UInt8]? {
    guard let signatureLength = UInt16(exactly: signature.count),
      let messageLength = UInt16(exactly: message.count)
    else { return nil }
    var writer = ByteWriter()
    writer.write(signatureLength)
    writer.write(signature)
    writer.write(channelCRC)
    writer.write(uidCRC)
    writer.write(messageLength)
    writer.write(message)
    return writer.bytes
  }
}
