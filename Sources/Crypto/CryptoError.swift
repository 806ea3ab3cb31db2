// SPDX-License-Identifier: MIT

internal import Bytes
internal import CryptoCalls

/// What a cryptographic primitive can answer beside its result.
public enum CryptoError: String, Error, Sendable {
  /// The tag does not hold.
  case refused
  /// A length is not one that the primitive takes.
  case length
  /// The library could not do the work.
  case failed

  init(status: Int32) {
    switch status {
    case CryptoCalls.refused: self = .refused
    case CryptoCalls.capacity: self = .length
    default: self = .failed
    }
  }
}

/// Runs a primitive that writes at most `capacity` bytes and answers how many.
func output(
  capacity: Int, _ primitive: (inout MutableSpan<UInt8>) -> Int32
) throws(CryptoError) -> [UInt8] {
  var bytes = [UInt8](zeros: capacity)
  var span = bytes.mutableSpan
  let written = primitive(&span)
  guard written >= 0 else { throw CryptoError(status: written) }
  bytes.removeLast(capacity - Int(written))
  return bytes
}
