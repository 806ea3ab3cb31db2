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
  let content: Content

  /// The words of each command after `assay`, in the order in which they are run.
  public var commands: [[String]] {
    switch content {
    case .transcript(let steps): steps.map(\.command.words)
    case .row(let row): [row.command.words]
    }
  }
}
