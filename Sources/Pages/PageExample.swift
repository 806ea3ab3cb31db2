// SPDX-License-Identifier: MIT

/// Something on a page that is run: a step of a transcript or a row of a table.
public struct PageExample: Equatable, Sendable {
  /// The block's id, and the number of the step or row in it.
  public let id: String
  public let file: String
  public let line: Int
  /// The variables that are set, `assay`, and its words.
  let words: [String]
  let expectation: Expectation

  enum Expectation: Equatable, Sendable {
    /// What is printed, line by line, and the exit status.
    case output([String], status: Int32)
    /// Members of the JSON object that is printed, by path; `exit` is the status.
    case members([String: String])
  }
}
