// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS
internal import Suite

// What a server is like that leaves out one check of the reference.
extension AdmissionDeviations {
  static let omissions: [Entry] = [
    omission(
      .verb, "verb", clause: "nats.connect.first", .security,
      "what is no CONNECT is answered before a client has shown its token"),
    omission(
      .operation, "verb", clause: "nats.connect.first", .interop,
      "a line with a verb that is none is skipped"),
    omission(
      .lineLength, "line", clause: "nats.connect.length", .security,
      "a line can have any length, and fills the memory while it does not end"),
    omission(
      .lineMissing, "line", clause: "nats.connect.in-time", .security,
      "a client that never says CONNECT stays connected"),
    omission(
      .jsonSyntax, "connect", at: .encoding, clause: "nats.connect.json", .interop,
      "what is no JSON counts as an empty object"),
    omission(
      .memberType, "connect", clause: "nats.connect.types", .interop,
      "a member of another type counts as empty, false or 0"),
    omission(
      .account, "account", at: .policy, clause: "nats.connect.names", .security,
      "a client that asks for an account is let in without one"
    ) { $0.admission.connect.ignoresUnknown = true },
    omission(
      .protocolVersion, "protocol", at: .policy, clause: "nats.connect.protocol", .interop,
      "protocol can be any number"),
    omission(
      .headers, "no_responders", at: .policy, clause: "nats.connect.headers", .interop,
      "no_responders is granted without headers"),
  ]

  private static func omission(
    _ reason: NATSReason, _ field: String, at stage: Stage = .structure, clause: String,
    _ severity: Severity, _ words: String,
    change: @escaping @Sendable (inout AdmissionModelRules) -> Void = { _ in }
  ) -> Entry {
    let check = Check(stage, reason, field)
    return Entry(id(of: check), severity, clause: clause, words) {
      change(&$0)
      $0.admission.checks = Checks(without: check)
    }
  }

  private static func id(of check: Check) -> String {
    "nats.omits-\(check.reason.replacing(".", with: "-")).\(check.field)"
  }

  /// The checks of the reference in the order in which they are made, each with the deviation that
  /// leaves it out.
  static let checks: [(check: Check, omission: String)] =
    [
      omitted(Check(.structure, .verb, "verb")),
      omitted(Check(.structure, .operation, "verb")),
      (Check(.structure, .blank, "verb"), "nats.admits-without-blank"),
      (Check(.structure, .lineEnd, "line"), "nats.admits-bare-newline"),
      omitted(Check(.structure, .lineLength, "line")),
      omitted(Check(.structure, .lineMissing, "line")),
      (Check(.structure, .second, "verb"), "nats.admits-again"),
      omitted(Check(.encoding, .jsonSyntax, "connect")),
      (Check(.structure, .memberUnknown, "connect"), "nats.ignores-unknown-members"),
      (Check(.structure, .memberDuplicate, "connect"), "nats.takes-last-member"),
      omitted(Check(.structure, .memberType, "connect")),
      (Check(.structure, .text, "connect"), "nats.replaces-bad-text"),
      (Check(.policy, .tokenMissing, "auth_token"), "nats.takes-missing"),
      (Check(.policy, .tokenMismatch, "auth_token"), "nats.takes-any"),
      (Check(.policy, .credentials, "connect"), "nats.ignores-other-credentials"),
      omitted(Check(.policy, .account, "account")),
      omitted(Check(.policy, .protocolVersion, "protocol")),
      omitted(Check(.policy, .headers, "no_responders")),
    ]

  private static func omitted(_ check: Check) -> (check: Check, omission: String) {
    (check, id(of: check))
  }
}
