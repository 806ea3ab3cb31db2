// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// How a call ends without the value that was asked for.
enum CallEnding: Error, Equatable, Sendable {
  /// The caller's type system cannot state the argument.
  case inexpressible
  /// There is no such function.
  case unsupported
  /// By a check of the reference, which has no words of its own.
  case checked(Check)
  /// The assistant's own signal.
  case refused(ErrorAnswer)
  /// An exception, or a killed process.
  case crashed(ErrorAnswer)

  /// An exception by its type.
  static func exception(_ type: String) -> CallEnding {
    .crashed(ErrorAnswer(kind: "thrown", message: type))
  }

  static let killed = CallEnding.crashed(ErrorAnswer(kind: "killed"))
  /// An empty string in place of a token.
  static let emptyText = CallEnding.refused(ErrorAnswer(kind: "empty"))
  /// An error as a value.
  static let returned = CallEnding.refused(ErrorAnswer(kind: "returned"))

  var outcome: Outcome {
    switch self {
    case .inexpressible: .inexpressible
    case .unsupported: .unsupported
    case .refused, .checked: .refused
    case .crashed: .crashed
    }
  }

  var error: ErrorAnswer? {
    switch self {
    case .inexpressible, .unsupported: nil
    case .checked: CallEnding.refusal.error
    case .refused(let error), .crashed(let error): error
    }
  }
}
