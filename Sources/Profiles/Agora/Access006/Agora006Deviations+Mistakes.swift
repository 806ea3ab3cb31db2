// SPDX-License-Identifier: MIT

internal import Suite

// What ports get wrong, though no recorded builder does.
extension Agora006Deviations {
  static let mistakes: [Entry] = [
    mistake(
      "key-decoded", .decodedKey, "agora.006.key",
      "the certificate's digits are decoded; the key is their text"),
    mistake("big-endian", .bigEndian, "agora.006.layout", "numbers are written big-endian"),
    mistake("crcs-zero", .withoutCRCs, "agora.006.channel-crc", "both CRC-32 are 0"),
    mistake(
      "crcs-swapped", .crcsSwapped, "agora.006.channel-crc",
      "the CRC-32 of the uid stands in front of that of the channel"),
    mistake(
      "base64-url", .base64URL, "agora.006.encoding",
      "the base64 is that for URLs, without padding"),
    mistake("app-id-lower", .lowerAppID, "agora.006.app-id", "the app id is in lower case"),
    mistake(
      "app-id-unsigned", .unsignedAppID, "agora.006.signature", "the app id is not signed"),
    mistake(
      "channel-unsigned", .unsignedChannel, "agora.006.signature", "the channel is not signed"),
    mistake("uid-unsigned", .unsignedUID, "agora.006.signature", "the uid is not signed"),
    mistake(
      "time-first", .timeFirst, "agora.006.message", "the time stands in front of the salt"),
  ]

  private static func mistake(
    _ name: String, _ mistake: Mistakes006, _ clause: String, _ words: String
  ) -> Entry {
    Entry("agora.006-\(name)", .interop, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
