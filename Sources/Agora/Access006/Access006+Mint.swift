// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension Access006 {
  /// Signs the rights for a user in a channel; the privileges are written in ascending order.
  public func mint(
    certificate: AgoraCertificate, channel: Text, user: AgoraUser
  ) throws(Refusal) -> String {
    try AgoraName.check(appID: appID)
    try AgoraName.check(channel: channel)
    try AgoraName.check(user: user)
    let envelope = try envelope(certificate, channel: channel.bytes, uid: user.text)
    guard let token = envelope.token else { throw tooMany }
    return String(decoding: token, as: UTF8.self)
  }

  /// Loads a token and signs what it holds again: salt, ts and privileges stay as they are.
  ///
  /// The token does not tell certificate, channel and user, and nothing is verified.
  public static func reopen(
    _ token: Span<UInt8>, certificate: AgoraCertificate, channel: Text, user: AgoraUser
  ) throws(Refusal) -> String {
    try Access006(reading: token).mint(certificate: certificate, channel: channel, user: user)
  }

  private func envelope(
    _ certificate: AgoraCertificate, channel: [UInt8], uid: [UInt8]
  ) throws(Refusal) -> Envelope006 {
    if let place = privileges.duplicate {
      throw Refusal(
        .policy, .privilegeDuplicate, field: "privilege",
        "privilege \(privileges[place].id) is given twice")
    }
    let message = Message006(salt: salt, ts: ts, privileges: privileges.ascending)
    guard let bytes = message.bytes else { throw tooMany }
    do throws(CryptoError) {
      return try Envelope006(
        appID: appID.bytes, certificate: certificate.key, channel: channel, uid: uid,
        message: bytes)
    } catch {
      throw .unsigned(error)
    }
  }

  private var tooMany: Refusal {
    Refusal(
      .policy, .privilegeCount, field: "message-length",
      "\(privileges.count) privileges do not fit the 65535 bytes of a message")
  }
}
