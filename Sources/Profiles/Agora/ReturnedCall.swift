// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

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

  fileprivate var recorded: JSONValue {
    switch self {
    case .value(let value): .object(["returned": value])
    case .threw(let type): .object(["threw": .string(type)])
    }
  }
}

extension [ReturnedCall] {
  /// The member of a recording, where there was a call.
  var recorded: JSONObject {
    isEmpty ? [:] : ["returns": .array(map(\.recorded))]
  }
}

extension Answer {
  var returned: [ReturnedCall] { more["returns"]?.array?.compactMap(ReturnedCall.init) ?? [] }
}
