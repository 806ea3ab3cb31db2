// SPDX-License-Identifier: MIT

internal import CMarkdown

/// The calls into cmark-gfm, in a module of one file.
///
/// The optimiser of Swift 6.3.1 crashes on the bounds-safe wrappers of a module with several files.
package enum MarkdownCalls {
  package static let heading = UInt8(ASSAY_MARKDOWN_HEADING)
  package static let fence = UInt8(ASSAY_MARKDOWN_FENCE)
  package static let html = UInt8(ASSAY_MARKDOWN_HTML)
  package static let table = UInt8(ASSAY_MARKDOWN_TABLE)
  package static let row = UInt8(ASSAY_MARKDOWN_ROW)
  package static let cell = UInt8(ASSAY_MARKDOWN_CELL)
  package static let indented = UInt8(ASSAY_MARKDOWN_INDENTED)
  package static let paragraph = UInt8(ASSAY_MARKDOWN_PARAGRAPH)

  /// The kinds of the nodes of a tree.
  package enum Node {
    package static let end = UInt8(ASSAY_NODE_END)
    package static let group = UInt8(ASSAY_NODE_GROUP)
    package static let paragraph = UInt8(ASSAY_NODE_PARAGRAPH)
    package static let heading = UInt8(ASSAY_NODE_HEADING)
    package static let quote = UInt8(ASSAY_NODE_QUOTE)
    package static let list = UInt8(ASSAY_NODE_LIST)
    package static let item = UInt8(ASSAY_NODE_ITEM)
    package static let table = UInt8(ASSAY_NODE_TABLE)
    package static let row = UInt8(ASSAY_NODE_ROW)
    package static let cell = UInt8(ASSAY_NODE_CELL)
    package static let emphasis = UInt8(ASSAY_NODE_EMPHASIS)
    package static let strong = UInt8(ASSAY_NODE_STRONG)
    package static let link = UInt8(ASSAY_NODE_LINK)
    package static let image = UInt8(ASSAY_NODE_IMAGE)
    package static let firstLeaf = UInt8(ASSAY_NODE_FIRST_LEAF)
    package static let text = UInt8(ASSAY_NODE_TEXT)
    package static let code = UInt8(ASSAY_NODE_CODE)
    package static let codeBlock = UInt8(ASSAY_NODE_CODE_BLOCK)
    package static let html = UInt8(ASSAY_NODE_HTML)
    package static let htmlBlock = UInt8(ASSAY_NODE_HTML_BLOCK)
    package static let rule = UInt8(ASSAY_NODE_RULE)
    package static let softBreak = UInt8(ASSAY_NODE_SOFT_BREAK)
    package static let lineBreak = UInt8(ASSAY_NODE_LINE_BREAK)
  }

  /// The records of the blocks of a page, or nothing where the library failed.
  package static func flatten(_ page: [UInt8]) -> [UInt8]? {
    records(of: page, asTree: false)
  }

  /// The records of the nodes of a page, or nothing where the library failed.
  package static func tree(_ page: [UInt8]) -> [UInt8]? {
    records(of: page, asTree: true)
  }

  private static func records(of page: [UInt8], asTree: Bool) -> [UInt8]? {
    var capacity = page.count * 2 + 4096
    while true {
      var records = [UInt8](repeating: 0, count: capacity)
      var span = records.mutableSpan
      let length = Int(
        asTree
          ? assay_markdown_tree(page.span, &span) : assay_markdown_flatten(page.span, &span))
      guard length >= 0 else { return nil }
      if length <= capacity { return Array(records[..<length]) }
      capacity = length
    }
  }
}
