// SPDX-License-Identifier: MIT

internal import Suite

// What ports get wrong, though no recorded implementation does.
extension Agora007Deviations {
  static let mistakes: [Entry] = [
    mistake(
      "key-decoded", .decodedKey, "agora.007.key",
      "the certificate's digits are decoded; the key is made from their text"),
    mistake("key-plain", .plainKey, "agora.007.key", "the certificate itself is the key"),
    mistake(
      "key-arguments-swapped", .keyArgumentsSwapped, "agora.007.key",
      "key and data are exchanged where the key is made"),
    mistake(
      "key-order-swapped", .keyOrderSwapped, "agora.007.key",
      "the key is made with the salt first, then with the time of issue"),
    mistake("big-endian", .bigEndian, "agora.007.layout", "numbers are written big-endian"),
    mistake(
      "uncompressed", .uncompressed, "agora.007.compression", "the content is not compressed"),
    mistake(
      "base64-url", .base64URL, "agora.007.encoding",
      "the base64 is that for URLs, without padding"),
    mistake(
      "services-unsorted", .unsortedServices, "agora.007.service-order",
      "services stand as they were added, not by their type"),
    mistake(
      "expire-absolute", .absoluteExpire, "agora.007.expire",
      "the token's end is a moment, not a number of seconds after its issue"),
    mistake(
      "salt-first", .saltFirst, "agora.007.layout",
      "the salt stands in front of the time of issue"),
  ]

  private static func mistake(
    _ name: String, _ mistake: Mistakes007, _ clause: String, _ words: String
  ) -> Entry {
    Entry("agora.007-\(name)", .interop, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
