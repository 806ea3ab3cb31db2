// SPDX-License-Identifier: MIT

/// Something that the command does.
struct Verb: Sendable {
  let name: String
  /// The operands as the usage line shows them.
  let operands: String
  let words: String
  let flags: [Flag]
  let examples: [String]
  let run: @Sendable (Invocation) async throws -> Int32

  /// The first sentence of the words.
  var summary: String { words.firstRange(of: ". ").map { words[..<$0.lowerBound] + "." } ?? words }

  var allFlags: [Flag] { flags + [.vectors, .help] }
}
