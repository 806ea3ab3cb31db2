// SPDX-License-Identifier: MIT

internal import Bytes

/// A value that Jackson reads into Java's own classes.
enum JavaValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(lexeme: String)
  case double(Double)
  case string(JavaString)
  case list([JavaValue])
  case map(JavaMap)

  /// How deep values may stand inside each other.
  private static let deepest = 1000

  init(reading bytes: [UInt8], version: JacksonVersion) throws(JacksonError) {
    var scanner = try JacksonScanner(bytes, version: version)
    guard let token = try scanner.next() else {
      throw JacksonError(at: "No content to map due to end-of-input")
    }
    try self.init(token, &scanner, depth: 0)
  }

  private init(
    _ token: JacksonToken, _ scanner: inout JacksonScanner, depth: Int
  ) throws(JacksonError) {
    guard depth < Self.deepest else { throw JacksonError("StackOverflowError") }
    switch token {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let lexeme): self = .integer(lexeme: lexeme)
    case .float(let lexeme): self = .double(Double(lexeme) ?? 0)
    case .string(let text): self = .string(text)
    case .startArray: self = .list(try Self.list(&scanner, depth: depth))
    default: self = .map(try Self.map(&scanner, depth: depth))
    }
  }

  private static func list(
    _ scanner: inout JacksonScanner, depth: Int
  ) throws(JacksonError) -> [JavaValue] {
    var values: [JavaValue] = []
    while let token = try scanner.next(), token != .endArray {
      values.append(try JavaValue(token, &scanner, depth: depth + 1))
    }
    return values
  }

  private static func map(
    _ scanner: inout JacksonScanner, depth: Int
  ) throws(JacksonError) -> JavaMap {
    var map = JavaMap()
    while case .name(let name) = try scanner.next(), let token = try scanner.next() {
      map[name] = try JavaValue(token, &scanner, depth: depth + 1)
    }
    return map
  }

  // MARK: - As text

  /// `String.valueOf`.
  var text: JavaString {
    switch self {
    case .null: JavaString("null".utf16)
    case .bool(let value): JavaString((value ? "true" : "false").utf16)
    case .integer(let lexeme): JavaString((lexeme == "-0" ? "0" : lexeme).utf16)
    case .double(let value): JavaString(Self.digits(value).utf16)
    case .string(let text): text
    case .list(let values): Self.joined(values.map(\.text), "[", "]")
    case .map(let map):
      Self.joined(
        map.entries.map { JavaString($0.name.units + "=".utf16 + $0.value.text.units) }, "{", "}")
    }
  }

  private static func joined(
    _ texts: [JavaString], _ open: String, _ close: String
  ) -> JavaString {
    let content = texts.map(\.units).joined(separator: Array(", ".utf16))
    return JavaString(Array(open.utf16) + content + close.utf16)
  }

  /// `Double.toString`.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return value < 0 ? "-Infinity" : "Infinity" }
    let digits = DecimalDigits(shortest: value)
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return sign + "0.0" }
    let (text, point) = (digits.digits, digits.point)
    guard (-2...7).contains(point) else {
      let rest = text.dropFirst()
      return "\(sign)\(text.prefix(1)).\(rest.isEmpty ? "0" : rest)E\(point - 1)"
    }
    let whole = point > 0 ? text.prefix(point) : "0"
    let fraction = point > 0 ? String(text.dropFirst(point)) : zeros(-point) + text
    return
      "\(sign)\(whole)\(zeros(point - max(0, text.count))).\(fraction.isEmpty ? "0" : fraction)"
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }

  /// The class, as an exception names it.
  var type: String {
    switch self {
    case .null: "null"
    case .bool: "java.lang.Boolean"
    case .integer(let lexeme) where Int32(lexeme) != nil: "java.lang.Integer"
    case .integer(let lexeme) where Int64(lexeme) != nil: "java.lang.Long"
    case .integer: "java.math.BigInteger"
    case .double: "java.lang.Double"
    case .string: "java.lang.String"
    case .list: "java.util.ArrayList"
    case .map: "java.util.LinkedHashMap"
    }
  }

  /// `Number.longValue`: the low 64 bits of an integer, the nearest number to a double.
  var long: Int64? {
    switch self {
    case .integer(let lexeme):
      let bits = lexeme.utf8.filter { $0 != UInt8(ascii: "-") }
        .reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1 &- UInt8(ascii: "0")) }
      return Int64(bitPattern: lexeme.hasPrefix("-") ? 0 &- bits : bits)
    case .double(let value):
      return Int64(exactly: value.rounded(.towardZero)) ?? (value < 0 ? .min : .max)
    default: return nil
    }
  }
}
