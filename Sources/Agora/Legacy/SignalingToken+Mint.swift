// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension SignalingToken {
  /// Makes a token for an account that is good until a second.
  public init(
    account: Text, _ credentials: LegacyCredentials, expire: UInt32
  ) throws(Refusal) {
    guard account.quality == .utf8 else {
      throw Refusal(.policy, legacy: .account, field: "account", "valid UTF-8 is expected")
    }
    self.init(appID: credentials.appID, expire: expire, digest: [])
    digest = expectedDigest(account: account, certificate: credentials.certificate)
  }

  /// The token as text.
  public var token: [UInt8] {
    var text = Array("\(Self.version):".utf8) + appID.bytes
    text += ":\(expire):\(Hex.encode(digest))".utf8
    return text
  }

  func expectedDigest(account: Text, certificate: Text) -> [UInt8] {
    var message = account.bytes + appID.bytes + certificate.bytes
    message += String(expire).utf8
    return (try? Digest.md5.hash(message.span)) ?? []
  }
}
