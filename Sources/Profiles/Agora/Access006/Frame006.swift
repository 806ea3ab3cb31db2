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

  /// The bytes of the content in front of the message.
  static let head = 44

  var token: [UInt8]? {
    guard
      var envelope = try? Envelope006(
        appID: appID, certificate: certificate, channel: channel, uid: uid, message: message)
    else { return nil }
    if let signed {
      let text = signed + message
      guard let signature = try? Digest.sha256.hmac(text.span, key: certificate.span) else {
        return nil
      }
      envelope.signature = signature
    }
    return cut.map { cutToken(envelope, at: $0) } ?? envelope.token
  }

  private func cutToken(_ envelope: Envelope006, at end: Int) -> [UInt8]? {
    guard let content = envelope.content else { return nil }
    let rest = [UInt8](repeating: 0, count: max(0, content.count - end))
    let prefix = Array(Envelope006.version.utf8) + appID
    return Base64.standard.encode(content.prefix(end) + rest, after: prefix)
  }
}
