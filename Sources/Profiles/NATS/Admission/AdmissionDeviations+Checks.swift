// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS
internal import Suite

// What a server is like that leaves out one check of the reference.
extension AdmissionDeviations {
  static let omissions: [Entry] = [
    omission(
      .verb, clause: "nats.connect.first",
      "what is no CONNECT is answered before a client has shown its token"),
    omission(
      .operation, clause: "nats.connect.first",
      "a line with a verb that is none is skipped"),
    omission(
      .lineLength, clause: "nats.connect.length",
      "a line can have any length, and fills the memory while it does not end"),
    omission(
      .lineMissing, clause: "nats.connect.in-time",
      "a client that never says CONNECT stays connected"),
    omission(
      .objectSyntax, clause: "nats.connect.json",
      "what is no JSON counts as an empty object"),
    omission(
      .memberType, clause: "nats.connect.types",
      "a member of another type counts as empty, false or 0"),
    omission(
      .account, clause: "nats.connect.names",
      "a client that asks for an account is let in without one"
    ) { $0.admission.connect.ignoresUnknown = true },
    omission(
      .protocolVersion, clause: "nats.connect.protocol",
      "protocol can be any number"),
    omission(
      .headers, clause: "nats.connect.headers",
      "no_responders is granted without headers"),
  ]

  private static func omission(
    _ check: NATSCheck, clause: String, _ words: String,
    change: @escaping @Sendable (inout AdmissionModelRules) -> Void = { _ in }
  ) -> Entry {
    Entry(check.omission, .interop, clause: clause, words) {
      change(&$0)
      $0.admission.checks = Checks(without: check.check)
    }
  }

  /// The checks of the reference in the order in which they are made, each with the deviation that
  /// leaves it out.
  static let checks: [(check: Check, omission: String)] = [
    (.verb, nil), (.operation, nil), (.blank, "nats.admits-without-blank"),
    (.lineEnd, "nats.admits-bare-newline"), (.lineLength, nil), (.lineMissing, nil),
    (.second, "nats.admits-again"), (.objectSyntax, nil),
    (.memberUnknown, "nats.ignores-unknown-members"),
    (.memberDuplicate, "nats.takes-last-member"), (.memberType, nil),
    (.text, "nats.replaces-bad-text"), (.tokenMissing, "nats.takes-missing"),
    (.tokenMismatch, "nats.takes-any"), (.otherCredentials, "nats.ignores-other-credentials"),
    (.account, nil), (.protocolVersion, nil), (.headers, nil),
  ].map { (check: NATSCheck, omission: String?) in (check.check, omission ?? check.omission) }
}

extension NATSCheck {
  /// The deviation that leaves out the check and nothing else.
  fileprivate var omission: String {
    "nats.server-omits-\(check.reason.replacing(".", with: "-"))"
  }
}
