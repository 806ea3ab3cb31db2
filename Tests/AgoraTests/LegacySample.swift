// SPDX-License-Identifier: MIT

import Agora
import Bytes

/// One user in one channel, and what the vendor's own code makes of that.
enum LegacySample {
  static let appID: Text = "970CA35de60c44645bbae8a215061b33"
  static let certificate: Text = "5CFd2fd1755d40ecb72977518be15d3b"
  static let channel: Text = "7d72365eb983485397e3e3f9d460bdda"
  static let uid: UInt32 = 2_882_341_273
  static let ts: UInt32 = 1_446_455_472
  static let random: UInt32 = 58_964_981
  static let expire: UInt32 = 1_446_455_471

  static let grant = LegacyGrant(certificate: certificate, channel: channel, uid: uid)

  static func credentials() throws -> LegacyCredentials {
    try LegacyCredentials(appID: appID, certificate: certificate)
  }

  static func request() throws -> LegacyRequest {
    try LegacyRequest(channel: channel, ts: ts, random: random, uid: uid, expire: expire)
  }

  /// What the vendor's code makes in every language that has the function.
  static let textKeys: [(TextKey.Version, LegacyService, String)] = [
    (
      .v001, .media,
      "2df6e722944068d54eaa6273f09598b6e245c482970CA35de60c44645bbae8a215061b3314464554720383bbf5"
    ),
    (
      .v002, .media,
      "b5466ff71190a1e9a1dfb7dced5b64e1a2717e51970CA35de60c44645bbae8a215061b33"
        + "14464554720383bbf528823412731446455471"
    ),
    (
      .v003, .media,
      "003b5466ff71190a1e9a1dfb7dced5b64e1a2717e51970CA35de60c44645bbae8a215061b33"
        + "14464554720383bbf528823412731446455471"
    ),
    (
      .v004, .sharing,
      "004a2c48ed64e696ce33edaaff44a8e4a9faf2f85e3970CA35de60c44645bbae8a215061b33"
        + "14464554720383bbf51446455471"
    ),
    (
      .v004, .recording,
      "0048a1bdfa29a5fa2791bc791f801efd4551761d7fd970CA35de60c44645bbae8a215061b33"
        + "14464554720383bbf51446455471"
    ),
    (
      .v004, .media,
      "004dd53bbdc33497eeae6291e8062ebd33a8acc5291970CA35de60c44645bbae8a215061b33"
        + "14464554720383bbf51446455471"
    ),
  ]

  static let packedKeys: [(LegacyService, String)] = [
    (
      .sharing,
      "005AwAoADc0QTk5RTVEQjI4MDk0NUI0NzUwNTk0MUFDMjM4MDU2NzIwREY3QjAQAJcMo13mDERkW7roohUGGzOwKDdW"
        + "9buDA68oN1YAAA=="
    ),
    (
      .recording,
      "005AgAoADkyOUM5RTQ2MTg3QTAyMkJBQUIyNkI3QkYwMTg0MzhDNjc1Q0ZFMUEQAJcMo13mDERkW7roohUGGzOwKDdW"
        + "9buDA68oN1YAAA=="
    ),
    (
      .media,
      "005AQAoAEJERTJDRDdFNkZDNkU0ODYxNkYxQTYwOUVFNTM1M0U5ODNCQjFDNDQQAJcMo13mDERkW7roohUGGzOwKDdW"
        + "9buDA68oN1YAAA=="
    ),
    (
      .permission,
      "005BAAoADJERDA3QThENTE2NzJGNjQwMzY5NTFBNzE0QkI5NTc0N0Q1QjZGQjMQAJcMo13mDERkW7roohUGGzOwKDdW"
        + "9buDA68oN1YBAAEAAQAz"
    ),
  ]

  static let account: Text = "2882341273"
  static let signalingToken =
    "1:970CA35de60c44645bbae8a215061b33:1446455471:951fb1eaf5829f4647740aa2f1911f32"

  static func packedKey(_ service: LegacyService) throws -> PackedKey {
    service == .permission
      ? try PackedKey(try request(), try credentials(), permission: .audioVideo)
      : try PackedKey(try request(), try credentials(), service: service)
  }

  /// A token of any of the formats, opened without or with what it was made for.
  static func open(
    _ token: [UInt8], like known: String, checking: Bool = false
  ) throws(Refusal) {
    let grant = checking ? grant : nil
    if known.hasPrefix("005") {
      _ = try PackedKey(opening: token.span, for: grant)
    } else if known.hasPrefix("1:") {
      _ = try SignalingToken(
        opening: token.span, account: checking ? account : nil,
        certificate: checking ? certificate : nil)
    } else if let version = TextKey.Version(of: Array(known.utf8).span) {
      _ = try TextKey(opening: token.span, as: version, for: grant)
    }
  }

  static let all: [String] = textKeys.map(\.2) + packedKeys.map(\.1) + [signalingToken]
}
