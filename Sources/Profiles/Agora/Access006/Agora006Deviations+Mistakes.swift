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
      "parts-swapped", .swappedParts, "agora.006.signature",
      "the channel is signed in front of the app id"),
    mistake(
      "time-first", .timeFirst, "agora.006.message", "the time stands in front of the salt"),
    mistake("version-missing", .withoutVersion, "agora.006.version", "the version is left out"),
    mistake(
      "crcs-utf16", .wideCRCs, "agora.006.text", "the CRC-32 are those of the texts as UTF-16"),
    mistake(
      "expire-of-token", .expireOfToken, "agora.006.expire",
      "every privilege has the time at which the token ends"),
    mistake(
      "life-missing", .withoutLife, "agora.006.ts",
      "a token whose end is left open ends in the second in which it is made"),
    mistake(
      "salt-ts-ignored", .ignoresSaltTs, "agora.006.salt.given",
      "salt and time that the caller sets are not taken"),
    mistake(
      "removal-ignored", .keepsRemoved, "agora.006.remove", "a privilege cannot be taken back",
      .security),
    mistake(
      "privileges-lost", .clearsWhenBuilt, "agora.006.repeat",
      "a builder loses its privileges when it makes a token"),
    mistake(
      "roles-of-today", .rolesOfToday, "agora.006.roles",
      "a role gives only those of its privileges that are documented today"),
    mistake(
      "init-privileges-alone", .loadsPrivilegesAlone, "agora.init.salt-ts",
      "of a token that is loaded only the privileges are taken"),
    mistake(
      "init-final", .loadedStays, "agora.init.changes",
      "what was loaded can no longer be changed", .security),
    Entry(
      "agora.006-init-count-cut", .interop, clause: "agora.init.counts",
      "a count that goes beyond the privileges is cut to their number"
    ) { $0.reading.stopsAtEnd = true },
    Entry(
      "agora.006-init-first-counts", .interop, clause: "agora.init.duplicates",
      "of a privilege that stands twice the first time counts"
    ) { $0.reading.firstCounts = true },
    Entry(
      "agora.006-numbers-clamped", .interop, clause: "agora.numbers.checked",
      "a number out of range becomes the next that fits"
    ) { $0.numbers = .saturating },
    Entry(
      "agora.006-uid-loose", .security, clause: "agora.types.checked",
      "null or a truth value counts as the uid 0: good for every user"
    ) { $0.uid = .loose },
    Entry(
      "agora.006-build-unlimited", .security, clause: "agora.build.expire",
      "a builder function gives no privilege an end"
    ) { $0.building.isUnlimited = true },
    Entry(
      "agora.006-build-any-user", .security, clause: "agora.build.user",
      "a builder function makes every token for the uid 0"
    ) { $0.building.isForEveryUser = true },
    Entry(
      "agora.006-build-rtm-joins", .interop, clause: "agora.build.rtm",
      "the RTM builder sets the privilege to join, not that to log in"
    ) { $0.building.messaging = Building006.join },
  ]

  private static func mistake(
    _ name: String, _ mistake: Mistakes006, _ clause: String, _ words: String,
    _ severity: Severity = .interop
  ) -> Entry {
    Entry("agora.006-\(name)", severity, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
