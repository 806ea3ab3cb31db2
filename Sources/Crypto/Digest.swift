// SPDX-License-Identifier: MIT

internal import CryptoCalls

/// The hash functions that the formats use.
public enum Digest: Int32, Sendable {
  case md5 = 1
  case sha1
  case sha256
  case sha384
  case sha512

  private static let largest = 64

  public func hash(_ bytes: Span<UInt8>) throws(CryptoError) -> [UInt8] {
    guard bytes.count <= Int(Int32.max) else { throw .length }
    return try output(capacity: Self.largest) { CryptoCalls.digest(rawValue, bytes, into: &$0) }
  }

  public func hmac(_ bytes: Span<UInt8>, key: Span<UInt8>) throws(CryptoError) -> [UInt8] {
    guard bytes.count <= Int(Int32.max), key.count <= Int(Int32.max) else { throw .length }
    return try output(capacity: Self.largest) { CryptoCalls.hmac(rawValue, key, bytes, into: &$0) }
  }
}

/// Compares two byte strings in a time that depends on their lengths alone.
public func constantTimeEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for index in left.indices { difference |= left[index] ^ right[index] }
  return difference == 0
}
