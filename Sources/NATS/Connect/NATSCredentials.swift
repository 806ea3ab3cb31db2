// SPDX-License-Identifier: MIT

public import Bytes

/// What a client shows a server: a token, or a user with a password.
public enum NATSCredentials: Hashable, Sendable {
  case token(Text)
  case user(Text, password: Text)

  /// Refuses what a server cannot have been configured with.
  func check(_ checks: Checks = .all) throws(Refusal) {
    guard case .token(let token) = self else { return }
    if token.isEmpty {
      try checks.refuse(
        Refusal(.policy, .tokenEmpty, field: "token", "a token has at least one character"))
    }
    if token.quality != .utf8 {
      try checks.refuse(
        Refusal(.policy, .tokenText, field: "token", "Unicode text is expected"))
    }
    if let place = token.bytes.firstIndex(of: 0) {
      try checks.refuse(
        Refusal(
          .policy, .tokenText, field: "token", offset: place, "a token has no character U+0000"))
    }
  }
}
