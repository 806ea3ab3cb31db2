// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The checks of an opener of AccessToken 006, in the order in which they are made.
enum Agora006Checks {
  static let table: [OpenerCheck] = arguments + text + fields + message + seal + wishes

  private static func check(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("agora.006", stage, reason, field, clause: clause, .interop, words)
  }

  /// A check without which somebody gets in who must not.
  private static func severe(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("agora.006", stage, reason, field, clause: clause, .security, words)
  }

  private static let truncated = severe(
    .structure, "truncated", "", "agora.006.open.lengths",
    "where the bytes end within a field, what is there is taken")

  private static let arguments = [
    severe(
      .policy, "certificate", "certificate", "agora.certificate.hex",
      "any text passes for a certificate, the empty one too")
  ]

  private static let text = [
    check(
      .encoding, "version", "version", "agora.006.open.encoding",
      "any three characters pass for the version"),
    truncated,
    check(
      .encoding, "base64", "base64", "agora.006.open.encoding",
      "other characters are passed over, padding and last bits do not count"),
  ]

  private static let fields = [
    check(
      .structure, "trailing", "message", "agora.006.open.trailing",
      "bytes behind the message are passed over"),
    check(
      .structure, "app-id", "app-id", "agora.006.open.encoding",
      "any 32 characters pass for the app id"),
    severe(
      .structure, "signature.length", "signature-length", "agora.006.open.lengths",
      "the signature may have any length"),
  ]

  private static let message = [
    severe(
      .structure, "privilege.count", "privilege-count", "agora.006.open.lengths",
      "the number of privileges is not compared with the bytes"),
    severe(
      .structure, "privilege.duplicate", "privilege", "agora.006.open.duplicates",
      "a privilege may stand twice"),
  ]

  private static let seal = [
    severe(
      .crypto, "signature", "signature", "agora.006.open.signature",
      "the signature is not compared"),
    severe(
      .crypto, "channel", "channel-crc", "agora.006.open.signature",
      "a token for another channel passes"),
    severe(
      .crypto, "uid", "uid-crc", "agora.006.open.signature",
      "a token for another user passes"),
    severe(
      .crypto, "channel.crc", "channel-crc", "agora.006.open.channel-crc",
      "the CRC-32 of the channel is not compared"),
    severe(
      .crypto, "uid.crc", "uid-crc", "agora.006.open.uid-crc",
      "the CRC-32 of the user is not compared"),
  ]

  private static let wishes = [
    severe(
      .time, "expired", "ts", "agora.006.open.ts", "the end of the token is not looked at"
    ),
    severe(
      .time, "privilege.expired", "privilege-expire", "agora.006.open.privileges",
      "the end of a privilege is not looked at"),
    severe(
      .policy, "app-id", "app-id", "agora.006.open.app-id",
      "the app id is not compared with the one that is asked for"),
    severe(
      .policy, "privilege.missing", "privilege", "agora.006.open.privileges",
      "whether a privilege is given is not looked at"),
  ]
}
