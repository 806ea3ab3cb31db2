// SPDX-License-Identifier: MIT

internal import Suite

/// The servers that were asked, as lists of behaviours.
enum AdmissionProfiles {
  static let all: [Profile] = [
    Profile(
      "nats-server", "2.9.10",
      server + ["nats.config-loses-name", "nats.config-ignores-time-unit"]),
    Profile("nats-server", "2.14.0", server),
  ]

  private static let server = [
    "nats.admits-without-blank", "nats.admits-bare-newline", "nats.admits-again",
    "nats.folds-names", "nats.takes-last-member", "nats.ignores-null", "nats.replaces-bad-text",
    "nats.ignores-unknown-members", "nats.ignores-other-credentials", "nats.nests-deep",
    "nats.missing-token-is-empty", "nats.silent-errors", "nats.server-words",
  ]
}
