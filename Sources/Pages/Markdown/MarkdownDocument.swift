// SPDX-License-Identifier: MIT

internal import Bytes
internal import MarkdownCalls

/// The blocks of a page in their order, however deep they stand in lists and quotations.
struct MarkdownDocument {
  private(set) var blocks: [MarkdownBlock] = []
  /// The rows of the table that is being read.
  private var rows: [MarkdownRow] = []

  init?(parsing page: [UInt8]) {
    guard let records = MarkdownCalls.flatten(page) else { return nil }
    var reader = ByteReader(records.span)
    do throws(FormatError) {
      while reader.remaining > 0 { add(try MarkdownRecord(from: &reader)) }
    } catch {
      return nil
    }
    endTable()
  }

  private mutating func add(_ record: MarkdownRecord) {
    switch record.kind {
    case MarkdownCalls.row: rows.append(MarkdownRow(line: record.line))
    case MarkdownCalls.cell:
      guard !rows.isEmpty else { return }
      let cell = MarkdownCell(text: record.text, isItalic: record.detail == 1)
      rows[rows.count - 1].cells.append(cell)
    default:
      endTable()
      blocks.append(MarkdownBlock(line: record.line, content: Self.content(of: record)))
    }
  }

  private mutating func endTable() {
    guard !rows.isEmpty, !blocks.isEmpty else { return }
    blocks[blocks.count - 1].content = .table(rows)
    rows = []
  }

  private static func content(of record: MarkdownRecord) -> MarkdownBlock.Content {
    switch record.kind {
    case MarkdownCalls.heading: .heading(level: record.detail, text: record.text)
    case MarkdownCalls.fence: .fence(info: record.info, text: record.text)
    case MarkdownCalls.indented: .indented(text: record.text)
    case MarkdownCalls.html: .html(text: record.text)
    case MarkdownCalls.table: .table([])
    case MarkdownCalls.paragraph: .paragraph
    default: .other
    }
  }
}
