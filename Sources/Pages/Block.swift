// SPDX-License-Identifier: MIT

internal import Bytes
internal import MarkdownCalls

/// A block of a Markdown document.
struct Block: Equatable {
  enum Kind: UInt8 {
    case heading = 1
    case code
    case html
    case tableHeader
    case tableRow
    case other
  }

  let kind: Kind
  let line: Int
  /// The first text: what stands in the block, or a fence's info string.
  let first: String
  /// The text of a code block.
  let second: String

  /// The cells of a table's row.
  var cells: [String] {
    first.split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Parses a document.
  static func blocks(of text: [UInt8]) -> [Block] {
    let bytes = MarkdownCalls.blocks(of: text)
    var reader = ByteReader(bytes.span)
    var blocks: [Block] = []
    while reader.remaining > 0, let block = try? Block(from: &reader) { blocks.append(block) }
    return blocks
  }

  @_lifetime(reader: copy reader)
  private init(from reader: inout ByteReader) throws(FormatError) {
    kind = Kind(rawValue: try reader.readInteger("kind")) ?? .other
    line = Int(try reader.readInteger("line", .little, as: UInt32.self))
    first = try Self.text(from: &reader)
    second = try Self.text(from: &reader)
  }

  @_lifetime(reader: copy reader)
  private static func text(from reader: inout ByteReader) throws(FormatError) -> String {
    let count = Int(try reader.readInteger("length", .little, as: UInt32.self))
    return String(decoding: try reader.readBytes("text", count: count), as: UTF8.self)
  }
}
