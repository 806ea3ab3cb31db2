// SPDX-License-Identifier: MIT

/// Digits of a double, and where the decimal point stands.
struct DecimalDigits {
  let isNegative: Bool
  /// The digits without leading or trailing zeros; "0" for zero.
  let digits: String
  /// How many digits stand before the decimal point; negative where zeros follow it.
  let point: Int

  /// The fewest digits that identify the double.
  init(shortest value: Double) {
    isNegative = value.sign == .minus
    let text = value.magnitude.description
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let all = whole + fraction
    let leading = all.prefix { $0 == "0" }.count
    let significant = all.dropFirst(leading)
    let trailing = significant.reversed().prefix { $0 == "0" }.count
    let kept = significant.dropLast(trailing)
    digits = kept.isEmpty ? "0" : String(kept)
    point = kept.isEmpty ? 1 : whole.count + exponent - leading
  }

  /// Writes the digits plainly while the point stands within a range, else with an exponent.
  func written(plainWithin range: ClosedRange<Int>, exponent style: ExponentStyle) -> String {
    let sign = isNegative ? "-" : ""
    return sign + (range.contains(point) ? plain : scientific(style))
  }

  private var plain: String {
    let count = digits.count
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if point >= count { return digits + String(repeating: "0", count: point - count) }
    return digits.prefix(point) + "." + digits.dropFirst(point)
  }

  private func scientific(_ style: ExponentStyle) -> String {
    let exponent = point - 1
    let rest = digits.dropFirst()
    let fraction = rest.isEmpty ? (style.keepsFraction ? ".0" : "") : ".\(rest)"
    let magnitude = String(exponent.magnitude)
    let padding = String(repeating: "0", count: max(0, style.digits - magnitude.count))
    return
      "\(digits.prefix(1))\(fraction)\(style.letter)\(exponent < 0 ? "-" : "+")\(padding)\(magnitude)"
  }

  /// At most so many digits, the last one rounded: to even where the rest is just a half.
  init(_ value: Double, roundedTo count: Int) {
    let exact = Self.exact(value.magnitude)
    var kept = Array(exact.digits.prefix(count))
    let rest = exact.digits.dropFirst(count)
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    var carry = isHalf ? (kept.last ?? 0) % 2 == 1 : (rest.first ?? 0) >= 5
    for index in kept.indices.reversed() where carry {
      carry = kept[index] == 9
      kept[index] = carry ? 0 : kept[index] + 1
    }
    if carry { kept.insert(1, at: 0) }
    while kept.count > 1, kept.last == 0 { kept.removeLast() }
    self.init(
      isNegative: value.sign == .minus, digits: kept.map(String.init).joined(),
      point: exact.point + (carry ? 1 : 0))
  }

  /// Every digit of a finite double that is not negative: m·2ᵉ, or m·5⁻ᵉ with a point.
  private static func exact(_ value: Double) -> (digits: [UInt8], point: Int) {
    guard value != 0 else { return ([0], 1) }
    let exponent = Int(value.exponent) - value.significandWidth
    var number = BigDecimal(UInt64(value.significand * Double(1 << value.significandWidth)))
    for _ in 0..<exponent.magnitude { number.multiply(by: exponent > 0 ? 2 : 5) }
    let digits = number.digits
    return (digits, digits.count + min(0, exponent))
  }

  /// A whole number in limbs of nine decimal digits, the lowest first.
  private struct BigDecimal {
    private static let base: UInt64 = 1_000_000_000
    private var limbs: [UInt64] = []

    init(_ value: UInt64) {
      var rest = value
      repeat {
        limbs.append(rest % Self.base)
        rest /= Self.base
      } while rest > 0
    }

    mutating func multiply(by factor: UInt64) {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let product = limbs[index] * factor + carry
        limbs[index] = product % Self.base
        carry = product / Self.base
      }
      if carry > 0 { limbs.append(carry) }
    }

    var digits: [UInt8] {
      let text = limbs.reversed().map { limb in
        let digits = String(limb)
        return String(repeating: "0", count: 9 - digits.count) + digits
      }
      return text.joined().utf8.drop { $0 == UInt8(ascii: "0") }.map { $0 - UInt8(ascii: "0") }
    }
  }

  private init(isNegative: Bool, digits: String, point: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.point = point
  }

  struct ExponentStyle {
    var digits = 1
    var keepsFraction = false
    var letter = "e"
  }
}
