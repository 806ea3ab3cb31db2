// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// What a function's parameter makes of a number before the function sees it.
enum LegacyNumberParameter: Hashable, Sendable {
  case anything
  /// A constant that the caller's compiler accepts.
  case constant(ClosedRange<Int128>, wholeFloats: Bool)
  /// A constant that is cast to 32 bits with a sign.
  case cast32

  func pass(_ value: JSONValue) throws(CallEnding) -> JSONValue {
    switch self {
    case .anything: return value
    case .constant(let range, let wholeFloats):
      let whole = value.int128 ?? (wholeFloats ? value.wholeNumber : nil)
      guard let whole, range.contains(whole) else { throw .inexpressible }
      return .integer(whole)
    case .cast32:
      guard let whole = value.int128,
        (Int128(Int32.min)...Int128(UInt32.max)).contains(whole)
      else { throw .inexpressible }
      return .integer(Int32(truncatingIfNeeded: whole))
    }
  }
}

/// What a function's parameter makes of a text before the function sees it.
enum LegacyTextParameter: Hashable, Sendable {
  case anything
  /// A byte string that cannot be absent.
  case bytes
  /// A UTF-16 string or null.
  case utf16
  /// Any value; its strings are Unicode.
  case unicode

  func pass(_ value: JSONValue) throws(CallEnding) -> JSONValue {
    switch self {
    case .anything: return value
    case .bytes:
      guard value.text != nil else { throw .inexpressible }
      return value
    case .utf16:
      guard value == .null || value.isUnicodeText else { throw .inexpressible }
      return value.paired
    case .unicode:
      guard value.text == nil || value.isUnicodeText else { throw .inexpressible }
      return value.paired
    }
  }
}

extension JSONValue {
  fileprivate var isUnicodeText: Bool { text.map { $0.quality != .bytes } ?? false }

  fileprivate var paired: JSONValue { text.map { .string($0.pairingSurrogates) } ?? self }
}
