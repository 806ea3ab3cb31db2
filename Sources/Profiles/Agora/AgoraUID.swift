// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// How a uid, a number or an account, becomes the text that is signed.
enum AgoraUID: Hashable, Sendable {
  /// 0 is the empty text, another number of 32 bits its digits, an account itself.
  case strict
  /// The same for every number.
  case anyNumber
  /// The same for a number of 32 bits; what is neither a number nor a text counts as 0.
  case loose
  /// A parameter of 32 bits without a sign, or a text.
  case unsigned
  /// A parameter of 32 bits with a sign, to which the caller casts.
  case signed
  /// A parameter of 32 bits with a sign, to which the caller casts, read without it.
  case unsignedCast
  /// A parameter of 32 bits without a sign, to which the language narrows.
  case narrowed
  /// Whatever is equal to 0 becomes empty, anything else what `str` gives.
  case python
  /// The same, where `str` gives a float 12 digits.
  case python2
  case javaScript
  case php
  /// The same, where 0 is a text.
  case phpZeroText
  /// Whatever is 0 as a number becomes empty, and so does a text that is no number.
  case perl
  case ruby
  /// The same, where 0 is empty.
  case rubyEmptyZero
  /// A number with its digits, 0 empty; nothing else.
  case lua

  /// The text; nothing where there is none.
  func text(of uid: JSONValue) throws(CallEnding) -> Text? {
    if self == .perl { return Self.perlText(of: uid) }
    switch uid {
    case .string(let text): return text
    case .integer, .float: return Text(try digits(of: uid))
    case .null: return try absent()
    case .bool(let flag): return Text(try word(of: flag))
    case .array, .object: throw .returned
    }
  }

  private func digits(of uid: JSONValue) throws(CallEnding) -> String {
    switch self {
    case .strict, .loose:
      guard let value = uid.int128, (0...Int128(UInt32.max)).contains(value) else {
        throw .returned
      }
      return Self.digits(of: value)
    case .anyNumber: return uid.wholeNumber.map(Self.digits) ?? uid.javaScriptText
    case .unsigned: return Self.digits(of: try HostIntegers.unsignedConstant.pack(uid, bits: 32))
    case .signed:
      let bits = try HostIntegers.castConstant.pack(uid, bits: 32)
      return Self.digits(of: Int32(bitPattern: bits))
    case .unsignedCast:
      return Self.digits(of: try HostIntegers.castConstant.pack(uid, bits: 32))
    case .narrowed: return Self.digits(of: try HostIntegers.narrowed.pack(uid, bits: 32))
    case .python: return uid.double == 0 ? "" : uid.pythonDigits
    case .python2: return uid.double == 0 ? "" : uid.python2Digits
    case .javaScript: return uid.double == 0 ? "" : uid.javaScriptText
    case .php: return uid.isZero ? "" : uid.phpText?.display ?? ""
    case .phpZeroText: return uid.phpText?.display ?? ""
    case .ruby: return uid.pythonDigits
    case .rubyEmptyZero, .lua: return uid.isZero ? "" : uid.pythonDigits
    case .perl: return ""
    }
  }

  private static func digits(of value: some BinaryInteger) -> String {
    value == 0 ? "" : String(value)
  }

  private func absent() throws(CallEnding) -> Text? {
    switch self {
    case .strict, .anyNumber: throw .returned
    case .loose: return ""
    case .unsigned, .signed, .unsignedCast, .narrowed, .lua: return nil
    case .python, .python2: return "None"
    case .javaScript: return "null"
    case .php, .phpZeroText, .ruby, .rubyEmptyZero, .perl: return ""
    }
  }

  private func word(of flag: Bool) throws(CallEnding) -> String {
    switch self {
    case .strict, .anyNumber: throw .returned
    case .loose: return ""
    case .unsigned, .signed, .unsignedCast, .narrowed: throw .inexpressible
    case .lua: return flag ? "true" : "false"
    case .python, .python2: return flag ? "True" : ""
    case .javaScript, .ruby, .rubyEmptyZero: return flag ? "true" : "false"
    case .php, .phpZeroText, .perl: return flag ? "1" : ""
    }
  }

  private static func perlText(of uid: JSONValue) -> Text {
    switch uid {
    case .string(let text): text.isPerlZero ? "" : text
    case .integer, .float: uid.double == 0 ? "" : Text(uid.perlDigits)
    case .bool(let flag): flag ? "1" : ""
    case .null, .array, .object: ""
    }
  }
}
