// SPDX-License-Identifier: MIT

internal import Suite

/// What each recorded client does, as a list of behaviours.
enum CarryProfiles {
  static let all: [Profile] = [
    profile(
      "nats.go", "go",
      "address-go options-bytes user-and-token omits-empty line-go line-unbounded"),
    profile(
      "jnats (nats.java)", "java",
      "address-java options-utf16 option-empty-dropped handler-is-token"
        + " address-by-member token-unescaped line-java"),
    profile("nats.c", "c", "address-c-raw " + c),
    profile("nats.c", "c-3.13", "address-c " + c),
    profile(
      "NATS.Client (nats.net.v1)", "csharp-v1",
      "address-mono options-utf16 handler-missing user-and-token omits-blank line-csharp"
        + " line-unbounded"),
    profile(
      "nats-py", "python",
      "address-python options-any handler-is-token user-and-token one-kind line-python"
        + " line-unbounded"),
    profile(
      "asyncio-nats-client", "python-old",
      "address-python-old options-any handler-missing user-and-token one-kind line-python-old"
        + " line-unbounded"),
    profile(
      "nats-core", "python-core",
      "address-python-core options-any handler-is-token user-and-token options-by-member"
        + " omits-false line-python-core line-unbounded"),
    profile(
      "nats-pure", "ruby", "address-ruby options-overwrite line-ruby " + ruby),
    profile(
      "nats (nats.rb)", "ruby-legacy",
      "address-ruby-parts token-or-address line-ruby-legacy " + ruby),
    profile("@nats-io/transport-node", "node", node),
    profile("nats (nats.node)", "node-2", node),
    profile(
      "nats (nats.node)", "node-1",
      "address-node-url options-javascript handler-first options-by-member line-node-1"
        + " line-unbounded"),
    profile(
      "basis-company/nats", "php",
      "address-none options-php-typed handler-missing user-and-token user-option-first line-php"
        + " unsub-follows line-unbounded"),
    profile(
      "repejota/phpnats", "php-repejota",
      "address-none options-any-bytes handler-missing user-and-token omits-php-empty"
        + " line-php-repejota line-unbounded"),
    profile(
      "nats.swift", "swift",
      "address-swift options-unicode handler-missing user-and-token empty-members"
        + " line-swift line-unbounded"),
  ]

  private static let c =
    "options-terminated user-and-token all-unescaped line-c line-unbounded"
  private static let ruby =
    "options-any-bytes handler-missing user-and-token line-unbounded"
  private static let node =
    "address-node options-javascript option-false-dropped handler-second user-and-token line-node"
    + " line-unbounded"

  private static func profile(
    _ assistant: String, _ variant: String, _ behaviours: String
  ) -> Profile {
    Profile(assistant, variant, behaviours.split(separator: " ").map { "nats.\($0)" })
  }
}
