// SPDX-License-Identifier: MIT

internal import Suite

// What ports get wrong, though no recorded maker does.
extension LegacyDeviations {
  static let mistakes: [Entry] = [
    mistake(
      "agora.legacy-signature-case", .interop, "agora.legacy.005.hexsig",
      "the digits of the signature, or of the digest, are in the other case", .otherCase),
    mistake(
      "agora.legacy-key-form", .interop, "agora.legacy.signature",
      "the key is the text of the certificate in 005, and its bytes before that", .otherKey),
    mistake(
      "agora.legacy-sha-256", .interop, "agora.legacy.signature",
      "the signature is made with SHA-256", .sha256),
    mistake(
      "agora.legacy-uid-unsigned", .security, "agora.legacy.uid",
      "the user is not signed: the key is that of user 0", .withoutUID),
    mistake(
      "agora.legacy-channel-unsigned", .security, "agora.legacy.channel",
      "the channel is not signed: the key is good for every one", .withoutChannel),
    mistake(
      "agora.legacy-uid-negative", .interop, "agora.legacy.uid-kept",
      "a text key signs a user from 2^31 on as a negative number", .signedUID),
    mistake(
      "agora.legacy-big-endian", .interop, "agora.legacy.005.layout",
      "the integers of a 005 are big-endian", .bigEndian),
    mistake(
      "agora.legacy-version-missing", .interop, "agora.legacy.003.layout",
      "the version is left out", .withoutVersion),
    mistake(
      "agora.legacy-base64-url", .interop, "agora.legacy.005.encoding",
      "a 005 is written in base64url without padding", .base64URL),
    mistake(
      "agora.legacy-app-id-lower", .interop, "agora.legacy.app-id",
      "a text key signs the app id in lower case", .lowerAppID),
    mistake(
      "agora.legacy-service-media", .security, "agora.legacy.service",
      "every key is one for media", .mediaService),
    mistake(
      "agora.legacy-expire-missing", .security, "agora.legacy.expire",
      "the end is left out of a text key, and 0 in a 005", .withoutExpire),
    mistake(
      "agora.legacy-account-order", .interop, "agora.legacy.signaling.md5",
      "the app id stands before the account in the digest", .appIDFirst),
    mistake(
      "agora.legacy-expire-is-duration", .interop, "agora.legacy.signaling.expire",
      "the end of a signaling token is its seconds, not counted from now", .withoutNow),
    mistake(
      "agora.legacy-random-upper", .interop, "agora.legacy.random",
      "the digits of the random number are in upper case", .upperRandom),
    mistake(
      "agora.legacy-random-own", .interop, "agora.legacy.repeat",
      "the random number that is given is not taken", .ownRandom),
    mistake(
      "agora.legacy-001-versioned", .interop, "agora.legacy.001.layout",
      "a 001 begins with its version", .version001),
    mistake(
      "agora.legacy-002-versioned", .interop, "agora.legacy.002.layout",
      "a 002 begins with its version", .version002),
    mistake(
      "agora.legacy-004-uid-shown", .interop, "agora.legacy.004.layout",
      "the user stands in a 004 as in a 003", .shownUID),
    mistake(
      "agora.legacy-uid-small", .interop, "agora.served",
      "a user from 2^31 on is refused", .smallUIDs),
    mistake(
      "agora.legacy-005-channel-bare", .interop, "agora.legacy.005.signature",
      "the channel of a 005 is signed without its length", .bareChannel),
    mistake(
      "agora.legacy-005-app-id-text", .interop, "agora.legacy.005.app-id",
      "the app id of a 005 stands there as the text of its digits", .textAppID),
    mistake(
      "agora.legacy-005-permission-bare", .interop, "agora.legacy.005.map",
      "the permission of a 005 stands there without its length", .barePermission),
    mistake(
      "agora.legacy-signaling-dots", .interop, "agora.legacy.signaling.layout",
      "the parts of a signaling token are joined by dots", .dots),
  ]

  private static func mistake(
    _ id: String, _ severity: Severity, _ clause: String, _ words: String,
    _ mistake: LegacyMistakes
  ) -> Entry {
    Entry(id, severity, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
