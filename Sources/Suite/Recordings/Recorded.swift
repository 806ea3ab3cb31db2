// SPDX-License-Identifier: MIT

internal import Bytes
public import JSON

// The way back: values and answers in the form that a recording has.

extension JSONValue {
  /// The value with text that is not UTF-8 as hex, lone surrogates as UTF-16 too, and integers
  /// beyond 2⁵³ as text.
  public var recorded: JSONValue {
    switch self {
    case .string(let text) where text.quality == .bytes:
      .object(["hex": .string(Hex.encode(text.bytes))])
    case .string(let text) where text.quality == .surrogates:
      .object([
        "hex": .string(Hex.encode(text.bytes)), "utf16be": .string(Hex.encode(text.utf16Bytes)),
      ])
    case .integer(let lexeme) where !fitsDouble:
      .object(["int": .string(lexeme)])
    case .array(let values): .array(values.map(\.recorded))
    case .object(let object): .object(object.recorded)
    default: self
    }
  }

  private var fitsDouble: Bool {
    int64.map { $0.magnitude < 1 << 53 } ?? false
  }
}

extension JSONObject {
  public var recorded: JSONObject {
    JSONObject(members.map { Member(name: $0.name, value: $0.value.recorded) })
  }
}

extension Answer {
  /// The members of the answer as a row has them.
  public var recorded: JSONObject {
    var object: JSONObject = ["outcome": .string(outcome.rawValue)]
    if let token {
      let isText = token.quality == .utf8
      object.members.append(
        .init(
          name: isText ? "token" : "tokenHex",
          value: isText ? .string(token) : .string(Hex.encode(token.bytes))))
    }
    if let error {
      var members: JSONObject =
        error.kind.map { ["kind": .string($0)] }
        ?? ["code": error.code, "type": .string(error.type)]
      if let message = error.message {
        members.members.append(.init(name: "message", value: .string(message)))
      }
      object.members.append(.init(name: "error", value: .object(members)))
    }
    object.members += more.recorded.members
    return object
  }
}
