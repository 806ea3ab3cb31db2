// SPDX-License-Identifier: MIT

internal import Bytes

/// A page of the documentation and what is executed on it.
public struct Page: Sendable {
  public let path: String
  /// In the order of the page.
  public let examples: [PageExample]

  /// The size of the longest page in bytes.
  public static let limit = 4 << 20

  /// Refuses a page without an example, unless it may have none.
  public init(path: String, bytes: [UInt8], mayBeEmpty: Bool = false) throws(PageError) {
    self.path = path
    try Self.check(bytes, PagePlace(path: path, line: 1))
    guard let document = MarkdownDocument(parsing: bytes) else {
      throw PageError(path: path, line: 1, words: "the page cannot be parsed as Markdown")
    }
    var reader = PageReader(path: path, source: bytes.lines)
    for block in document.blocks { try reader.read(block) }
    examples = try reader.finish(mayBeEmpty: mayBeEmpty)
  }

  /// Refuses what Markdown would replace in silence.
  private static func check(_ bytes: [UInt8], _ page: PagePlace) throws(PageError) {
    guard bytes.count <= limit else { throw page.error("the page is longer than \(limit) bytes") }
    let span = bytes.span
    var (index, line) = (0, 1)
    while index < span.count {
      let (step, length) = UTF8Step.decode(span, at: index)
      switch step {
      case .scalar(0), .scalar(0xD):
        throw page.at(line).error("a byte \(span[index]), expected lines that end with a line feed")
      case .scalar(0xA): line += 1
      case .scalar: break
      default: throw page.at(line).error("the bytes at offset \(index) are not UTF-8")
      }
      index += length
    }
  }
}
