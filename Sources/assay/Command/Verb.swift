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

  var allFlags: [Flag] { flags + [.vectors, .help] }
}
