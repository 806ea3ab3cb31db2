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
    if mistakes.contains(.crcsSwapped) {
      swap(&envelope.channelCRC, &envelope.uidCRC)
    }
    return mistakes.isEmpty && cut == nil ? envelope.token : written(envelope)
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
    let parts: [(Mistakes006, [UInt8])] = [
      (.unsignedAppID, writtenAppID), (.unsignedChannel, channel), (.unsignedUID, uid),
    ]
    return parts.filter { !mistakes.contains($0.0) }.flatMap(\.1) + message
  }

  private func written(_ envelope: Envelope006) -> [UInt8]? {
    let content = mistakes.contains(.bigEndian) ? envelope.bigEndianContent : envelope.content
    guard var content else { return nil }
    if let cut {
      content = content.prefix(cut) + [UInt8](repeating: 0, count: max(0, content.count - cut))
    }
    let prefix = Array(Envelope006.version.utf8) + writtenAppID
    return mistakes.base64.encode(content, after: prefix)
  }
}

/// What ports get wrong, one thing each.
struct Mistakes006: PackingMistakes, Hashable, Sendable {
  let rawValue: UInt16

  /// The certificate's digits are decoded, where their text is the key.
  static let decodedKey = Mistakes006(rawValue: 1)
  static let bigEndian = Mistakes006(rawValue: 2)
  static let withoutCRCs = Mistakes006(rawValue: 4)
  static let crcsSwapped = Mistakes006(rawValue: 8)
  static let base64URL = Mistakes006(rawValue: 16)
  static let lowerAppID = Mistakes006(rawValue: 32)
  static let unsignedAppID = Mistakes006(rawValue: 64)
  static let unsignedChannel = Mistakes006(rawValue: 128)
  static let unsignedUID = Mistakes006(rawValue: 256)
  static let timeFirst = Mistakes006(rawValue: 512)
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
