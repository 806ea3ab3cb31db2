// SPDX-License-Identifier: MIT

/// The fewest digits that identify a double, and where the decimal point stands.
struct ShortestDecimal {
  let isNegative: Bool
  /// The digits without leading or trailing zeros; "0" for zero.
  let digits: String
  /// How many digits stand before the decimal point; negative where zeros follow it.
  let point: Int

  init(_ value: Double) {
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

  /// The number with at most so many digits, the last one rounded.
  func rounded(to count: Int) -> ShortestDecimal {
    guard digits.utf8.count > count else { return self }
    var kept = digits.utf8.prefix(count).map { $0 - UInt8(ascii: "0") }
    var carry = digits.utf8.dropFirst(count).first.map { $0 >= UInt8(ascii: "5") } ?? false
    for index in kept.indices.reversed() where carry {
      carry = kept[index] == 9
      kept[index] = carry ? 0 : kept[index] + 1
    }
    if carry { kept.insert(1, at: 0) }
    while kept.count > 1, kept.last == 0 { kept.removeLast() }
    return ShortestDecimal(
      isNegative: isNegative, digits: kept.map(String.init).joined(), point: point + (carry ? 1 : 0)
    )
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
