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
  package static let code = UInt8(ASSAY_MARKDOWN_CODE)

  /// The records of a page, or nothing where the library failed.
  package static func flatten(_ page: [UInt8]) -> [UInt8]? {
    var capacity = page.count * 2 + 4096
    while true {
      var records = [UInt8](repeating: 0, count: capacity)
      var span = records.mutableSpan
      let length = Int(assay_markdown_flatten(page.span, &span))
      guard length >= 0 else { return nil }
      if length <= capacity { return Array(records[..<length]) }
      capacity = length
    }
  }
}
