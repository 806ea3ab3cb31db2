// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// How a language turns a text argument into bytes.
struct HostTexts: Hashable, Sendable {
  /// What an absent text does.
  enum Absent: Hashable, Sendable {
    case refused
    case inexpressible
    case empty
    case exception(String)
  }

  /// What a number in place of a text does.
  enum Number: Hashable, Sendable {
    case refused
    case inexpressible
    /// Written with its digits.
    case digits
    case exception(String)
    /// The same, but 0 is an empty text.
    case exceptionUnlessZero(String)
  }

  /// What the language writes for a character.
  enum Charset: Hashable, Sendable {
    case utf8
    /// One byte a character up to a bound; a question mark above.
    case singleByte(last: UInt32)
    /// UTF-8, with a mark for a surrogate without its pair.
    case utf16(mark: String)
    /// UTF-8, with an exception for a surrogate without its pair.
    case codePoints(exception: String)
    /// ASCII, with an exception for everything else.
    case ascii(exception: String)
  }

  var absent = Absent.refused
  var number = Number.refused
  var charset = Charset.utf8

  func bytes(of value: JSONValue?) throws(CallEnding) -> [UInt8] {
    if let text = value?.text { return try charset.bytes(of: text) }
    guard let value, value.isNumber else { return try absentBytes() }
    return try bytes(ofNumber: value)
  }

  private func bytes(ofNumber value: JSONValue) throws(CallEnding) -> [UInt8] {
    switch number {
    case .refused: throw .returned
    case .inexpressible: throw .inexpressible
    case .digits: return Array(value.pythonDigits.utf8)
    case .exceptionUnlessZero where value.double == 0: return []
    case .exception(let type), .exceptionUnlessZero(let type): throw .exception(type)
    }
  }

  private func absentBytes() throws(CallEnding) -> [UInt8] {
    switch absent {
    case .refused: throw .returned
    case .inexpressible: throw .inexpressible
    case .empty: return []
    case .exception(let type): throw .exception(type)
    }
  }
}

extension HostTexts.Charset {
  func bytes(of text: Text) throws(CallEnding) -> [UInt8] {
    switch self {
    case .utf8: return text.bytes
    case .singleByte(let last): return text.encoded(upTo: last)
    case .utf16(let mark):
      guard text.quality != .bytes else { throw .inexpressible }
      return text.markingSurrogates(mark)
    case .ascii(let exception):
      guard text.bytes.isASCII else { throw .exception(exception) }
      return text.bytes
    case .codePoints(let exception):
      guard text.quality != .bytes else { throw .inexpressible }
      guard text.quality == .utf8 else { throw .exception(exception) }
      return text.bytes
    }
  }
}

extension Text {
  /// One byte a character, and a question mark for what is above the bound.
  fileprivate func encoded(upTo last: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    forEachStep { step in
      if case .scalar(let value) = step, value <= last, let byte = UInt8(exactly: value) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "?"))
      }
    }
    return bytes
  }

  fileprivate func markingSurrogates(_ mark: String) -> [UInt8] {
    guard quality == .surrogates else { return bytes }
    var marked: [UInt8] = []
    pairingSurrogates.forEachStep { step in
      if case .scalar(let value) = step {
        marked.append(codePoint: value)
      } else {
        marked += mark.utf8
      }
    }
    return marked
  }
}
