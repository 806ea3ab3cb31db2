// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto

/// What is signed, and with what.
struct Frame007: Equatable, Sendable {
  var info: [UInt8]
  var certificate: [UInt8]
  var issueTs: UInt32
  var salt: UInt32
  var mistakes: Mistakes007 = []

  var envelope: Envelope007? {
    guard
      var envelope = try? Envelope007(
        info: info, certificate: key, issueTs: issueTs, salt: salt)
    else { return nil }
    if let signature { envelope.signature = signature }
    return envelope
  }

  var token: [UInt8]? {
    guard let content else { return nil }
    let stream = mistakes.contains(.uncompressed) ? content : try? Zlib.deflate(content.span)
    return stream.map { mistakes.base64.encode($0, after: Array(Envelope007.version.utf8)) }
  }

  /// What is compressed.
  var content: [UInt8]? {
    guard let envelope, let content = try? envelope.content else { return nil }
    guard mistakes.contains(.bigEndian) else { return content }
    return [content[1], content[0]] + content.dropFirst(2)
  }

  private var key: [UInt8] {
    guard mistakes.contains(.decodedKey) else { return certificate }
    return (try? Hex.decode(certificate.span)) ?? certificate
  }

  /// The signature, where it is made in another way.
  private var signature: [UInt8]? {
    let (issued, salted) = (bytes(issueTs), bytes(salt))
    if mistakes.contains(.plainKey) { return hmac(info, key) }
    if mistakes.contains(.keyArgumentsSwapped) {
      return hmac(info, hmac(salted, hmac(issued, key)))
    }
    if mistakes.contains(.keyOrderSwapped) {
      return hmac(info, hmac(hmac(key, salted), issued))
    }
    return mistakes.contains(.bigEndian) ? hmac(info, hmac(hmac(key, issued), salted)) : nil
  }

  private func hmac(_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8] {
    (try? Digest.sha256.hmac(bytes.span, key: key.span)) ?? []
  }

  private func bytes(_ value: UInt32) -> [UInt8] {
    var writer = ByteWriter(capacity: 4)
    writer.write(value, mistakes.byteOrder)
    return writer.bytes
  }
}

/// What ports get wrong, one thing each.
struct Mistakes007: PackingMistakes, Hashable, Sendable {
  let rawValue: UInt16

  /// The certificate's digits are decoded, where their text is the key.
  static let decodedKey = Mistakes007(rawValue: 1)
  /// The certificate signs by itself.
  static let plainKey = Mistakes007(rawValue: 2)
  /// Key and data of the first two HMACs are exchanged.
  static let keyArgumentsSwapped = Mistakes007(rawValue: 4)
  /// The salt comes before the time of issue.
  static let keyOrderSwapped = Mistakes007(rawValue: 8)
  static let bigEndian = Mistakes007(rawValue: 16)
  static let uncompressed = Mistakes007(rawValue: 32)
  static let base64URL = Mistakes007(rawValue: 64)
  static let unsortedServices = Mistakes007(rawValue: 128)
  static let absoluteExpire = Mistakes007(rawValue: 256)
  static let saltFirst = Mistakes007(rawValue: 512)
}
