// SPDX-License-Identifier: MIT

internal import Bytes

// A text is its length in 16 bits, little endian, and its bytes.
extension ByteReader {
  @_lifetime(self: copy self)
  mutating func readText(
    _ lengthField: String, _ field: String, by checks: FormatChecks = .all
  ) throws(FormatError) -> Text {
    let length = try readInteger(lengthField, by: checks, as: UInt16.self)
    return Text(try readBytes(field, count: Int(length), by: checks))
  }
}

extension ByteWriter {
  mutating func write(_ text: Text, _ field: String) throws(FormatError) {
    try write(count: text.bytes.count, field)
    write(text.bytes)
  }

  /// Writes how many bytes or entries follow.
  mutating func write(count: Int, _ field: String) throws(FormatError) {
    guard let count = UInt16(exactly: count) else {
      throw FormatError(
        .length, field: field, offset: bytes.count,
        detail: "\(count) are more than the 65535 that 16 bits can tell")
    }
    write(count, .little)
  }
}
