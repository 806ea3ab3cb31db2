// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded client does, as a list of behaviours.
enum CarryProfiles {
  static let all: [Profile] = [
    profile(
      "nats.go", "go",
      "address-go options-bytes user-and-token omits-empty json-go members-go line-unbounded"),
    profile(
      "jnats (nats.java)", "java",
      "address-java options-utf16 option-empty-dropped handler-is-token address-before-options"
        + " address-by-member token-unescaped json-java members-java"),
    profile("nats.c", "c", "address-c-raw " + c),
    profile("nats.c", "c-3.13", "address-c " + c),
    profile(
      "NATS.Client (nats.net.v1)", "csharp-v1",
      "address-mono options-utf16 handler-missing user-and-token omits-blank json-csharp"
        + " members-csharp line-unbounded"),
    profile(
      "nats-py", "python",
      "address-python options-any handler-is-token user-and-token one-kind json-python"
        + " members-python line-unbounded"),
    profile(
      "asyncio-nats-client", "python-old",
      "address-python-old options-any handler-missing user-and-token one-kind json-python"
        + " members-python-old line-unbounded"),
    profile(
      "nats-core", "python-core",
      "address-python-core options-any handler-is-token user-and-token options-by-member"
        + " omits-false json-python members-python-core line-unbounded"),
    profile(
      "nats-pure", "ruby", "address-ruby options-overwrite members-ruby " + ruby),
    profile(
      "nats (nats.rb)", "ruby-legacy",
      "address-ruby-parts token-or-address members-ruby-legacy " + ruby),
    profile("@nats-io/transport-node", "node", node),
    profile("nats (nats.node)", "node-2", node),
    profile(
      "nats (nats.node)", "node-1",
      "address-node-url options-javascript handler-first options-by-member json-javascript"
        + " members-node-legacy line-unbounded"),
    profile(
      "basis-company/nats", "php",
      "address-none options-php-typed handler-missing user-and-token user-option-first json-php"
        + " json-nothing members-php unsub-follows line-unbounded"),
    profile(
      "repejota/phpnats", "php-repejota",
      "address-none options-any-bytes handler-missing user-and-token options-only omits-php-empty"
        + " json-php json-nothing members-phpnats line-unbounded"),
    profile(
      "nats.swift", "swift",
      "address-swift options-unicode handler-missing user-and-token options-only empty-members"
        + " json-swift members-swift line-unbounded"),
  ]

  private static let c =
    "options-terminated user-and-token token-unescaped user-unescaped members-c line-unbounded"
  private static let ruby =
    "options-any-bytes handler-missing user-and-token json-ruby json-exception line-unbounded"
  private static let node =
    "address-node options-javascript handler-second user-and-token options-only json-javascript"
    + " members-node line-unbounded"

  private static func profile(
    _ assistant: String, _ variant: String, _ behaviours: String
  ) -> Profile {
    Profile(assistant, variant, behaviours.split(separator: " ").map { "nats.\($0)" })
  }
}
