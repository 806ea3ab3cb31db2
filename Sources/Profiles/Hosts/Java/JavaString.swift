// SPDX-License-Identifier: MIT

internal import Bytes

/// A text as Java holds it: UTF-16 units, which need not be sound.
struct JavaString: Hashable, Sendable {
  var units: [UInt16]

  init(_ units: some Sequence<UInt16>) {
    self.units = Array(units)
  }

  init(_ text: Text) {
    let bytes = text.utf16Bytes
    units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }

  /// What `new String(bytes, UTF_8)` gives: one mark for each malformed piece.
  init(utf8 bytes: [UInt8]) {
    var text = Text([])
    let span = bytes.span
    var index = 0
    while index < span.count {
      let (step, length) = UTF8Step.decode(span, at: index)
      guard case .scalar(let value) = step else {
        text.bytes += Array("\u{FFFD}".utf8)
        index += Self.malformedLength(span, at: index)
        continue
      }
      text.bytes.append(codePoint: value)
      index += length
    }
    self.init(text)
  }

  /// How many bytes one mark stands for: as many as could have begun a character.
  private static func malformedLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    func continues(_ place: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + place < bytes.count && range.contains(bytes[index + place])
    }
    switch first {
    case 0xE0...0xEF:
      guard continues(1, first == 0xE0 ? 0xA0...0xBF : 0x80...0xBF) else { return 1 }
      return continues(2) ? 3 : 2
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      guard continues(1, second) else { return 1 }
      return continues(2) ? 3 : 2
    default: return 1
    }
  }

  var isEmpty: Bool { units.isEmpty }

  /// The text, with surrogates that stand alone as they are.
  var text: Text {
    var bytes: [UInt8] = []
    var index = 0
    while index < units.count {
      let unit = UInt32(units[index])
      index += 1
      guard (0xD800...0xDBFF).contains(unit), index < units.count,
        (0xDC00...0xDFFF).contains(units[index])
      else {
        bytes.append(codePoint: unit)
        continue
      }
      bytes.append(codePoint: 0x10000 + (unit - 0xD800) << 10 + (UInt32(units[index]) - 0xDC00))
      index += 1
    }
    return Text(bytes)
  }

  var display: String { text.display }

  /// The bytes of a charset of 8 bits: a question mark for what it does not have, one for a pair.
  func bytes(upTo last: UInt16) -> [UInt8] {
    var bytes: [UInt8] = []
    text.forEachStep { step in
      if case .scalar(let value) = step, value <= UInt32(last) {
        bytes.append(UInt8(truncatingIfNeeded: value))
      } else {
        bytes.append(UInt8(ascii: "?"))
      }
    }
    return bytes
  }

  var ascii: [UInt8] { bytes(upTo: 0x7F) }
  var latin1: [UInt8] { bytes(upTo: 0xFF) }

  /// UTF-8, with a question mark for each surrogate that stands alone.
  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    text.forEachStep { step in
      if case .scalar(let value) = step {
        bytes.append(codePoint: value)
      } else {
        bytes.append(UInt8(ascii: "?"))
      }
    }
    return bytes
  }

  // MARK: - Blanks

  /// `Character.isWhitespace`.
  static func isBlank(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09...0x0D, 0x1C...0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  var isBlank: Bool { units.allSatisfy(Self.isBlank) }

  /// The text without blanks at its ends.
  var stripped: JavaString {
    let start = units.drop(while: Self.isBlank)
    return JavaString(start.reversed().drop(while: Self.isBlank).reversed())
  }

  /// The text without anything up to a space at its ends, as `trim` has it.
  var trimmed: JavaString {
    let start = units.drop { $0 <= 0x20 }
    return JavaString(start.reversed().drop { $0 <= 0x20 }.reversed())
  }

  /// The pieces between dots.
  var piecesBetweenDots: [JavaString] {
    units.split(separator: 0x2E, omittingEmptySubsequences: false).map { JavaString($0) }
  }
}
