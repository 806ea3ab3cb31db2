// SPDX-License-Identifier: MIT

public import Bytes

/// How a JSON writer escapes text: every language's library does it in its own way.
public struct JSONStyle: Hashable, Sendable {
  /// The controls that are written with a letter, as characters of `btnfr`.
  public var letters = "btnfr"
  public var hexIsUpperCase = false
  /// Characters beyond those that JSON demands which are written as `\u` and four digits.
  public var escaped: [ClosedRange<UInt32>] = []
  /// Whether `/` is written as `\/`.
  public var escapesSlash = false
  public var broken = BrokenText()

  /// What becomes of text that is not UTF-8.
  public struct BrokenText: Hashable, Sendable {
    /// What is written for each byte that begins nothing.
    public var byte = Treatment.refuse
    /// What is written for a surrogate without its pair.
    public var surrogate = Treatment.refuse

    public init() {}
  }

  public enum Treatment: Hashable, Sendable {
    case refuse
    case keep
    case escape
    /// The same text for each byte.
    case replace(eachByte: String)
    /// One text for the whole.
    case replaceOnce(String)
  }

  public init() {}

  /// Writes a string with its quotes; false where the text cannot be written.
  public func write(_ text: Text, to bytes: inout [UInt8]) -> Bool {
    write(text.bytes.span, to: &bytes)
  }

  /// Writes the characters of a string with its quotes; false where they cannot be written.
  public func write(_ span: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
    bytes.append(UInt8(ascii: "\""))
    let plain = plainCharacters
    var index = 0
    while true {
      let start = index
      while index < span.count, plain.contains(span[index]) { index += 1 }
      bytes.append(copying: span.extracting(start..<index))
      guard index < span.count else { break }
      if span[index] < 0x80 {
        write(ascii: span[index], to: &bytes)
        index += 1
        continue
      }
      let (step, length) = UTF8Step.decode(span, at: index)
      guard write(step, span.extracting(index..<index + length), to: &bytes) else { return false }
      index += length
    }
    bytes.append(UInt8(ascii: "\""))
    return true
  }

  /// The characters of ASCII that stand for themselves.
  private var plainCharacters: ASCIISet {
    var plain = ASCIISet()
    plain.remove(0x22)
    plain.remove(0x5C)
    if escapesSlash { plain.remove(0x2F) }
    for range in escaped where range.lowerBound < 0x80 {
      for value in range.lowerBound...min(range.upperBound, 0x7F) { plain.remove(UInt8(value)) }
    }
    return plain
  }

  /// A set of characters of ASCII, the controls not among them at first; one bit each.
  private struct ASCIISet {
    private var low = UInt64.max << 0x20
    private var high = UInt64.max

    mutating func remove(_ character: UInt8) {
      if character < 64 { low &= ~(1 << character) } else { high &= ~(1 << (character & 63)) }
    }

    func contains(_ byte: UInt8) -> Bool {
      byte < 0x80 && (byte < 64 ? low : high) >> (byte & 63) & 1 == 1
    }
  }

  private func write(ascii byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "/") where escapesSlash:
      bytes += "\\/".utf8
    case 0..<0x20:
      if let letter = Self.letter(of: byte), letters.utf8.contains(letter) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
      } else {
        writeUnit(UInt32(byte), to: &bytes)
      }
    default:
      if isEscaped(UInt32(byte)) {
        writeUnit(UInt32(byte), to: &bytes)
      } else {
        bytes.append(byte)
      }
    }
  }

  private func write(_ step: UTF8Step, _ raw: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
    switch step {
    case .scalar(let value):
      if isEscaped(value) {
        writeEscape(value, to: &bytes)
      } else {
        for index in raw.indices { bytes.append(raw[index]) }
      }
      return true
    case .surrogate(let value):
      return write(broken.surrogate, value, raw, to: &bytes)
    case .invalid:
      return write(broken.byte, 0xFFFD, raw, to: &bytes)
    }
  }

  private func write(
    _ treatment: Treatment, _ value: UInt32, _ raw: Span<UInt8>, to bytes: inout [UInt8]
  ) -> Bool {
    switch treatment {
    case .refuse: return false
    case .keep: for index in raw.indices { bytes.append(raw[index]) }
    case .escape: writeEscape(value, to: &bytes)
    case .replace(let text): for _ in raw.indices { bytes += text.utf8 }
    case .replaceOnce(let text): bytes += text.utf8
    }
    return true
  }

  private func isEscaped(_ value: UInt32) -> Bool {
    escaped.contains { $0.contains(value) }
  }

  private func writeEscape(_ value: UInt32, to bytes: inout [UInt8]) {
    if value > 0xFFFF {
      writeUnit(0xD800 + (value - 0x10000) >> 10, to: &bytes)
      writeUnit(0xDC00 + (value - 0x10000) & 0x3FF, to: &bytes)
    } else {
      writeUnit(value, to: &bytes)
    }
  }

  private func writeUnit(_ unit: UInt32, to bytes: inout [UInt8]) {
    let letter = UInt8(ascii: hexIsUpperCase ? "A" : "a")
    bytes += "\\u".utf8
    for place in 0..<4 {
      let digit = UInt8(unit >> UInt32(12 - place * 4) & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : letter + digit - 10)
    }
  }

  private static func letter(of control: UInt8) -> UInt8? {
    switch control {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    default: nil
    }
  }
}
