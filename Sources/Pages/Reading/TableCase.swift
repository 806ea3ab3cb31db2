// SPDX-License-Identifier: MIT

/// A command and members that its answer must have: a row of a table, or the numbers of a paragraph.
struct TableCase: Equatable, Sendable {
  /// A member of the answer and the text that it must equal.
  struct Expectation: Equatable, Sendable {
    let line: Int
    let member: String
    let cell: String
  }

  /// What of the output is compared.
  enum Answer: Equatable, Sendable {
    /// All of it, as one JSON object.
    case object
    /// One line of so many, each a JSON object.
    case line(Int, of: Int)
    /// All of it: one JSON object, or a list of them where there are several lines.
    case list
  }

  let line: Int
  let command: AssayCommand
  var answer = Answer.object
  /// Where no column names it, 0 and 1 both are an answer; the others are faults.
  var exit: Int32?
  var expectations: [Expectation]
}
