// SPDX-License-Identifier: MIT

/// The table of verbs, in the order of the help.
enum Verbs {
  static let all: [Verb] = [
    verify, predict, compare, inspect, open, mint, explain, list, show, generate, lint, prove,
    export, record, run, answer, merge, report, diff, knownFailures, pages, probe, manual,
  ]

  /// What can stand in place of a verb.
  static let general = ["--help", "--version"]

  static func verb(named name: String) throws -> Verb {
    if let verb = all.first(where: { $0.name == name }) { return verb }
    let nearest = nearest(to: name, in: all.map(\.name))
    throw UsageError(
      "there is no verb '\(name)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "see 'assay --help'")
  }
}
