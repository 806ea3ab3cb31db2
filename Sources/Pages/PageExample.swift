// SPDX-License-Identifier: MIT

/// Something on a page that is executed: a transcript, or a row of a table.
public struct PageExample: Sendable {
  enum Content: Equatable, Sendable {
    case transcript([TranscriptStep])
    case row(TableCase)
  }

  public let id: String
  public let path: String
  public let line: Int
  /// The ids of the clauses that it is said to show.
  public let shows: [String]
  let content: Content

  /// The id of the block that it stands in, which has a row for each example or is one.
  public var block: Substring { id.prefix { $0 != "/" } }

  /// The words of each command after `assay`, in the order in which they are run.
  public var commands: [[String]] {
    switch content {
    case .transcript(let steps): steps.map(\.command.words)
    case .row(let row): [row.command.words]
    }
  }

  /// Whether it is a line of a list that tells many things at once.
  public var isListed: Bool {
    if case .row(let row) = content, case .line = row.answer { true } else { false }
  }

  /// What it is asked with and what it must answer.
  public var texts: [String] {
    switch content {
    case .transcript(let steps):
      steps.flatMap { step in
        step.expected.map { String(decoding: $0.pattern.text, as: UTF8.self) } + step.command.words
      }
    case .row(let row): row.expectations.map(\.cell) + row.command.words
    }
  }
}
