// SPDX-License-Identifier: MIT

internal import Bytes
internal import CryptoCalls

/// The bcrypt function.
public enum Bcrypt {
  public static let costs = 4...31
  /// Bytes of a secret behind these do not count.
  public static let longestSecret = 72
  public static let saltSize = 16
  public static let digestSize = 23

  /// The digest of a secret; its time doubles with every step of the cost.
  public static func digest(
    of secret: Span<UInt8>, salt: Span<UInt8>, cost: Int
  ) throws(CryptoError) -> [UInt8] {
    guard costs.contains(cost), salt.count == saltSize else { throw .length }
    let secret = secret.extracting(0..<min(secret.count, longestSecret))
    // The last byte of the third block is left out, as everywhere.
    return try output(capacity: digestSize + 1) {
      CryptoCalls.bcrypt(cost: Int32(cost), salt, secret, into: &$0)
    }.dropLast()
  }

  /// A word of the state in which Blowfish begins: the fraction of pi.
  static func initialWord(_ index: Int) -> UInt32 {
    Int32(exactly: index).map { CryptoCalls.blowfishWord($0) } ?? 0
  }
}
