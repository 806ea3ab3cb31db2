// SPDX-License-Identifier: MIT

internal import Bytes

/// The decoder of jjwt, of which Nacos 2.3.0 has a copy: it drops what is no symbol at both ends,
/// and an odd symbol at the end.
struct JjwtBase64: Sendable {
  static let standard = JjwtBase64(last: "+/", name: "base64", isCopy: false)
  static let url = JjwtBase64(last: "-_", name: "base64url", isCopy: false)
  /// The copy in Nacos, which does not say in which class it failed.
  static let copy = JjwtBase64(last: "+/", name: "base64", isCopy: true)

  private static let pad = UInt16(UInt8(ascii: "="))
  private static let knownCount = 256

  private let values: Base64Values
  private let name: String
  private let isCopy: Bool

  private init(last: StaticString, name: String, isCopy: Bool) {
    values = Base64Values(last: last)
    (self.name, self.isCopy) = (name, isCopy)
  }

  func decode(_ text: JavaString) throws(NacosException) -> [UInt8] {
    let units = text.units
    guard !units.isEmpty else { return [] }
    let (start, end) = try trim(units)
    let pad = try padding(units, end)
    let separators = self.separators(units, end - start + 1)
    let count = ((end - start + 1 - separators) * 6) >> 3 - pad
    guard count >= 0 else { throw failure("java.lang.NegativeArraySizeException", "\(count)") }
    var bytes: [UInt8] = []
    var (index, lines) = (start, 0)
    while bytes.count < count / 3 * 3 {
      let group = try group(units, index..<index + 4)
      bytes += [16, 8, 0].map { UInt8(truncatingIfNeeded: group >> $0) }
      (index, lines) = (index + 4, lines + 1)
      if separators > 0, lines == 19 { (index, lines) = (index + 2, 0) }
    }
    guard bytes.count < count else { return bytes }
    let group = try group(units, index..<max(index, end - pad + 1))
    for shift in [16, 8].prefix(count - bytes.count) {
      bytes.append(UInt8(truncatingIfNeeded: group >> shift))
    }
    return bytes
  }

  /// The first and the last place that hold a symbol or a padding mark.
  private func trim(_ units: [UInt16]) throws(NacosException) -> (start: Int, end: Int) {
    var (start, end) = (0, units.count - 1)
    while start < end, try !isKnown(units[start]) { start += 1 }
    while end > 0, try !isKnown(units[end]) { end -= 1 }
    return (start, end)
  }

  private func isKnown(_ unit: UInt16) throws(NacosException) -> Bool {
    guard unit < Self.knownCount else {
      throw outOfBounds(Int(unit), length: Self.knownCount)
    }
    return unit == Self.pad || values[unit] != nil
  }

  private func padding(_ units: [UInt16], _ end: Int) throws(NacosException) -> Int {
    guard units[end] == Self.pad else { return 0 }
    guard end > 0 else { throw outOfBounds(-1, length: units.count) }
    return units[end - 1] == Self.pad ? 2 : 1
  }

  /// How many characters end lines, where the first line ends after 76.
  private func separators(_ units: [UInt16], _ count: Int) -> Int {
    units.count > 76 && units[76] == 0x0D ? count / 78 * 2 : 0
  }

  /// The bits of up to four symbols, from the top of 24.
  private func group(_ units: [UInt16], _ range: Range<Int>) throws(NacosException) -> UInt32 {
    var bits: UInt32 = 0
    for (place, index) in range.enumerated() {
      guard units.indices.contains(index) else { throw outOfBounds(index, length: units.count) }
      // A shift counts modulo 32, as it does in Java.
      bits |= UInt32(try value(of: units[index])) &<< UInt32(truncatingIfNeeded: 18 - place * 6)
    }
    return bits
  }

  private func value(of unit: UInt16) throws(NacosException) -> UInt8 {
    if unit == Self.pad { return 0 }
    guard let value = values[unit] else {
      let message = "Illegal \(name) character: '\(JavaString([unit]).display)'"
      throw isCopy ? .argument(message) : .jjwt("io.DecodingException", message)
    }
    return value
  }

  private func outOfBounds(_ index: Int, length: Int) -> NacosException {
    failure(
      "java.lang.ArrayIndexOutOfBoundsException",
      "Index \(index) out of bounds for length \(length)")
  }

  /// An exception that the decoder did not foresee; jjwt wraps it.
  private func failure(_ type: String, _ message: String) -> NacosException {
    isCopy
      ? NacosException(type: type, message: message)
      : .jjwt("io.DecodingException", "Unable to decode input: \(message)")
  }
}
