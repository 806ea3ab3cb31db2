// SPDX-License-Identifier: MIT

public import Agora
public import Bytes
internal import Crypto

/// Whoever knows the certificate and makes tokens of any bytes.
public enum AgoraAttacker {
  public static let appID: Text = "970CA35de60c44645bbae8a215061b33"
  public static let channel: Text = "demo"
  public static let user = AgoraUser.uid(7)

  public static var certificate: AgoraCertificate {
    get throws { try AgoraCertificate(Attacker.secretText) }
  }

  /// The input as a token, and as what stands under each layer of one.
  public static func tokens(of input: [UInt8]) throws -> [[UInt8]] {
    [
      input, Base64.standard.encode(input, after: Array("006".utf8) + appID.bytes),
      Base64.standard.encode(input, after: Array("007".utf8)),
      Base64.standard.encode(try Zlib.deflate(input.span), after: Array("007".utf8)),
    ]
  }

  /// A 006 whose message is the input, where it fits.
  public static func token006(signing input: [UInt8]) throws -> [UInt8]? {
    try Envelope006(
      appID: appID.bytes, certificate: Attacker.secretText.bytes, channel: channel.bytes,
      uid: user.text, message: input
    ).token
  }

  /// A 007 whose info is the input, signed with the numbers that stand in it.
  public static func token007(signing input: [UInt8]) throws -> [UInt8] {
    var reader = ByteReader(input.span)
    let info = try? Info007(from: &reader)
    return try Envelope007(
      info: input, certificate: Attacker.secretText.bytes, issueTs: info?.issueTs ?? 0,
      salt: info?.salt ?? 0
    ).token
  }
}
