// SPDX-License-Identifier: MIT

internal import Bytes

/// One entry of the flat list that C makes of a page.
///
/// kind | detail | line | info-length | info | text-length | text
struct MarkdownRecord {
  let kind: UInt8
  let detail: Int
  let line: Int
  let info: String
  let text: String

  @_lifetime(reader: copy reader)
  init(from reader: inout ByteReader) throws(FormatError) {
    kind = try reader.readInteger("kind")
    detail = Int(try reader.readInteger("detail", as: UInt8.self))
    line = Int(try reader.readInteger("line", .little, as: UInt32.self))
    info = try Self.readString("info", from: &reader)
    text = try Self.readString("text", from: &reader)
  }

  @_lifetime(reader: copy reader)
  private static func readString(
    _ field: String, from reader: inout ByteReader
  ) throws(FormatError) -> String {
    let count = try reader.readInteger("\(field)-length", .little, as: UInt32.self)
    return String(decoding: try reader.readBytes(field, count: Int(count)), as: UTF8.self)
  }
}
