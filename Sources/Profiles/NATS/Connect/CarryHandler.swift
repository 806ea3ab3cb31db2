// SPDX-License-Identifier: MIT

/// What a client does with a function that gives the token.
enum CarryHandler: Hashable, Sendable {
  case none
  /// The same option as the token.
  case inPlaceOfToken
  /// An option of its own; refused where there is a token already.
  case either
  /// An option of its own that goes before every other token.
  case first
  /// An option of its own that the token option goes before.
  case second
}

/// What a client refuses to take together.
enum CarryConflict: Hashable, Sendable {
  case handlerAndToken
  case userAndToken
}
