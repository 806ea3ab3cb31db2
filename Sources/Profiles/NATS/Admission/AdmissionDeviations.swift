// SPDX-License-Identifier: MIT

internal import NATS
internal import Suite

/// The known ways in which a server differs from the reference when it admits a client.
enum AdmissionDeviations {
  typealias Entry = Deviation<AdmissionModelRules>

  static let table: [Entry] = lines + objects + words + configuration + mistakes + omissions

  // MARK: - What nats-server does

  private static let lines: [Entry] = [
    Entry(
      "nats.admits-without-blank", .choice, clause: "nats.connect.blank",
      "the object may follow CONNECT without a blank"
    ) { $0.admission.line.needsBlank = false },
    Entry(
      "nats.admits-bare-newline", .choice, clause: "nats.connect.line",
      "LF ends a line; where it has a CR, its last byte is dropped, and in later reads each CR"
    ) { $0.admission.line.needsCRLF = false },
    Entry(
      "nats.admits-again", .choice, clause: "nats.connect.one",
      "a second CONNECT is read on top of the first, and checked again"
    ) { $0.admission.connect.takesSecond = true },
  ]

  private static let objects: [Entry] = [
    Entry(
      "nats.folds-names", .interop, clause: "nats.connect.names",
      "members are known in either case, with the Kelvin sign for k and the long s for s"
    ) { $0.admission.connect.foldsNames = true },
    Entry(
      "nats.takes-last-member", .interop, clause: "nats.connect.once",
      "of several members with one name the last counts"
    ) { $0.admission.connect.takesLast = true },
    Entry(
      "nats.ignores-null", .choice, clause: "nats.connect.types",
      "null stands for a member that is not there, and for an empty object"
    ) { $0.admission.connect.ignoresNull = true },
    Entry(
      "nats.replaces-bad-text", .interop, clause: "nats.connect.text",
      "U+FFFD stands for each byte that is no UTF-8 and each surrogate alone, in tokens too"
    ) { $0.admission.connect.replacesBadText = true },
    Entry(
      "nats.ignores-unknown-members", .choice, clause: "nats.connect.names",
      "members that no page names are left alone, except those that ask for an account"
    ) { $0.admission.connect.ignoresUnknown = true },
    Entry(
      "nats.ignores-other-credentials", .choice, clause: "nats.connect.alone",
      "a user, a password, a key or a signature beside the token is left alone"
    ) { $0.admission.connect.takesOtherCredentials = true },
    Entry(
      "nats.nests-deep", .choice, clause: "nats.connect.json",
      "as many values may stand inside each other as a line of the usual length can hold"
    ) { $0.admission.connect.deepest = ConnectRules.deepestInUsualLine },
    Entry(
      "nats.missing-token-is-empty", .security, clause: "nats.token.required",
      "a client without a token has an empty one, and passes where the hash is that of nothing"
    ) { $0.admission.secret.insert(.missingIsEmpty) },
  ]

  private static let words: [Entry] = [
    Entry(
      "nats.silent-errors", .quality, clause: "nats.error.told",
      "an object that cannot be read ends the connection without a word"
    ) { $0.admission.tellsConnectErrors = false },
    Entry(
      "nats.server-words", .choice, clause: "nats.error.words",
      "refusals have the words of nats-server"
    ) { $0.hasServerWords = true },
  ]

  private static let configuration: [Entry] = [
    Entry(
      "nats.config-loses-name", .interop, clause: "nats.config.comma",
      "a name without a value at the end of a configuration is nothing, and so is what follows a"
        + " comma in a variable"
    ) { $0.configuration.losesLastName = true },
    Entry(
      "nats.config-ignores-time-unit", .quality, clause: "nats.config.timeout",
      "a timeout with a unit is one second"
    ) { $0.configuration.ignoresTimeoutText = true },
  ]

  // MARK: - What other servers get wrong

  private static let mistakes: [Entry] = [
    mistake("trims", .trims, words: "blanks around a token do not count"),
    mistake("percent-decodes", .percentDecodes, words: "a token is percent-decoded"),
    mistake("ignores-case", .ignoresCase, words: "letters are compared in either case"),
    mistake("takes-longer", .takesLonger, words: "a token passes that begins with the right one"),
    mistake(
      "takes-shorter", .takesShorter, words: "a token passes with which the right one begins"),
    mistake(
      "takes-missing", .takesMissing, clause: "nats.token.required", words: "no token passes"),
    mistake("takes-empty", .takesEmpty, words: "an empty token passes"),
    mistake("takes-any", .takesAny, words: "every token passes"),
    mistake(
      "takes-user", .takesUser, clause: "nats.token.required", words: "the user may be the token"),
    mistake(
      "takes-password", .takesPassword, clause: "nats.token.required",
      words: "the password may be the token"),
    mistake("cuts-at-nul", .cutsAtNUL, words: "a token ends at its first NUL"),
    mistake(
      "takes-hash-itself", .takesHashItself, clause: "nats.bcrypt.compared",
      words: "the hash passes as a token, too"),
    mistake(
      "compares-hashes", .comparesHashes, clause: "nats.bcrypt.compared",
      words: "the hash is compared as text"),
    mistake("takes-none", .takesNone, clause: "nats.admitted", .interop, words: "nobody is let in"),
    Entry(
      "nats.takes-number-tokens", .interop, clause: "nats.connect.types",
      "a token may be a number, as it is written"
    ) { $0.admission.connect.takesNumbers = true },
  ]

  private static func mistake(
    _ id: String, _ rule: SecretRules, clause: String = "nats.token.compared",
    _ severity: Severity = .security, words: String
  ) -> Entry {
    Entry("nats.\(id)", severity, clause: clause, words) { $0.admission.secret.insert(rule) }
  }
}
