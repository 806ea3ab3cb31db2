// SPDX-License-Identifier: MIT

public import Bytes

/// What a developer's server asks for: a key for one user in one channel.
public struct LegacyRequest: Equatable, Sendable {
  public static let longestChannel = 64
  /// Printable ASCII without six characters: 89 are left.
  private static let forbidden = Array("\"'*/\\`".utf8)

  public let channel: Text
  /// The second of the making.
  public var ts: UInt32
  public var random: UInt32
  public var uid: UInt32
  /// The second of the end; 0 sets none.
  public var expire: UInt32

  public init(
    channel: Text, ts: UInt32, random: UInt32, uid: UInt32 = 0, expire: UInt32 = 0
  ) throws(Refusal) {
    try Self.check(channel: channel)
    self.channel = channel
    self.ts = ts
    self.random = random
    self.uid = uid
    self.expire = expire
  }

  private static func check(channel: Text) throws(Refusal) {
    guard (1...longestChannel).contains(channel.bytes.count) else {
      throw Refusal(
        .policy, legacy: .channel, field: "channel",
        "\(channel.bytes.count) bytes, 1 to \(longestChannel) are expected")
    }
    let place = channel.bytes.firstIndex { !(0x20...0x7E).contains($0) || forbidden.contains($0) }
    guard let place else { return }
    throw Refusal(
      .policy, legacy: .channel, field: "channel", offset: place,
      "the character is none of the 89 that are allowed")
  }
}
