// SPDX-License-Identifier: MIT

public import Bytes

/// What a client said of itself in CONNECT, as far as its admission depends on it.
public struct ConnectRequest: Equatable, Sendable {
  /// On, unless the client says otherwise.
  public var verbose = true
  public var token: Text?
  public var user = Text("")
  public var pass = Text("")
  public var protocolVersion: Int64 = 0
  public var headers = false
  public var noResponders = false
  /// An account, or the wish for a new one: something that was given up.
  public var namesAccount = false
  public var wantsAccount = false
  /// Whether it brings another credential than a token.
  public var hasOtherCredentials = false

  public init() {}

  mutating func set(_ member: ConnectMember.Name, _ value: Bool) {
    switch member {
    case .verbose: verbose = value
    case .headers: headers = value
    case .noResponders: noResponders = value
    case .newAccount: wantsAccount = value
    default: break
    }
  }

  mutating func set(_ member: ConnectMember.Name, _ value: Text) {
    switch member {
    case .token: token = value
    case .user: user = value
    case .pass: pass = value
    case .account: namesAccount = !value.isEmpty
    default: break
    }
    if Self.credentials.contains(member), !value.isEmpty { hasOtherCredentials = true }
  }

  /// Gives a member the zero value of its type.
  mutating func clear(_ member: ConnectMember) {
    switch member.kind {
    case .flag: set(member.id, false)
    case .text: set(member.id, Text(""))
    case .integer: protocolVersion = 0
    case .permissions: break
    }
  }

  private static let credentials: [ConnectMember.Name] = [.user, .pass, .jwt, .nkey, .sig]
}
