// SPDX-License-Identifier: MIT

/// A command of a transcript and what it must answer.
struct TranscriptStep: Equatable, Sendable {
  /// The line of the command.
  let line: Int
  let command: AssayCommand
  var input: [UInt8] = []
  /// The lines of the output, a pattern each.
  var expected: [PatternLine] = []
  var exit: Int32
}

/// A line of a pattern and where it stands on the page.
struct PatternLine: Equatable, Sendable {
  let line: Int
  let pattern: LinePattern
}
