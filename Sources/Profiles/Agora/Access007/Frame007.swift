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
    stream.map { mistakes.base64.encode($0, after: Array(version.utf8)) }
  }

  private var version: String {
    mistakes.contains(.otherVersion) ? Envelope006.version : Envelope007.version
  }

  private var stream: [UInt8]? {
    guard let content, !mistakes.contains(.uncompressed) else { return content }
    let stream = try? Zlib.deflate(content.span)
    return mistakes.contains(.rawDeflate)
      ? stream.map { Array($0.dropFirst(2).dropLast(4)) } : stream
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
    if mistakes.contains(.hexSignature) { return hexSignature }
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

  private var hexSignature: [UInt8]? {
    var plain = self
    plain.mistakes = []
    return plain.envelope.map { Array(Hex.encode($0.signature).utf8) }
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
