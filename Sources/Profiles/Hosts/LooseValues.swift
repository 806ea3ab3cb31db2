// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

// What PHP and JavaScript make of a value where they want a number.

extension Text {
  /// The number that a numeric string of PHP stands for.
  var phpNumeric: JSONValue? {
    let trimmed = display.trimmingBlanks
    guard let first = trimmed.utf8.first, first != UInt8(ascii: "+") || trimmed.utf8.count > 1
    else { return nil }
    let unsigned = first == UInt8(ascii: "+") ? String(trimmed.dropFirst()) : trimmed
    guard unsigned.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      Double(unsigned) != nil
    else { return nil }
    return Int128(unsigned) == nil
      ? .float(lexeme: unsigned) : .integer(lexeme: String(Int128(unsigned) ?? 0))
  }

  /// The longest numeric beginning of a string, as PHP's arithmetic takes it.
  var phpLeadingNumber: JSONValue? {
    var text = display
    while !text.isEmpty {
      if let number = Text(text).phpNumeric { return number }
      text.removeLast()
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\u{0B}", "\u{0C}"]
    var text = self[...]
    while let first = text.first, blanks.contains(first) { text.removeFirst() }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return String(text)
  }
}

extension JSONValue {
  /// The text that PHP makes of a scalar.
  var phpText: Text? {
    switch self {
    case .string(let text): text
    case .integer(let lexeme): Text(lexeme)
    case .float(let lexeme): Text(HostJSON.Numbers.phpText(Double(lexeme) ?? 0))
    case .bool(let flag): flag ? "1" : ""
    case .null, .array, .object: nil
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
}

extension String {
  fileprivate var javaScriptDouble: Double? {
    let text = trimmingBlanks
    return text.isEmpty ? 0 : Double(text)
  }
}
