// SPDX-License-Identifier: MIT

extension [UInt8] {
  /// Appends a number in decimal digits.
  public mutating func append(decimal value: Int64) {
    var digits = [20 of UInt8](repeating: 0)
    var (start, rest) = (digits.count, value.magnitude)
    repeat {
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 {
      start -= 1
      digits[start] = UInt8(ascii: "-")
    }
    append(copying: digits.span.extracting(start..<digits.count))
  }
}
