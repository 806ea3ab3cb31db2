// SPDX-License-Identifier: MIT

public import Bytes

/// What a server asks of a client before it lets it in.
public struct AdmissionGate: Hashable, Sendable {
  public var token: ServerSecret?
  public var user: Text?
  public var password = ServerSecret(Text(""))
  /// Users with their passwords; an empty list asks for one of nobody.
  public var users: [Text: ServerSecret]?
  /// The user that a client without credentials is taken for.
  public var freeUser: Text?

  public init(token: ServerSecret? = nil) {
    self.token = token
  }

  /// Whether users are known besides a token.
  public var hasUsers: Bool { user != nil || users != nil }

  /// Whether a client has to say CONNECT first, within a time.
  public var awaitsConnect: Bool { token != nil || hasUsers }

  /// Whether the server says of itself that it wants a credential.
  public var announcesCredential: Bool { awaitsConnect && freeUser == nil }

  /// Whether a client may begin without CONNECT after all.
  var hasFreeUser: Bool { freeUser.flatMap { users?[$0] } != nil }
}
