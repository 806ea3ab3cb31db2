// SPDX-License-Identifier: MIT

internal import Bytes

/// How Jackson guesses the charset of bytes: by a mark at their beginning, or by where zeros stand.
struct JacksonCharset: Hashable, Sendable {
  /// How many bytes a unit has.
  let width: Int
  let isBigEndian: Bool
  /// How many bytes the mark has.
  let mark: Int

  private static let utf8 = JacksonCharset(width: 1, isBigEndian: true, mark: 0)

  private init(width: Int, isBigEndian: Bool, mark: Int) {
    (self.width, self.isBigEndian, self.mark) = (width, isBigEndian, mark)
  }

  init(of bytes: [UInt8]) throws(JacksonError) {
    let first = bytes.prefix(4).map { UInt32($0) }
    if first.count == 4 {
      let quad = first.reduce(0) { $0 << 8 | $1 }
      if let marked = try Self.marked(quad) {
        self = marked
      } else if let wide = try Self.wide(quad) {
        self = wide
      } else {
        self = Self.double(quad >> 16) ?? .utf8
      }
    } else if first.count >= 2 {
      self = Self.double(first[0] << 8 | first[1]) ?? .utf8
    } else {
      self = .utf8
    }
  }

  private static func marked(_ quad: UInt32) throws(JacksonError) -> JacksonCharset? {
    switch quad {
    case 0x0000_FEFF: return JacksonCharset(width: 4, isBigEndian: true, mark: 4)
    case 0xFFFE_0000: return JacksonCharset(width: 4, isBigEndian: false, mark: 4)
    case 0x0000_FFFE: throw weird("2143")
    case 0xFEFF_0000: throw weird("3412")
    case _ where quad >> 16 == 0xFEFF: return JacksonCharset(width: 2, isBigEndian: true, mark: 2)
    case _ where quad >> 16 == 0xFFFE: return JacksonCharset(width: 2, isBigEndian: false, mark: 2)
    case _ where quad >> 8 == 0xEFBBBF: return JacksonCharset(width: 1, isBigEndian: true, mark: 3)
    default: return nil
    }
  }

  private static func wide(_ quad: UInt32) throws(JacksonError) -> JacksonCharset? {
    if quad >> 8 == 0 { return JacksonCharset(width: 4, isBigEndian: true, mark: 0) }
    if quad & 0x00FF_FFFF == 0 { return JacksonCharset(width: 4, isBigEndian: false, mark: 0) }
    if quad & ~0x00FF_0000 == 0 { throw weird("3412") }
    if quad & ~0x0000_FF00 == 0 { throw weird("2143") }
    return nil
  }

  private static func double(_ pair: UInt32) -> JacksonCharset? {
    if pair & 0xFF00 == 0 { return JacksonCharset(width: 2, isBigEndian: true, mark: 0) }
    if pair & 0x00FF == 0 { return JacksonCharset(width: 2, isBigEndian: false, mark: 0) }
    return nil
  }

  private static func weird(_ order: String) -> JacksonError {
    JacksonError("Unsupported UCS-4 endianness (\(order)) detected")
  }

  /// The characters in units of 16 bits; the bytes themselves where they are UTF-8.
  func units(of bytes: [UInt8]) throws(JacksonError) -> [UInt16] {
    let bytes = bytes.dropFirst(mark)
    guard width > 1 else { return bytes.map { UInt16($0) } }
    var units: [UInt16] = []
    var rest = bytes
    while rest.count >= width {
      let unit = rest.prefix(width)
      let value = (isBigEndian ? Array(unit) : unit.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
      try append(value, to: &units)
      rest = rest.dropFirst(width)
    }
    if !rest.isEmpty { try end(rest.count, in: &units) }
    return units
  }

  private func append(_ value: UInt32, to units: inout [UInt16]) throws(JacksonError) {
    guard value <= 0x10FFFF else {
      let rest = String(value - 0x10000, radix: 16)
      throw JacksonError(upTo: "Invalid UTF-32 character 0x\(rest) (above 0x0010ffff) ")
    }
    guard value > 0xFFFF else { return units.append(UInt16(value)) }
    units.append(UInt16(0xD800 + (value - 0x10000) >> 10))
    units.append(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
  }

  /// Bytes that are no whole unit.
  private func end(_ count: Int, in units: inout [UInt16]) throws(JacksonError) {
    guard width == 2 else {
      throw JacksonError(
        upTo: "Unexpected EOF in the middle of a 4-byte UTF-32 char: got \(count), needed 4, ")
    }
    units.append(0xFFFD)
  }
}
