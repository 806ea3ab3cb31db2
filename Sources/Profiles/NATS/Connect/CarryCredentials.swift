// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The members that a client sends; one that is missing is not sent.
struct CarryCredentials: Hashable, Sendable {
  var token: JSONValue?
  var user: JSONValue?
  var password: JSONValue?

  init(token: JSONValue? = nil, user: JSONValue? = nil, password: JSONValue? = nil) {
    (self.token, self.user, self.password) = (token, user, password)
  }

  /// What the address says: a token alone, or a user with a password.
  init(of server: CarryServer) {
    if server.password == nil {
      token = server.user.map { .string($0) }
    } else {
      user = server.user.map { .string($0) }
      password = server.password.map { .string($0) }
    }
  }

  init(options call: CarryCall) {
    self.init(token: call.token, user: call.user, password: call.password)
  }

  /// Each member of these, and where it is missing that of the others.
  func completed(by others: CarryCredentials) -> CarryCredentials {
    CarryCredentials(
      token: token ?? others.token, user: user ?? others.user,
      password: password ?? others.password)
  }

  subscript(member: Member) -> JSONValue? {
    switch member {
    case .token: token
    case .user: user
    case .password: password
    }
  }

  enum Member: Hashable, Sendable, CaseIterable {
    case token
    case user
    case password
  }
}
