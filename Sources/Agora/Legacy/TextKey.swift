// SPDX-License-Identifier: MIT

public import Bytes

/// The dynamic keys 001 to 004: texts of fixed widths one after another.
///
/// | field | width | written as | 001 | 002 | 003 | 004 |
/// |---|---|---|---|---|---|---|
/// | version | 3 | the digits | | | clear | clear |
/// | signature | 40 | hexadecimal, lower case | clear | clear | clear | clear |
/// | service | 3 or 4 | ACS, ARS or APSS | | | | signed |
/// | app-id | 32 | as it is | both | both | both | both |
/// | ts | 10 | decimal | both | both | both | both |
/// | random | 8 | hexadecimal, lower case | both | both | both | both |
/// | channel | any | as it is | signed | signed | signed | signed |
/// | uid | 10 | decimal | | both | both | signed |
/// | expire | 10 | decimal | | both | both | both |
///
/// The signature is HMAC-SHA1 with the text of the certificate over the signed fields in this order.
public struct TextKey: Equatable, Sendable {
  public let version: Version
  public var signature: [UInt8]
  public var appID: Text
  public var ts: UInt32
  public var random: UInt32
  /// Nothing where the version does not show it.
  public var uid: UInt32?
  public var expire: UInt32?
  /// Of a 004 alone; known once the signature was checked.
  public var service: LegacyService?

  public enum Version: String, Sendable, CaseIterable {
    case v001 = "001"
    case v002 = "002"
    case v003 = "003"
    case v004 = "004"

    /// The fields that stand in the key, in their order.
    public var wire: [Field] {
      switch self {
      case .v001: [.signature, .appID, .ts, .random]
      case .v002: [.signature, .appID, .ts, .random, .uid, .expire]
      case .v003: [.version, .signature, .appID, .ts, .random, .uid, .expire]
      case .v004: [.version, .signature, .appID, .ts, .random, .expire]
      }
    }

    /// The fields that are signed, in their order.
    public var signed: [Field] {
      switch self {
      case .v001: [.appID, .ts, .random, .channel]
      case .v002, .v003: [.appID, .ts, .random, .channel, .uid, .expire]
      case .v004: [.service, .appID, .ts, .random, .channel, .uid, .expire]
      }
    }

    public var length: Int { wire.reduce(0) { $0 + ($1.width ?? 0) } }

    /// The version of a token: each has a length of its own.
    public init?(of token: Span<UInt8>) {
      guard let version = Self.allCases.first(where: { $0.length == token.count }) else {
        return nil
      }
      self = version
    }
  }

  /// A part of a key, by its name in the documentation.
  public enum Field: String, Sendable, CaseIterable {
    case version
    case signature
    case service
    case appID = "app-id"
    case ts
    case random
    case channel
    case uid
    case expire

    /// The bytes that it takes in a key.
    public var width: Int? { Self.widths[self] }

    private static let widths: [Field: Int] = [
      .version: 3, .signature: 40, .appID: 32, .ts: 10, .random: 8, .uid: 10, .expire: 10,
    ]
  }
}
