// SPDX-License-Identifier: MIT

/// The dynamic key 005: "005" and the base64 of a content whose integers are little-endian.
///
/// | field | bytes | in the content | in the signed message |
/// |---|---|---|---|
/// | service | 2 | 1 | 1 |
/// | signature | 2 + 40 | 2, hexadecimal in upper case | |
/// | app-id | 2 + 16 | 3, decoded from its digits | 2 |
/// | ts | 4 | 4 | 3 |
/// | random | 4 | 5 | 4 |
/// | channel | 2 + n | | 5 |
/// | uid | 4 | | 6 |
/// | expire | 4 | 6 | 7 |
/// | extra | 2 + n × (2 + 2 + n) | 7, a count and then numbers with texts | 8 |
///
/// The signature is HMAC-SHA1 with the bytes that the digits of the certificate stand for.
public struct PackedKey: Equatable, Sendable {
  public static let version = "005"
  static let signatureDigits: UInt16 = 40
  static let rawAppIDLength: UInt16 = 16

  public var service: LegacyService
  public var signature: [UInt8]
  public var rawAppID: [UInt8]
  public var ts: UInt32
  public var random: UInt32
  public var expire: UInt32
  /// Of a key for ``LegacyService/permission`` alone.
  public var permission: LegacyPermission?
}
