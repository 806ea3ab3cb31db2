// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Reads little-endian fields as a language does where bytes are missing.
struct AgoraFieldReader {
  /// The language found too few bytes.
  struct Short: Error {}

  private let bytes: [UInt8]
  private let missing: Missing
  private let lengths: Lengths
  private var offset = 0

  init(_ bytes: [UInt8], _ missing: Missing, _ lengths: Lengths = .unsigned) {
    self.bytes = bytes
    self.missing = missing
    self.lengths = lengths
  }

  /// What happens where bytes are missing.
  enum Missing: Hashable, Sendable {
    /// Refused, and so are bytes that are left over.
    case exact
    case whole
    /// A text that has begun is filled up with zeros.
    case begunFilled
    /// A text is filled up with zeros.
    case filled
    /// A text is short, a number is refused.
    case shortTexts
    /// A number is absent, a text is short.
    case absent
  }

  enum Lengths: Hashable, Sendable {
    case unsigned
    /// A length above 32,767 is negative: no text, no entry.
    case signed
  }

  private var remaining: Int { max(0, bytes.count - offset) }
  var isMore: Bool { remaining > 0 }
  /// What was not read yet.
  var rest: [UInt8] { Array(bytes.dropFirst(offset)) }

  /// A number, or null where the language goes on without it.
  mutating func number(bytes count: Int) throws(Short) -> JSONValue {
    defer { offset += count }
    guard count <= remaining else {
      guard missing == .absent else { throw Short() }
      return .null
    }
    let value = bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return .integer(value)
  }

  /// How many entries follow.
  mutating func count() throws(Short) -> Int {
    let count = try number(bytes: 2).int ?? 0
    return lengths == .signed && count > Int16.max ? 0 : count
  }

  /// A text after its length.
  mutating func text() throws(Short) -> [UInt8] {
    let length = try number(bytes: 2).int ?? 0
    if lengths == .signed, length > Int16.max { throw Short() }
    defer { offset += length }
    let there = bytes.dropFirst(offset).prefix(length)
    if there.count < length || (there.isEmpty && missing == .begunFilled && !isMore) {
      return try short(there, length)
    }
    return Array(there)
  }

  private func short(_ there: ArraySlice<UInt8>, _ length: Int) throws(Short) -> [UInt8] {
    let filled = Array(there) + Array(repeating: 0, count: length - there.count)
    return switch missing {
    case .exact, .whole: throw Short()
    case .begunFilled: if there.isEmpty { throw Short() } else { filled }
    case .filled: filled
    case .shortTexts, .absent: Array(there)
    }
  }
}
