// SPDX-License-Identifier: MIT

internal import Bytes

/// Where the fields of a key from before 006 stand, whatever their values are.
enum LegacyLayout {
  /// Texts of fixed widths, as far as there are bytes.
  static func texts(_ widths: [(name: String, width: Int)], in count: Int) -> [Field] {
    var end = 0
    let fields = widths.map { name, width in
      let start = end
      end = min(count, end + width)
      return Field(name: name, range: start..<end)
    }
    return fields.filter { !$0.range.isEmpty }
  }

  /// Texts with colons between them; a colon belongs to the text before it.
  static func signaling(_ bytes: [UInt8]) -> [Field] {
    let names = ["version", "app-id", "expire", "digest"]
    let parts = bytes.split(
      separator: UInt8(ascii: ":"), maxSplits: names.count - 1, omittingEmptySubsequences: false)
    let widths = zip(names, parts).enumerated().map { index, part in
      (part.0, part.1.count + (index + 1 < parts.count ? 1 : 0))
    }
    return texts(widths, in: bytes.count)
  }

  /// The content of a 005, up to the first field that is cut off.
  static func packed(_ content: [UInt8]) -> [Field] {
    var reader = ByteReader(content.span, keepingFields: true)
    try? readPacked(&reader)
    return reader.fields
  }

  @_lifetime(reader: copy reader)
  private static func readPacked(_ reader: inout ByteReader) throws(FormatError) {
    _ = try reader.readInteger("service", .little, as: UInt16.self)
    try readText("signature", from: &reader)
    try readText("app-id", from: &reader)
    for name in ["ts", "random", "expire"] {
      _ = try reader.readInteger(name, .little, as: UInt32.self)
    }
    for _ in 0..<(try reader.readInteger("extra-count", .little, as: UInt16.self)) {
      _ = try reader.readInteger("key", .little, as: UInt16.self)
      try readText("value", from: &reader)
    }
  }

  @_lifetime(reader: copy reader)
  private static func readText(
    _ name: String, from reader: inout ByteReader
  ) throws(FormatError) {
    let length = try reader.readInteger("\(name)-length", .little, as: UInt16.self)
    _ = try reader.readBytes(name, count: Int(length))
  }
}
