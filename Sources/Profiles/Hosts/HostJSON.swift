// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// How a language's JSON writer turns a value into text.
struct HostJSON: Hashable, Sendable {
  var text = JSONStyle()
  var numbers = Numbers.asWritten
  var objects = Objects.asGiven

  enum Numbers: Hashable, Sendable {
    case asWritten
    case javaScript
    case php
    case python
  }

  enum Objects: Hashable, Sendable {
    case asGiven
    /// Sorted by the bytes of their names, as Go sorts maps.
    case sorted
    /// Sorted by number, as a C++ map of integers.
    case sortedByNumber
    /// Names that are array indexes first, in ascending order.
    case javaScript
    /// An array where the names are 0, 1, 2 … in order, an empty object too.
    case php
  }

  /// Writes a value; false where its text cannot be written.
  func write(_ value: JSONValue, to bytes: inout [UInt8]) -> Bool {
    switch value {
    case .string(let text):
      return self.text.write(text, to: &bytes)
    case .float(let lexeme) where numbers == .php && Double(lexeme)?.isFinite == false:
      return false
    case .integer(let lexeme), .float(let lexeme):
      bytes += numbers.format(lexeme, isInteger: value.isInteger).utf8
      return true
    case .array(let values):
      return write(values, "[", "]", to: &bytes) { write($0, to: &$1) }
    case .object(let object):
      return write(object, to: &bytes)
    case .null, .bool:
      value.write(to: &bytes)
      return true
    }
  }

  private func write(_ object: JSONObject, to bytes: inout [UInt8]) -> Bool {
    let members = objects.arrange(object.members)
    if objects == .php, members.isList {
      return write(members.map(\.value), "[", "]", to: &bytes) { write($0, to: &$1) }
    }
    return write(members, "{", "}", to: &bytes) { member, bytes in
      guard text.write(member.name, to: &bytes) else { return false }
      bytes.append(UInt8(ascii: ":"))
      return write(member.value, to: &bytes)
    }
  }

  private func write<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    to bytes: inout [UInt8], each: (Element, inout [UInt8]) -> Bool
  ) -> Bool {
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      guard each(element, &bytes) else { return false }
    }
    bytes.append(UInt8(ascii: close))
    return true
  }
}

extension HostJSON.Numbers {
  /// A number as the language writes it.
  func format(_ lexeme: String, isInteger: Bool) -> String {
    if isInteger, lexeme.isPlainInteger { return lexeme }
    switch self {
    case .asWritten: return lexeme
    case .javaScript: return Self.javaScript(Double(lexeme) ?? 0)
    case .python where isInteger: return lexeme
    case .php where isInteger && Int64(lexeme) != nil: return lexeme
    case .python: return Self.python(Double(lexeme) ?? 0)
    case .php: return Self.php(Double(lexeme) ?? 0)
    }
  }

  static func javaScript(_ value: Double) -> String {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
    guard value.isFinite else { return named(value, infinity: "Infinity", nan: "NaN") }
    return DecimalDigits(shortest: value).written(plainWithin: -5...21, exponent: .init())
  }

  static func php(_ value: Double) -> String {
    DecimalDigits(shortest: value).written(
      plainWithin: -3...17, exponent: .init(keepsFraction: true))
  }

  /// A float as PHP's messages show it.
  static func phpShown(_ value: Double) -> String {
    DecimalDigits(shortest: value)
      .written(plainWithin: -3...17, exponent: .init(keepsFraction: true, letter: "E"))
  }

  /// A float as PHP turns it into a string: with `precision`, which is 14.
  static func phpText(_ value: Double) -> String {
    guard value.isFinite else { return named(value, infinity: "INF", nan: "NAN") }
    return DecimalDigits(value, roundedTo: 14)
      .written(plainWithin: -3...14, exponent: .init(keepsFraction: true, letter: "E"))
  }

  /// A double that has no digits.
  static func named(_ value: Double, infinity: String, nan: String) -> String {
    value.isNaN ? nan : value < 0 ? "-\(infinity)" : infinity
  }

  static func python(_ value: Double) -> String {
    guard value.isFinite else { return named(value, infinity: "inf", nan: "nan") }
    let text = DecimalDigits(shortest: value).written(
      plainWithin: -3...16, exponent: .init(digits: 2))
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }
}

extension HostJSON.Objects {
  func arrange(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    switch self {
    case .asGiven, .php:
      members
    case .sorted:
      members.sorted { $0.name.bytes.lexicographicallyPrecedes($1.name.bytes) }
    case .sortedByNumber:
      members.sorted { ($0.name.index ?? .max) < ($1.name.index ?? .max) }
    case .javaScript:
      members.filter(\.isElement).sorted { ($0.name.index ?? 0) < ($1.name.index ?? 0) }
        + members.filter { !$0.isElement }
    }
  }
}

extension JSONObject.Member {
  /// Whether JavaScript takes the name for the index of an array's element.
  fileprivate var isElement: Bool { name.index.map { $0 < UInt32.max } ?? false }
}

extension [JSONObject.Member] {
  fileprivate var isList: Bool {
    enumerated().allSatisfy { $0.element.name.index == $0.offset }
  }
}

extension Text {
  /// The number of an array element, where the text is one in its canonical form.
  fileprivate var index: Int? {
    guard let value = Int(display), value >= 0, String(value) == display else { return nil }
    return value
  }
}

extension String {
  /// Whether every language writes the integer of this lexeme in just this way.
  fileprivate var isPlainInteger: Bool { utf8.count <= 15 && self != "-0" }
}

extension JSONValue {
  var isPlainInteger: Bool {
    if case .integer(let lexeme) = self { lexeme.isPlainInteger } else { false }
  }

  var isInteger: Bool {
    if case .integer = self { true } else { false }
  }

  /// Whether an integer is 0.
  var isZero: Bool {
    if case .integer(let lexeme) = self { lexeme == "0" || lexeme == "-0" } else { false }
  }

  /// Whether a number has a minus sign.
  var isNegative: Bool {
    switch self {
    case .integer(let lexeme), .float(let lexeme): lexeme.utf8.first == UInt8(ascii: "-")
    default: false
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .float: true
    default: false
    }
  }

  /// The value of a number as a double.
  var double: Double? {
    switch self {
    case .integer(let lexeme), .float(let lexeme): Double(lexeme)
    default: nil
    }
  }

  /// The value of an integer, where it fits 128 bits.
  var int128: Int128? {
    guard case .integer(let lexeme) = self else { return nil }
    return Int64(lexeme).map { Int128($0) } ?? Int128(lexeme)
  }
}
