// SPDX-License-Identifier: MIT

public import Bytes

/// What a signature covers and a key does not show: the certificate, the channel and the user.
public struct LegacyGrant: Equatable, Sendable {
  public var certificate: Text
  public var channel: Text
  public var uid: UInt32

  public init(certificate: Text, channel: Text, uid: UInt32 = 0) {
    self.certificate = certificate
    self.channel = channel
    self.uid = uid
  }
}
