// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// What a language makes of a value where a text is wanted.
enum LegacyTextConversion: Hashable, Sendable {
  /// Nothing but text is taken.
  case refused
  case exception(String)
  /// Null becomes the word.
  case nullAsWord
  case python(HostPython)
  /// Scalars become text; an array does not where it is a function's argument.
  case php(isArgument: Bool)
  case javaScript(nullException: String?)
  /// A number is a count of zero bytes.
  case buffer(argument: String, range: String)

  func text(of value: JSONValue) throws(CallEnding) -> Text {
    if let text = value.text { return text }
    switch self {
    case .refused: throw .refusal
    case .exception(let type): throw .exception(type)
    case .nullAsWord: return "null"
    case .python(let version): return Text(version.str(value))
    case .php(let isArgument):
      if value.isPHPArray, isArgument { throw .exception("TypeError") }
      return value.isPHPArray ? "Array" : value.phpText ?? ""
    case .javaScript(let exception):
      if let exception, value == .null { throw .exception(exception) }
      return Text(value.javaScriptText)
    case .buffer(let argument, let range):
      guard value.isNumber, let count = value.double else { throw .exception(argument) }
      guard (0...Self.longestBuffer).contains(count) else { throw .exception(range) }
      return Text([UInt8](zeros: Int(count)))
    }
  }

  /// More than any key has room for; a longer one would fail when it is packed.
  private static let longestBuffer = 65_536.0
}

extension JSONValue {
  fileprivate var isPHPArray: Bool { array != nil || object != nil }
}
