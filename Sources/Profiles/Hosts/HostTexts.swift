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

  /// What the language writes for a character.
  enum Charset: Hashable, Sendable {
    case utf8
    /// One byte a character up to a bound; a question mark above.
    case singleByte(last: UInt32)
    /// UTF-8, with a mark for a surrogate without its pair.
    case utf16(mark: String)
    /// UTF-8, with an exception for a surrogate without its pair.
    case codePoints(exception: String)
  }

  var absent = Absent.refused
  var charset = Charset.utf8

  func bytes(of value: JSONValue?) throws(CallEnding) -> [UInt8] {
    guard let text = value?.text else { return try absentBytes() }
    return try bytes(of: text)
  }

  private func absentBytes() throws(CallEnding) -> [UInt8] {
    switch absent {
    case .refused: throw .returned
    case .inexpressible: throw .inexpressible
    case .empty: return []
    case .exception(let type): throw .exception(type)
    }
  }

  func bytes(of text: Text) throws(CallEnding) -> [UInt8] {
    switch charset {
    case .utf8: return text.bytes
    case .singleByte(let last): return text.encoded(upTo: last)
    case .utf16(let mark):
      guard text.quality != .bytes else { throw .inexpressible }
      return text.markingSurrogates(mark)
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
