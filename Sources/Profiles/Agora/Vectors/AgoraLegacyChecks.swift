// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The checks of an opener of the keys before 006, in the order in which they are made.
enum AgoraLegacyChecks {
  static let table: [OpenerCheck] = [
    check(
      .policy, "certificate", "certificate", "agora.certificate.hex",
      "any text passes for a certificate"),
    form(
      .structure, "truncated", "", "where a key ends within a field, what is there is taken"),
    form(.encoding, "version", "version", "any characters pass for the version"),
    form(
      .encoding, "base64", "content",
      "other characters are passed over, padding and last bits do not count"),
    form(.structure, "service", "service", "any number passes for a service"),
    form(.structure, "signature.length", "signature", "the signature may have any length"),
    form(.encoding, "hex", "signature", "the digits of the signature are read loosely"),
    form(.structure, "app-id", "app-id", "the app id of a 005 may have any length"),
    form(
      .encoding, "app-id", "app-id", "the app id of a signaling token may have any length"),
    form(.encoding, "hex", "app-id", "any characters pass for the app id"),
    form(.encoding, "number", "ts", "any characters pass for the time of making"),
    form(.encoding, "hex", "random", "the digits of the random number are read loosely"),
    form(.encoding, "number", "uid", "any characters pass for the user"),
    form(.encoding, "number", "expire", "any characters pass for the end"),
    form(.structure, "permission", "extra", "a 005 may have any permissions, or none"),
    form(.encoding, "hex", "digest", "the digits of the digest are read loosely"),
    form(.structure, "trailing", "", "what follows the last field is passed over"),
    check(
      .policy, "uid", "uid", "agora.legacy.open.signature",
      "the user in the key is not compared with the given one"),
    check(
      .crypto, "signature", "signature", "agora.legacy.open.signature",
      "the signature is not compared"),
    check(
      .crypto, "digest", "digest", "agora.legacy.open.signature", "the digest is not compared"),
    check(.time, "expired", "expire", "agora.legacy.open.expire", "the end is not looked at"),
    check(
      .policy, "app-id", "app-id", "agora.legacy.open.policy",
      "the app id is not compared with the one that is asked for"),
    check(
      .policy, "service", "service", "agora.legacy.open.policy",
      "the service is not compared with the one that is asked for"),
  ]

  private static func check(
    _ stage: Stage, _ reason: String, _ field: String, _ clause: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck("agora.legacy", stage, reason, field, clause: clause, .security, words)
  }

  private static func form(
    _ stage: Stage, _ reason: String, _ field: String, _ words: String
  ) -> OpenerCheck {
    OpenerCheck(
      "agora.legacy", stage, reason, field, clause: "agora.legacy.open.form", .interop, words)
  }
}
