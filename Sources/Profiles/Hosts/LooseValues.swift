// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

// What PHP and JavaScript make of a value where they want a number.

extension Text {
  /// The number that a numeric string of PHP stands for.
  var phpNumeric: JSONValue? { phpNumber { rest in rest.allSatisfy(\.isPHPBlank) } }

  /// The numeric beginning of a string, as PHP's arithmetic takes it.
  var phpLeadingNumber: JSONValue? { phpNumber { _ in true } }

  private func phpNumber(where restIsFine: (ArraySlice<UInt8>) -> Bool) -> JSONValue? {
    let text = bytes.drop(while: \.isPHPBlank)
    guard let number = DecimalPrefix(text), restIsFine(text.dropFirst(number.length)) else {
      return nil
    }
    guard number.isInteger, let value = Int128(number.lexeme) else {
      return .float(lexeme: number.lexeme)
    }
    return .integer(value)
  }
}

extension UInt8 {
  fileprivate var isPHPBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension JSONValue {
  /// The text that PHP makes of a scalar.
  var phpText: Text? {
    switch self {
    case .string(let text): text
    case .integer(let lexeme) where int64 != nil: Text(lexeme)
    case .integer(let lexeme), .float(let lexeme):
      Text(HostJSON.Numbers.phpText(Double(lexeme) ?? 0))
    case .bool(let flag): flag ? "1" : ""
    case .null, .array, .object: nil
    }
  }

  /// What PHP's conversion to an integer gives.
  var phpInteger: Int64 {
    switch self {
    case .null: return 0
    case .bool(let flag): return flag ? 1 : 0
    case .string(let text):
      guard let number = text.phpLeadingNumber else { return 0 }
      return number.int128.map { Int64(clamping: $0) } ?? number.phpInteger
    case .integer, .float:
      if let int64 { return int64 }
      return double.flatMap { $0.rounded(.towardZero).low64 } ?? 0
    case .array(let values): return values.isEmpty ? 0 : 1
    case .object(let object): return object.members.isEmpty ? 0 : 1
    }
  }

  /// What PHP passes for a parameter of type `int`: an integer, or what fits one cut.
  func phpArgument() throws(CallEnding) -> Int64 {
    let number =
      switch self {
      case .string(let text): text.phpNumeric?.truncated
      default: phpSummand?.truncated
      }
    guard let number, let whole = Int64(exactly: number) else { throw .exception("TypeError") }
    return whole
  }

  /// The number that PHP adds to another, where it does.
  var phpSummand: JSONValue? {
    switch self {
    case .null: .integer(0)
    case .bool(let flag): .integer(flag ? 1 : 0)
    case .string(let text): text.phpLeadingNumber
    case .array, .object: nil
    case .integer, .float: self
    }
  }

  /// Whether PHP 8 finds the value `== 0`.
  var isLooselyZero: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .integer, .float: double == 0
    case .string(let text): text.phpNumeric?.double == 0
    case .array, .object: false
    }
  }

  /// Whether PHP 8 finds the value `== ""`.
  var isLooselyEmptyText: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .string(let text): text.isEmpty
    default: false
    }
  }

  /// Whether PHP finds the value `empty()`.
  var isPHPEmpty: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .integer, .float: double == 0
    case .string(let text): text.isEmpty || text == "0"
    case .array(let values): values.isEmpty
    case .object(let object): object.members.isEmpty
    }
  }

  /// Whether PHP 8 finds the value `<= 0`.
  var isLooselyAtMostZero: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .integer, .float: (double ?? 0) <= 0
    case .string(let text):
      text.phpNumeric.map { ($0.double ?? 0) <= 0 }
        ?? !Array("0".utf8).lexicographicallyPrecedes(text.bytes)
    case .array, .object: false
    }
  }

  /// Whether JavaScript finds the value false.
  var isFalsy: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .integer, .float: double == 0
    case .string(let text): text.isEmpty
    case .array, .object: false
    }
  }

  /// What JavaScript's `Number()` gives; nothing for NaN.
  var javaScriptDouble: Double? {
    switch self {
    case .null: 0
    case .bool(let flag): flag ? 1 : 0
    case .integer, .float: double
    case .string(let text): text.display.javaScriptDouble
    case .array: javaScriptText.javaScriptDouble
    case .object: nil
    }
  }

  /// What JavaScript's `String()` gives.
  var javaScriptText: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer, .float: HostJSON.Numbers.javaScript(double ?? 0)
    case .string(let text): text.display
    case .array(let values):
      values.map { $0 == .null ? "" : $0.javaScriptText }.joined(separator: ",")
    case .object: "[object Object]"
    }
  }
}

extension Double {
  /// The integer that is left without the fraction.
  var whole: Int128? { magnitude < 0x1p126 ? Int128(self) : nil }

  /// The low 64 bits of a number that has no fraction.
  var low64: Int64? {
    guard isFinite, self == rounded(.towardZero) else { return nil }
    guard magnitude >= 0x1p64 else { return whole.map { Int64(truncatingIfNeeded: $0) } }
    let shift = Int(magnitude.exponent) - Self.significandBitCount
    guard shift < 64 else { return 0 }
    let bits = (significandBitPattern | 1 << UInt64(Self.significandBitCount)) << UInt64(shift)
    return Int64(bitPattern: self < 0 ? 0 &- bits : bits)
  }
}

extension String {
  private static let javaScriptBlanks: Set<UInt32> =
    Set([0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000])
    .union(0x2000...0x200A).union([0xFEFF])

  /// The text without what JavaScript takes for white space at its ends.
  private var trimmed: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      Self.javaScriptBlanks.contains(scalar.value)
    }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// What JavaScript's `Number()` gives; nothing for NaN.
  fileprivate var javaScriptDouble: Double? {
    let text = trimmed
    if text.isEmpty { return 0 }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)]
    where text.utf8.count > 2 && text.prefix(2).lowercased() == prefix {
      return Self.digits(text.dropFirst(2), radix: radix)
    }
    switch text {
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      guard let number = DecimalPrefix(text.utf8), number.length == text.utf8.count else {
        return nil
      }
      return Double(number.lexeme)
    }
  }

  private static func digits(_ text: Substring, radix: Int) -> Double? {
    var value = 0.0
    for digit in text.utf8 {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue, number < radix else {
        return nil
      }
      value = value * Double(radix) + Double(number)
    }
    return value
  }

  /// The low 64 bits of what JavaScript's `BigInt()` gives for decimal digits; nothing where it throws.
  var javaScriptLow64: Int64? {
    let text = trimmed
    guard !text.isEmpty else { return 0 }
    var value: UInt64 = 0
    for digit in text.utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value &* 10 &+ UInt64(digit - UInt8(ascii: "0"))
    }
    return Int64(bitPattern: value)
  }
}

extension Text {
  /// The text as UTF-16 sees it: two halves that meet are a pair.
  var pairingSurrogates: Text {
    guard quality == .surrogates else { return self }
    var values: [UInt32] = []
    forEachStep { step in
      guard case .scalar(let value) = step else {
        if case .surrogate(let value) = step { values.append(value) }
        return
      }
      values.append(value)
    }
    var paired: [UInt8] = []
    var index = 0
    while index < values.count {
      let high = values[index]
      if (0xD800...0xDBFF).contains(high), index + 1 < values.count,
        (0xDC00...0xDFFF).contains(values[index + 1])
      {
        paired.append(codePoint: 0x10000 + (high - 0xD800) << 10 + (values[index + 1] - 0xDC00))
        index += 2
      } else {
        paired.append(codePoint: high)
        index += 1
      }
    }
    return Text(paired)
  }
}
