// SPDX-License-Identifier: MIT

/// A token of Jackson's parser.
enum JacksonToken: Hashable, Sendable {
  case startObject
  case endObject
  case startArray
  case endArray
  case name(JavaString)
  case string(JavaString)
  case integer(lexeme: String)
  case float(lexeme: String)
  case bool(Bool)
  case null

  /// The kind of a value and its name, as messages have them.
  var kind: (words: String, name: String)? {
    switch self {
    case .startObject: ("Object", "START_OBJECT")
    case .startArray: ("Array", "START_ARRAY")
    case .bool(true): ("Boolean", "VALUE_TRUE")
    case .bool(false): ("Boolean", "VALUE_FALSE")
    default: nil
    }
  }
}
