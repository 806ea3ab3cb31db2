// SPDX-License-Identifier: MIT

public import Bytes

/// A Nacos server as its operator set it up, at one moment.
public struct NacosServer: Equatable, Sendable {
  public var now: Int64
  public var secretKey: Text
  /// How long a token lives, in seconds.
  public var tokenLifetime: Int64
  public var users: [Text: NacosAccount]
  /// The header field by which the servers of a cluster know each other, and its value.
  public var identity: HTTPField?
  /// Whether the name of a server's HTTP client is enough.
  public var trustsUserAgents: Bool

  public init(
    now: Int64, secretKey: Text, tokenLifetime: Int64, users: [Text: NacosAccount],
    identity: HTTPField? = nil, trustsUserAgents: Bool = false
  ) {
    self.now = now
    self.secretKey = secretKey
    self.tokenLifetime = tokenLifetime
    self.users = users
    self.identity = identity
    self.trustsUserAgents = trustsUserAgents
  }
}
