// SPDX-License-Identifier: MIT

internal import CMarkdown

/// The Markdown parser as a function on bytes, in a module of one file (see `CryptoCalls`).
package enum MarkdownCalls {
  /// The blocks of a document in the encoding of `CMarkdown.h`.
  package static func blocks(of text: [UInt8]) -> [UInt8] {
    var capacity = text.count * 2 + 1024
    while true {
      var bytes = [UInt8](repeating: 0, count: capacity)
      var span = bytes.mutableSpan
      let length = Int(assay_markdown_blocks(text.span, &span))
      guard length > capacity else { return Array(bytes.prefix(length)) }
      capacity = length
    }
  }
}
