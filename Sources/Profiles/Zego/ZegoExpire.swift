// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The end of a token's life: as the JSON text says it, and as the header does.
struct ZegoExpire {
  var inner: JSONValue
  /// The header's value, or how the function ends when it writes it.
  var header: ZegoPlan.Step<Int64>

  init(
    after effectiveTime: JSONValue, from ctime: Int64, by rule: ClaimRules.ExpireArithmetic
  ) throws(Ending) {
    switch rule {
    case .exact, .wrapping:
      let sum = ctime &+ Int64(truncatingIfNeeded: effectiveTime.int128 ?? 0)
      (inner, header) = (.integer(sum), .done(sum))
    case .unbounded(let exception):
      let sum = Int128(ctime) + (effectiveTime.int128 ?? Int128(Int64.max))
      inner = .integer(sum)
      header = Int64(exactly: sum).map { .done($0) } ?? .ended(.exception(exception))
    case .javaScript:
      (inner, header) = Self.javaScript(effectiveTime, ctime)
    case .php:
      (inner, header) = try Self.php(effectiveTime, ctime)
    }
  }

  /// `+` adds numbers and booleans, and concatenates everything else.
  private static func javaScript(
    _ value: JSONValue, _ ctime: Int64
  ) -> (JSONValue, ZegoPlan.Step<Int64>) {
    if case .string = value { return concatenated(value, ctime) }
    if case .array = value { return concatenated(value, ctime) }
    if let seconds = value.int64, let sum = Self.exactSum(ctime, seconds) {
      return (.integer(sum), .done(sum))
    }
    let sum = Double(ctime) + (value.javaScriptDouble ?? .nan)
    let lexeme = JSONValue.float(lexeme: String(sum)).javaScriptNumber ?? .null
    guard let header = sum.low64 else {
      return (lexeme, .ended(.exception("RangeError")))
    }
    return (lexeme, .done(header))
  }

  /// The sum where doubles are exact.
  private static func exactSum(_ left: Int64, _ right: Int64) -> Int64? {
    let isExact = max(left.magnitude, right.magnitude) < 1 << 52
    return isExact ? left + right : nil
  }

  private static func concatenated(
    _ value: JSONValue, _ ctime: Int64
  ) -> (JSONValue, ZegoPlan.Step<Int64>) {
    let text = "\(ctime)\(value.javaScriptText)"
    guard let header = text.javaScriptLow64 else {
      return (.string(text), .ended(.exception("SyntaxError")))
    }
    return (.string(text), .done(header))
  }

  /// Integers that do not fit become floats, and the header takes a float modulo 2⁶⁴.
  private static func php(
    _ value: JSONValue, _ ctime: Int64
  ) throws(Ending) -> (JSONValue, ZegoPlan.Step<Int64>) {
    let number: JSONValue?
    switch value {
    case .integer, .float: number = value
    case .bool(let flag): number = .integer(flag ? 1 : 0)
    case .null: number = .integer(0)
    case .string(let text): number = text.phpLeadingNumber
    case .array, .object: number = nil
    }
    guard let number else { throw .exception("TypeError") }
    if let seconds = number.int64 {
      let (sum, overflow) = ctime.addingReportingOverflow(seconds)
      if !overflow { return (.integer(sum), .done(sum)) }
    }
    let sum = Double(ctime) + (number.double ?? 0)
    let whole = sum.whole ?? 0
    return (.float(lexeme: String(sum)), .done(Int64(truncatingIfNeeded: whole)))
  }
}
