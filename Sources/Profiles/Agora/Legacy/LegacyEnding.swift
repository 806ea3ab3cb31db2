// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// How the making of a key ends before there is a key.
enum LegacyEnding: Error, Equatable, Sendable {
  /// The caller's type system cannot state the argument.
  case inexpressible
  /// There is no such function.
  case unsupported
  /// The reference's own signal, in free words.
  case refused
  /// An error as a value.
  case returned
  /// An exception, by its type.
  case exception(String)

  var outcome: Outcome {
    switch self {
    case .inexpressible: .inexpressible
    case .unsupported: .unsupported
    case .refused, .returned: .refused
    case .exception: .crashed
    }
  }

  var error: ErrorAnswer? {
    switch self {
    case .inexpressible, .unsupported: nil
    case .refused: ErrorAnswer(code: .null, type: "refusal")
    case .returned: ErrorAnswer(kind: "returned")
    case .exception(let type): ErrorAnswer(kind: "thrown", message: type)
    }
  }
}
