// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The end of a token's life: as the JSON text says it, and as the header does.
struct ZegoExpire {
  var inner: JSONValue
  /// The header's value, or how the function ends when it writes it.
  var header: Result<Int64, Ending>

  init(
    after effectiveTime: JSONValue, from ctime: Int64, by rule: ClaimRules.ExpireArithmetic
  ) throws(Ending) {
    switch rule {
    case .exact, .wrapping:
      let sum = ctime &+ Int64(truncatingIfNeeded: effectiveTime.int128 ?? 0)
      (inner, header) = (.integer(sum), .success(sum))
    case .unbounded(let exception):
      let sum = Int128(ctime) + (effectiveTime.int128 ?? Int128(Int64.max))
      inner = .integer(sum)
      header = Int64(exactly: sum).map { .success($0) } ?? .failure(.exception(exception))
    case .javaScript:
      (inner, header) = Self.javaScript(effectiveTime, ctime)
    case .php:
      (inner, header) = try Self.php(effectiveTime, ctime)
    }
  }

  /// `+` adds numbers and booleans, and concatenates everything else.
  private static func javaScript(
    _ value: JSONValue, _ ctime: Int64
  ) -> (JSONValue, Result<Int64, Ending>) {
    if case .string = value { return concatenated(value, ctime) }
    if case .array = value { return concatenated(value, ctime) }
    let sum = Double(ctime) + (value.javaScriptDouble ?? .nan)
    let lexeme = JSONValue.float(lexeme: String(sum)).javaScriptNumber ?? .null
    guard let header = sum.low64 else {
      return (lexeme, .failure(.exception("RangeError")))
    }
    return (lexeme, .success(header))
  }

  private static func concatenated(
    _ value: JSONValue, _ ctime: Int64
  ) -> (JSONValue, Result<Int64, Ending>) {
    let text = "\(ctime)\(value.javaScriptText)"
    guard let header = text.javaScriptLow64 else {
      return (.string(text), .failure(.exception("SyntaxError")))
    }
    return (.string(text), .success(header))
  }

  /// Integers that do not fit become floats, and the header takes a float modulo 2⁶⁴.
  private static func php(
    _ value: JSONValue, _ ctime: Int64
  ) throws(Ending) -> (JSONValue, Result<Int64, Ending>) {
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
      if !overflow { return (.integer(sum), .success(sum)) }
    }
    let sum = Double(ctime) + (number.double ?? 0)
    let whole = sum.whole ?? 0
    return (.float(lexeme: String(sum)), .success(Int64(truncatingIfNeeded: whole)))
  }
}
