// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The two Pythons, where they write values differently.
enum HostPython: Hashable, Sendable {
  case two
  case three

  /// What `str` gives.
  func str(_ value: JSONValue) -> String {
    switch value {
    case .null: "None"
    case .bool(let flag): flag ? "True" : "False"
    case .integer, .float: self == .two ? value.python2Digits : value.pythonDigits
    case .string(let text): text.display
    case .array, .object: String(decoding: value.encoded, as: UTF8.self)
    }
  }

  /// What `format` gives before it is filled up; a boolean is a number there.
  func formatted(_ value: JSONValue) throws(CallEnding) -> [UInt8] {
    switch value {
    case .string(let text): return text.bytes
    case .bool(let flag): return Array((flag ? "1" : "0").utf8)
    case .null, .array, .object:
      if self == .three { throw .exception("TypeError") }
      return Array(str(value).utf8)
    default: return Array(str(value).utf8)
    }
  }

  /// What `int` gives.
  static func integer(_ value: JSONValue) throws(CallEnding) -> Int128 {
    switch value {
    case .integer, .bool: return try index(value)
    case .float:
      guard let double = value.double, double.isFinite else { throw .exception("OverflowError") }
      return double.whole ?? .max
    case .string(let text): return try integer(text)
    default: throw .exception("TypeError")
    }
  }

  /// What a C type makes of an object: an integer or a boolean, and nothing else.
  static func index(_ value: JSONValue) throws(CallEnding) -> Int128 {
    switch value {
    case .integer: return value.int128 ?? .max
    case .bool(let flag): return flag ? 1 : 0
    default: throw .exception("TypeError")
    }
  }

  private static func integer(_ text: Text) throws(CallEnding) -> Int128 {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D]
    let start = text.bytes.drop { blanks.contains($0) }
    let digits = start.reversed().drop { blanks.contains($0) }.reversed()
    guard let value = Int128(String(decoding: Array(digits), as: UTF8.self)) else {
      throw .exception("ValueError")
    }
    return value
  }
}
