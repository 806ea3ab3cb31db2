// SPDX-License-Identifier: MIT

public import Bytes

/// The token of the signaling service: four texts with colons between them.
///
/// | field | width | meaning |
/// |---|---|---|
/// | version | 1 | "1" |
/// | app-id | 32 | as it is |
/// | expire | 1 to 10 | the second of the end, decimal, without zeros in front |
/// | digest | 32 | MD5 of account, app id, certificate and expire, hexadecimal in lower case |
public struct SignalingToken: Equatable, Sendable {
  public static let version = "1"

  public var appID: Text
  public var expire: UInt32
  public var digest: [UInt8]
}
