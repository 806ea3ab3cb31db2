// SPDX-License-Identifier: MIT

/// What a program hands to a client beside the address.
public struct ConnectOptions: Hashable, Sendable {
  public var credentials: NATSCredentials?
  /// How the client calls itself.
  public var language: String
  public var version: String

  public init(
    credentials: NATSCredentials? = nil, language: String = "swift", version: String = "1"
  ) {
    self.credentials = credentials
    self.language = language
    self.version = version
  }
}
