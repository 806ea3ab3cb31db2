// SPDX-License-Identifier: MIT

internal import Agora
internal import Suite

/// The known ways in which a maker of legacy keys differs from the reference.
enum LegacyDeviations {
  typealias Entry = Deviation<LegacyRules>

  static let table: [Entry] = entries + languages + values + mistakes

  // MARK: - What there is

  private static let entries: [Entry] = [
    Entry(
      "agora.legacy-without-002", .choice, clause: "agora.legacy.languages",
      "there is no key 002, and signaling tokens end at a given moment"
    ) { $0.served.subtract([.key2, .relativeSignaling]) },
    Entry(
      "agora.legacy-without-relative", .choice, clause: "agora.legacy.signaling.relative",
      "signaling tokens end at a given moment"
    ) { $0.served.remove(.relativeSignaling) },
    Entry(
      "agora.legacy-only-004-005", .choice, clause: "agora.legacy.languages",
      "there are keys 004 and 005, none of them for sharing, and signaling tokens that end some"
        + " seconds from now"
    ) {
      $0.served = [
        .recording4, .media4, .recording5, .media5, .permission5, .relativeSignaling,
      ]
    },
    Entry(
      "agora.legacy-only-005", .choice, clause: "agora.legacy.languages",
      "there are keys 005, and signaling tokens that end some seconds from now"
    ) { $0.served = [.sharing5, .recording5, .media5, .permission5, .relativeSignaling] },
  ]

  // MARK: - What languages do

  private static let languages: [Entry] = [
    Entry(
      "agora.legacy-types-go", .choice, clause: "agora.ts.range",
      "arguments have static types, uint32 and byte strings; what is no hexadecimal digit is an"
        + " error value"
    ) { $0.host = .go },
    Entry(
      "agora.legacy-types-java", .interop, clause: "agora.legacy.expire",
      "times and the random number are cast to 32 bits with a sign: from 2^31 on a text key shows"
        + " the last ten characters of a negative number; what is no hexadecimal digit is an"
        + " exception"
    ) { $0.host = .java },
    Entry(
      "agora.legacy-types-python2", .interop, clause: "agora.numbers.checked",
      "uid and random number are cut to 32 bits, times of any size and type are written; what is"
        + " no hexadecimal digit is an exception"
    ) { $0.host = .python2 },
    Entry(
      "agora.legacy-types-python3", .interop, clause: "agora.numbers.checked",
      "uid and random number are cut to 32 bits, times of any size and type are written; what is"
        + " no hexadecimal digit is an exception, but blanks between the bytes pass"
    ) { $0.host = .python3 },
    Entry(
      "agora.legacy-types-php", .interop, clause: "agora.numbers.checked",
      "scalars become what is wanted, numbers are cut to 32 bits or to their last digits"
    ) { $0.host = .php },
    Entry(
      "agora.legacy-types-node", .interop, clause: "agora.numbers.checked",
      "arguments are JavaScript values: what is no number counts as 0, a number out of range or a"
        + " text that is too long ends in an exception"
    ) { $0.host = .node },
  ]

  // MARK: - Values

  private static let values: [Entry] = [
    Entry(
      "agora.legacy-unchecked", .quality, clause: "agora.app-id.hex",
      "ids, channel, account and permission are signed whatever they are"
    ) { $0.isChecked = false },
    Entry(
      "agora.legacy-app-id-padded", .interop, clause: "agora.legacy.app-id",
      "zero bytes are signed in front of an app id with fewer than 32 characters"
    ) { $0.padsAppID = true },
    Entry(
      "agora.legacy-ts-unpadded", .interop, clause: "agora.legacy.ts.digits",
      "the time of making has no zeros in front: before 2001 the fields after it move"
    ) { $0.unpadded.insert(.ts) },
    Entry(
      "agora.legacy-hex-prefix", .security, clause: "agora.legacy.005.app-id",
      "of an app id and a certificate only what stands before the first bad digit counts: a bad"
        + " certificate can mean an empty key"
    ) { $0.lenientHex = .prefix },
    Entry(
      "agora.legacy-hex-empty", .security, clause: "agora.legacy.005.app-id",
      "an app id or a certificate with a bad digit counts as empty: anybody knows that key"
    ) { $0.lenientHex = .emptyOnFailure },
    Entry(
      "agora.legacy-empty-key-exception", .quality, clause: "agora.refusal.reported",
      "an empty certificate ends in an exception"
    ) { $0.emptyKeyException = "java.lang.IllegalArgumentException" },
  ]
}
