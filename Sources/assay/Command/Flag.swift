// SPDX-License-Identifier: MIT

/// An option of a verb.
struct Flag: Sendable {
  let name: String
  /// What the value stands for; nothing where there is none.
  let value: String?
  let words: String

  init(_ name: String, _ value: String? = nil, _ words: String) {
    self.name = name
    self.value = value
    self.words = words
  }

  static let help = Flag("--help", nil, "say what the verb does")
  static let vectors = Flag("--vectors", "DIR", "where clauses and recordings are")
  static let jobs = Flag("--jobs", "N", "judge N parts at the same time (2)")
  static let output = Flag("--output", "FILE", "write the result to a file")
  static let only = Flag("--only", "GLOB", "take the rows whose id matches")
  static let form = Flag("--format", "FORM", "text or json (text)")
  static let type = Flag("--type", "FORMAT", "the token's format, where it is not guessed")
  static let now = Flag("--now", "SECONDS", "the Unix second to judge by (the clock)")
  static let secretFile = Flag(
    "--secret-file", "FILE", "read the secret from a file, - is the standard input")
  static let secretVariable = Flag("--secret-env", "NAME", "read the secret from a variable")
}
