// SPDX-License-Identifier: MIT

/// One step of decoding UTF-8 that may be broken.
public enum UTF8Step: Equatable, Sendable {
  /// A Unicode scalar value.
  case scalar(UInt32)
  /// A surrogate in three bytes, as UTF-16 languages hand it over.
  case surrogate(UInt32)
  /// A byte that begins nothing.
  case invalid

  /// Decodes what begins at an index, and how many bytes it takes.
  public static func decode(_ bytes: Span<UInt8>, at index: Int) -> (step: UTF8Step, length: Int) {
    let first = bytes[index]
    guard first >= 0x80 else { return (.scalar(UInt32(first)), 1) }
    guard let shape = Shape(first), index + shape.length <= bytes.count else {
      return (.invalid, 1)
    }
    var value = UInt32(first) & shape.mask
    for next in index + 1..<index + shape.length {
      guard bytes[next] & 0xC0 == 0x80 else { return (.invalid, 1) }
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    guard value >= shape.smallest, value <= 0x10FFFF else { return (.invalid, 1) }
    return ((0xD800...0xDFFF).contains(value) ? .surrogate(value) : .scalar(value), shape.length)
  }

  private struct Shape {
    let length: Int
    let mask: UInt32
    let smallest: UInt32

    init?(_ first: UInt8) {
      switch first {
      case 0xC2...0xDF: (length, mask, smallest) = (2, 0x1F, 0x80)
      case 0xE0...0xEF: (length, mask, smallest) = (3, 0x0F, 0x800)
      case 0xF0...0xF4: (length, mask, smallest) = (4, 0x07, 0x10000)
      default: return nil
      }
    }
  }
}

extension [UInt8] {
  /// Appends a code point, a surrogate in three bytes too.
  public mutating func append(codePoint value: UInt32) {
    switch value {
    case 0..<0x80:
      append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
