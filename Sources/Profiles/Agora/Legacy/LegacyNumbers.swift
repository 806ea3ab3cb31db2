// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// How a number becomes decimal text.
enum LegacyDecimal: Hashable, Sendable {
  /// 32 bits without a sign, and nothing else.
  case exact
  /// An integer, whatever its size.
  case integer
  case python(HostPython)
  case php

  /// The digits before they are filled up.
  func digits(of value: JSONValue) throws(CallEnding) -> [UInt8] {
    switch self {
    case .exact: return Array(String(try value.exact32()).utf8)
    case .integer: return Array(String(value.int128 ?? 0).utf8)
    case .python(let version): return try version.formatted(value)
    case .php: return try LegacyTextConversion.php(isArgument: false).text(of: value).bytes
    }
  }

  /// The digits of the end of a signaling token, which Python writes with `str`.
  func plain(_ value: JSONValue) throws(CallEnding) -> [UInt8] {
    guard case .python(let version) = self, value.text == nil else {
      return try digits(of: value)
    }
    return Array(version.str(value).utf8)
  }
}

/// How the random number becomes eight hexadecimal digits.
enum LegacyRandom: Hashable, Sendable {
  case exact
  case word
  case python
  /// The last eight of as many as there are.
  case php

  func digits(of value: JSONValue) throws(CallEnding) -> [UInt8] {
    switch self {
    case .exact: return Self.eight(try value.exact32())
    case .word: return Self.eight(UInt32(truncatingIfNeeded: value.int128 ?? 0))
    case .python: return Self.eight(UInt32(truncatingIfNeeded: try HostPython.integer(value)))
    case .php: return Self.eight(UInt32(truncatingIfNeeded: try value.phpArgument()))
    }
  }

  private static func eight(_ value: UInt32) -> [UInt8] {
    var writer = ByteWriter(capacity: 4)
    writer.write(value)
    return Array(Hex.encode(writer.bytes).utf8)
  }
}

/// How a number becomes 32 bits of a packed key.
enum LegacyWord: Hashable, Sendable {
  case exact
  case low32
  case python
  case php
  case javaScript(exception: String)

  func word(of value: JSONValue) throws(CallEnding) -> UInt32 {
    switch self {
    case .exact: return try value.exact32()
    case .low32: return UInt32(truncatingIfNeeded: value.int128 ?? 0)
    case .python:
      guard let word = UInt32(exactly: try HostPython.integer(value)) else {
        throw .exception("error")
      }
      return word
    case .php: return UInt32(truncatingIfNeeded: value.phpInteger)
    case .javaScript(let exception):
      let number = value.javaScriptDouble ?? 0
      guard (0...Double(UInt32.max)).contains(number) else { throw .exception(exception) }
      return UInt32(number)
    }
  }
}

/// How the end of a signaling token is counted from now.
enum LegacyAddition: Hashable, Sendable {
  case exact
  case integer
  case php
  /// A text is appended.
  case javaScript

  func end(_ now: Int64, after value: JSONValue) throws(CallEnding) -> [UInt8] {
    switch self {
    case .exact: return Array(String(Int128(now) + Int128(try value.exact32())).utf8)
    case .integer: return Array(String(Int128(now) &+ (value.int128 ?? 0)).utf8)
    case .php: return try Self.php(now, value)
    case .javaScript:
      if let text = value.text { return Array(String(now).utf8) + text.bytes }
      guard value.array == nil, value.object == nil else {
        return Array((String(now) + value.javaScriptText).utf8)
      }
      let sum = Double(now) + (value.javaScriptDouble ?? .nan)
      return Array(HostJSON.Numbers.javaScript(sum).utf8)
    }
  }

  private static func php(_ now: Int64, _ value: JSONValue) throws(CallEnding) -> [UInt8] {
    guard let number = value.phpSummand else { throw .exception("TypeError") }
    if let whole = number.int64 {
      let (sum, overflow) = now.addingReportingOverflow(whole)
      if !overflow { return Array(String(sum).utf8) }
    }
    return Array(HostJSON.Numbers.phpText(Double(now) + (number.double ?? 0)).utf8)
  }
}

extension JSONValue {
  fileprivate func exact32() throws(CallEnding) -> UInt32 {
    guard let value = int128.flatMap({ UInt32(exactly: $0) }) else { throw .refusal }
    return value
  }
}
