// SPDX-License-Identifier: MIT

public import Bytes

/// Agora AccessToken 006: a user's rights in a channel, signed by the developer's server.
///
/// | field | type | meaning |
/// |---|---|---|
/// | app-id | 32 hexadecimal digits, case kept | the app |
/// | salt | 32 bits | drawn at random |
/// | ts | 32 bits | the second at which the token ends |
/// | privilege → expire | 16 bits → 32 bits, ascending | a right, and the second of its end or 0 |
///
/// Channel and uid are not inside: the token holds their CRC-32 and a signature over them.
public struct Access006: Equatable, Sendable {
  public var appID: Text
  public var salt: UInt32
  public var ts: UInt32
  public var privileges: [AgoraPrivilege]

  public init(appID: Text, salt: UInt32, ts: UInt32, privileges: [AgoraPrivilege]) {
    self.appID = appID
    self.salt = salt
    self.ts = ts
    self.privileges = privileges
  }
}
