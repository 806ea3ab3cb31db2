// SPDX-License-Identifier: MIT

internal import Bytes

/// A cursor over the lines of a request's head, and over what comes after it.
struct HTTPLines {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: Span<UInt8>) {
    self.bytes = [UInt8](copying: bytes)
  }

  var rest: ArraySlice<UInt8> { bytes[offset...] }

  /// The next line without its end, which may lack the carriage return (RFC 9112, 2.2).
  mutating func next(_ field: String) throws(Refusal) -> [UInt8] {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      throw Refusal(.truncated, field: field, offset: bytes.count, "the line has no end")
    }
    var line = rest[..<end]
    offset = end + 1
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return Array(line)
  }

  /// Takes bytes of the body.
  mutating func take(_ count: Int, _ field: String) throws(Refusal) -> [UInt8] {
    guard count >= 0, count <= rest.count else {
      throw Refusal(
        .truncated, field: field, offset: bytes.count,
        "\(count) bytes expected, \(rest.count) left")
    }
    defer { offset += count }
    return Array(rest.prefix(count))
  }
}
