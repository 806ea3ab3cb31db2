// SPDX-License-Identifier: MIT

/// A row of a table as a command and what it must answer.
struct TableCase: Equatable, Sendable {
  /// A member of the answer and the cell that it must equal.
  struct Expectation: Equatable, Sendable {
    let member: String
    let cell: String
  }

  let line: Int
  let command: AssayCommand
  /// Where no column names it, 0 and 1 both are an answer; the others are faults.
  let exit: Int32?
  let expectations: [Expectation]
}
