// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// The salt and the time that an implementation drew itself.
struct AgoraDrawn: Equatable, Sendable {
  var salt: Int64?
  var ts: Int64?
}

/// What a builder answers, before the token is sealed.
struct Agora006Plan: Equatable, Sendable {
  var outcome: Outcome
  var error: ErrorAnswer?
  var frame: Frame006?
  /// Whether the token is what the builder gives to a caller who swallows the exception.
  var isIgnored = false
  var returned: [ReturnedCall] = []
  /// What was drawn, where it is in the token.
  var drawn: AgoraDrawn?
  /// Whether the end depends on bytes that were drawn and are not known.
  var isOpen = false
}

/// What one call of a builder's functions gave back.
enum ReturnedCall: Equatable, Sendable {
  case value(JSONValue)
  case threw(String)

  /// Reads it from a recording.
  init?(_ recorded: JSONValue) {
    if let words = recorded["threw"]?.string {
      self = .threw(String(words.prefix { $0 != ":" }))
    } else if let value = recorded["returned"] {
      self = .value(value)
    } else {
      return nil
    }
  }

  var recorded: JSONValue {
    switch self {
    case .value(let value): .object(["returned": value])
    case .threw(let type): .object(["threw": .string(type)])
    }
  }
}
