// SPDX-License-Identifier: MIT

public import Bytes

/// How a server reads what comes before a client is known, and whom it lets in.
///
/// The initial values are the reference's: what is not documented is refused.
public struct AdmissionRules: Hashable, Sendable {
  /// Those of the checks that no other rule decides about.
  public var checks = Checks.all
  public var line = LineRules()
  public var connect = ConnectRules()
  public var secret = SecretRules()
  /// Whether a client that is refused for its CONNECT line is told so.
  public var tellsConnectErrors = true
  /// The bytes that an argument may have.
  public var longestLine = 4096
  /// Whether the server has headers at all.
  public var hasHeaders = true

  public init() {}
}
