// SPDX-License-Identifier: MIT

/// Agora AccessToken 007: a user's rights in one or more services, signed by the developer's server.
///
/// Unlike a 006 it tells channel and user in clear, and its times count from the second of making.
public struct Access007: Equatable, Sendable {
  public var info: Info007

  public init(_ info: Info007) {
    self.info = info
  }
}
