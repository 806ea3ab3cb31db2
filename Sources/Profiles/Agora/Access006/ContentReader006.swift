// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Reads little-endian fields as a language does where bytes are missing.
struct ContentReader006 {
  /// The language found too few bytes.
  struct Short: Error {}

  private let bytes: [UInt8]
  private let rules: Reading006
  private var offset = 0

  init(_ bytes: [UInt8], _ rules: Reading006) {
    (self.bytes, self.rules) = (bytes, rules)
  }

  private var remaining: Int { max(0, bytes.count - offset) }
  var isMore: Bool { remaining > 0 }

  /// A number, or null where the language goes on without it.
  mutating func number(bytes count: Int) throws(Short) -> JSONValue {
    defer { offset += count }
    guard count <= remaining else {
      guard rules.fields == .absent else { throw Short() }
      return .null
    }
    let value = bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return .integer(value)
  }

  /// A text after its length.
  mutating func text() throws(Short) -> [UInt8] {
    let length = try number(bytes: 2).int ?? 0
    if rules.lengths == .signed, length > Int16.max { throw Short() }
    defer { offset += length }
    let there = bytes.dropFirst(offset).prefix(length)
    if there.count < length || (there.isEmpty && rules.fields == .begunFilled && !isMore) {
      return try short(there, length)
    }
    return Array(there)
  }

  private func short(_ there: ArraySlice<UInt8>, _ length: Int) throws(Short) -> [UInt8] {
    let filled = Array(there) + Array(repeating: 0, count: length - there.count)
    return switch rules.fields {
    case .exact, .whole: throw Short()
    case .begunFilled: if there.isEmpty { throw Short() } else { filled }
    case .filled: filled
    case .absent: Array(there)
    }
  }
}
