// SPDX-License-Identifier: MIT

internal import Bytes
internal import MarkdownCalls

/// Builds the tree of a page from the records that C makes of it.
struct MarkdownTree {
  private typealias Kinds = MarkdownCalls.Node

  /// Trees are walked by recursion.
  private static let deepest = 100

  /// The nodes that have begun and not ended.
  private var open: [MarkdownNode] = []
  private var root: MarkdownNode?

  /// The tree, or nothing where the page cannot be parsed or is nested too deeply.
  static func root(of page: [UInt8]) -> MarkdownNode? {
    guard let records = MarkdownCalls.tree(page) else { return nil }
    var reader = ByteReader(records.span)
    var tree = MarkdownTree()
    do throws(FormatError) {
      while reader.remaining > 0 {
        guard tree.add(try MarkdownRecord(from: &reader)) else { return nil }
      }
    } catch {
      return nil
    }
    return tree.root
  }

  private mutating func add(_ record: MarkdownRecord) -> Bool {
    guard record.kind != Kinds.end else {
      if let node = open.popLast() { close(node) }
      return true
    }
    let node = MarkdownNode(Self.kind(of: record), line: max(record.line, open.last?.line ?? 1))
    if record.kind < Kinds.firstLeaf { open.append(node) } else { close(node) }
    return open.count <= Self.deepest
  }

  private mutating func close(_ node: MarkdownNode) {
    if open.isEmpty { root = node } else { open[open.count - 1].children.append(node) }
  }

  private static func kind(of record: MarkdownRecord) -> MarkdownNode.Kind {
    switch record.kind {
    case Kinds.paragraph: .paragraph
    case Kinds.heading: .heading(level: record.detail)
    case Kinds.quote: .quote
    case Kinds.list:
      .list(start: record.detail & 1 == 1 ? record.info : nil, isTight: record.detail & 2 == 2)
    case Kinds.item: .item
    case Kinds.table: .table
    case Kinds.row: .row(isHeader: record.detail == 1)
    case Kinds.cell: .cell(alignment(record.detail))
    case Kinds.emphasis: .emphasis
    case Kinds.strong: .strong
    case Kinds.link: .link(url: record.info, title: record.text)
    case Kinds.image: .image(url: record.info, title: record.text)
    default: leaf(record)
    }
  }

  private static func leaf(_ record: MarkdownRecord) -> MarkdownNode.Kind {
    switch record.kind {
    case Kinds.text: .text(record.text)
    case Kinds.code: .code(record.text)
    case Kinds.codeBlock: .codeBlock(info: record.info, text: record.text)
    case Kinds.html: .html(record.text)
    case Kinds.htmlBlock: .htmlBlock(record.text)
    case Kinds.rule: .rule
    case Kinds.softBreak: .softBreak
    case Kinds.lineBreak: .lineBreak
    default: .group
    }
  }

  private static func alignment(_ letter: Int) -> MarkdownNode.Alignment? {
    switch UInt8(letter) {
    case UInt8(ascii: "l"): .left
    case UInt8(ascii: "c"): .center
    case UInt8(ascii: "r"): .right
    default: nil
    }
  }
}
