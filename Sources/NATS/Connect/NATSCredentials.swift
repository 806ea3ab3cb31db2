// SPDX-License-Identifier: MIT

public import Bytes

/// What a client shows a server: a token, or a user with a password.
public enum NATSCredentials: Hashable, Sendable {
  case token(Text)
  case user(Text, password: Text)

  /// Refuses what a server cannot have been configured with.
  func check() throws(Refusal) {
    guard case .token(let token) = self else { return }
    guard !token.isEmpty else {
      throw Refusal(.policy, .tokenEmpty, field: "token", "a token has at least one character")
    }
    guard token.quality == .utf8 else {
      throw Refusal(.encoding, .tokenText, field: "token", "Unicode text is expected")
    }
    guard let place = token.bytes.firstIndex(of: 0) else { return }
    throw Refusal(
      .policy, .tokenText, field: "token", offset: place, "a token has no character U+0000")
  }
}
