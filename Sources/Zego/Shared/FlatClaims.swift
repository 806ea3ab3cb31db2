// SPDX-License-Identifier: MIT

internal import Bytes

/// The members of the text that assistants usually write: compact, of integers and plain strings.
///
/// It accepts only what ``ClaimsReader`` accepts too; whatever it does not, is read there again.
struct FlatClaims: Claims, ~Copyable {
  /// The refusal of what is not usual; nobody sees it.
  private static let unusual = Refusal(.claims, .jsonSyntax, field: "plaintext", "not flat")
  private static let longestInteger = 18

  private let text: [UInt8]
  /// Where the members' values stand; empty where a member was not seen.
  private var values = [8 of Range<Int>](repeating: 0..<0)

  init?(_ text: [UInt8], members names: MemberNames) {
    self.text = text
    let (span, keys) = (text.span, names.keys)
    var (index, expected) = (0, 0)
    for place in 0..<keys.count {
      guard span.byte(at: index) == UInt8(ascii: place == 0 ? "{" : ",") else { return nil }
      index += 1
      guard let member = keys.member(at: index, in: span, expecting: expected),
        values[member].isEmpty
      else { return nil }
      index += keys.length(of: member)
      guard let end = Self.endOfValue(at: index, in: span) else { return nil }
      values[member] = index..<end
      (index, expected) = (end, keys.next(after: member))
    }
    guard span.byte(at: index) == UInt8(ascii: "}"), index + 1 == span.count else { return nil }
  }

  func integer<Value: FixedWidthInteger>(
    _ member: Int, in range: ClosedRange<Value>
  ) throws(Refusal) -> Value {
    let digits = text.span.extracting(values[member])
    let isNegative = digits[0] == UInt8(ascii: "-")
    var magnitude: Int64 = 0
    for index in (isNegative ? 1 : 0)..<digits.count {
      magnitude = magnitude &* 10 &+ Int64(digits[index] &- UInt8(ascii: "0"))
    }
    guard digits[0] != UInt8(ascii: "\""),
      let value = Value(exactly: isNegative ? -magnitude : magnitude), range.contains(value)
    else { throw Self.unusual }
    return value
  }

  func string(_ member: Int) throws(Refusal) -> String {
    let range = values[member]
    guard text[range.lowerBound] == UInt8(ascii: "\"") else { throw Self.unusual }
    return String(decoding: text[range.lowerBound + 1..<range.upperBound - 1], as: UTF8.self)
  }

  // MARK: - Values

  /// The end of a plain string, or of an integer that surely fits 64 bits.
  private static func endOfValue(at start: Int, in text: Span<UInt8>) -> Int? {
    text.byte(at: start) == UInt8(ascii: "\"")
      ? endOfString(at: start, in: text) : endOfInteger(at: start, in: text)
  }

  private static func endOfString(at start: Int, in text: Span<UInt8>) -> Int? {
    var index = start + 1
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return index }
      guard (0x20..<0x80).contains(byte), byte != UInt8(ascii: "\\") else { return nil }
    }
    return nil
  }

  private static func endOfInteger(at start: Int, in text: Span<UInt8>) -> Int? {
    let first = text.byte(at: start) == UInt8(ascii: "-") ? start + 1 : start
    var index = first
    while index < text.count, text[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    let isPlain = text.byte(at: first) != UInt8(ascii: "0") || index == first + 1
    return (1...longestInteger).contains(index - first) && isPlain ? index : nil
  }
}

extension Span<UInt8> {
  /// A byte, or 0 after the end.
  fileprivate func byte(at index: Int) -> UInt8 { index < count ? self[index] : 0 }
}
