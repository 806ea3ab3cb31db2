// SPDX-License-Identifier: MIT

/// A block of a page and the line where it begins.
struct MarkdownBlock: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case heading(level: Int, text: String)
    case fence(info: String, text: String)
    case indented(text: String)
    case html(text: String)
    case table([MarkdownRow])
    case paragraph
    /// The beginning or end of a list or a quotation.
    case other
  }

  let line: Int
  var content: Content
}

/// A row of a table, the header included.
struct MarkdownRow: Equatable, Sendable {
  let line: Int
  var cells: [MarkdownCell] = []
}

/// The plain text of a cell, without the marks around it.
struct MarkdownCell: Equatable, Sendable {
  let text: String
  let isItalic: Bool
}
