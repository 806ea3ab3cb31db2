// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

extension Inspection {
  /// Shows fields that were read from a part of the bytes, and what was left of that part.
  mutating func show(
    _ read: [Field], of bytes: [UInt8], in part: Range<Int>,
    meaning: (_ name: String, _ bytes: [UInt8]) -> String
  ) {
    var end = part.lowerBound
    for field in read {
      let range =
        part.lowerBound + field.range.lowerBound..<part.lowerBound + field.range.upperBound
      let taken = Array(bytes[range])
      fields.append(
        .init(name: field.name, range: range, bytes: taken, meaning: meaning(field.name, taken)))
      end = range.upperBound
    }
    guard end < part.upperBound else { return }
    fields.append(
      .init(
        name: "unread", range: end..<part.upperBound, bytes: Array(bytes[end..<part.upperBound]),
        meaning: "bytes that no field takes"))
  }
}

/// Numbers and times for people.
enum AgoraMeaning {
  static func number(_ bytes: [UInt8]) -> Int64 {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int64($1) }
  }

  static func time(_ second: Int64, now: Int64) -> String {
    "\(UTCTime(second)), \(UTCTime.distance(from: now, to: second))"
  }

  /// What a field means that is the same in every version.
  static func common(_ field: String, _ bytes: [UInt8]) -> String {
    let value = number(bytes)
    switch field {
    case "signature": return "HMAC-SHA256"
    case "salt": return "\(value)"
    case _ where field.hasSuffix("-length"): return "\(value) bytes follow"
    case _ where field.hasSuffix("-count"): return "\(value) follow"
    default: return String(decoding: bytes, as: UTF8.self).shown
    }
  }
}

extension String {
  /// The text in quotes where it can be printed.
  fileprivate var shown: String {
    unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{FFFD}" }
      ? "'\(prefix(40))'" : "not printable"
  }
}
