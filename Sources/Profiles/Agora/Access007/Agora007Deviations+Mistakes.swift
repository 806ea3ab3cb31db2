// SPDX-License-Identifier: MIT

internal import Suite

// What ports get wrong, though no recorded implementation does.
extension Agora007Deviations {
  static let mistakes: [Entry] = framing + contents + texts + parsingWrongly + buildingWrongly

  // MARK: - Version, compression, signature

  private static let framing: [Entry] = [
    mistake(
      "version-006", .otherVersion, "agora.007.version", "the token begins with 006"),
    mistake(
      "raw-deflate", .rawDeflate, "agora.007.compression",
      "the content is deflated without the header and checksum of zlib"),
    mistake(
      "signature-hex", .hexSignature, "agora.007.signature",
      "the signature stands as hexadecimal digits"),
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
  ]

  // MARK: - Content

  private static let contents: [Entry] = [
    mistake(
      "services-unsorted", .unsortedServices, "agora.007.service-order",
      "services stand as they were added, not by their type"),
    mistake(
      "expire-absolute", .absoluteExpire, "agora.007.expire",
      "the token's end is a moment, not a number of seconds after its issue"),
    mistake(
      "salt-first", .saltFirst, "agora.007.layout",
      "the salt stands in front of the time of issue"),
    mistake(
      "wide-counts", .wideCounts, "agora.007.service-layout",
      "the number of privileges takes 32 bits"),
    mistake(
      "user-before-channel", .userBeforeChannel, "agora.007.service-fields",
      "the user stands in front of the channel"),
    mistake(
      "app-id-lowercase", .lowercaseAppID, "agora.007.app-id",
      "the app id is written in lower case"),
    mistake(
      "zero-time-now", .zeroTimeIsNow, "agora.007.issue-ts",
      "a time of issue of 0 counts as not given"),
    mistake(
      "privileges-absolute", .absolutePrivileges, "agora.007.privilege-time",
      "a privilege's end is a moment, not a number of seconds after the issue"),
    mistake(
      "services-by-type", .oneServiceOfAType, "agora.007.services",
      "services are kept by their types: of two of one type the last stays"),
    mistake(
      "permissions-unsorted", .unsortedPermissions, "agora.007.permissions",
      "permissions stand as they were given"),
  ]

  // MARK: - Texts and numbers

  private static let texts: [Entry] = [
    Entry(
      "agora.007-texts-latin1", .interop, clause: "agora.007.text",
      "texts are written in Latin-1, with question marks for what is not in it"
    ) {
      $0.channels.charset = .singleByte(last: 0xFF)
      $0.names.charset = .singleByte(last: 0xFF)
    },
    Entry(
      "agora.007-nulls-empty", .security, clause: "agora.types.checked",
      "null is an empty text, as a user every user"
    ) {
      $0.channels.absent = .empty
      $0.names.absent = .empty
      $0.uid = .rubyEmptyZero
      $0.account = .rubyEmptyZero
    },
    Entry(
      "agora.007-uid-perl", .security, clause: "agora.007.uid-zero",
      "an account that reads as the number 0 becomes empty, which is every user"
    ) {
      $0.uid = .perl
      $0.account = .perl
    },
  ]

  // MARK: - Parsing and builders

  private static let parsingWrongly: [Entry] = [
    mistake(
      "parse-own-times", .forgetsTimes, "agora.007.parse",
      "a token that is parsed gets another salt and time of issue"),
    Entry(
      "agora.007-parse-keeps-both", .interop, clause: "agora.007.parse.duplicates",
      "a privilege that stands twice is kept twice"
    ) { $0.reading.duplicates = .both },
    Entry(
      "agora.007-parse-any-version", .interop, clause: "agora.007.parse.other-version",
      "a token of another version is parsed as one of this"
    ) { $0.reading.anyVersion = true },
  ]

  private static let buildingWrongly: [Entry] = [
    Entry(
      "agora.007-build-subscriber", .security, clause: "agora.build.privileges",
      "a subscriber may publish"
    ) { $0.building.subscriberPublishes = true },
    Entry(
      "agora.007-build-lives", .interop, clause: "agora.build.expire",
      "the life of the token and that of its privileges are exchanged"
    ) { $0.building.livesExchanged = true },
    Entry(
      "agora.007-build-without-rtm", .interop, clause: "agora.build.services",
      "the builder for channel and messages leaves the messages out"
    ) { $0.building.hasMessages = false },
    Entry(
      "agora.007-build-chat-id-capitals", .interop, clause: "agora.build.chat-user",
      "a user's MD5 is written in capitals"
    ) { $0.building.chatID = .capitals },
    Entry(
      "agora.007-build-app-user", .interop, clause: "agora.build.user",
      "a token for an app names a user"
    ) { $0.building.appUser = "app" },
  ]

  private static func mistake(
    _ name: String, _ mistake: Mistakes007, _ clause: String, _ words: String
  ) -> Entry {
    Entry("agora.007-\(name)", .interop, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
