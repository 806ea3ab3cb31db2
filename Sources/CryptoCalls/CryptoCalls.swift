// SPDX-License-Identifier: MIT

internal import CCrypto

/// The primitives of C as functions on spans, in a module of one file.
///
/// The optimiser of Swift 6.3.1 crashes on the bounds-safe wrappers of a module with several files.
/// Each function returns the number of bytes written, or a negative failure.
package enum CryptoCalls {
  package static let refused = Int32(ASSAY_CRYPTO_REFUSED)
  package static let capacity = Int32(ASSAY_CRYPTO_CAPACITY)
  package static let truncated = Int32(ASSAY_ZLIB_TRUNCATED)
  package static let malformed = Int32(ASSAY_ZLIB_MALFORMED)
  package static let checksum = Int32(ASSAY_ZLIB_CHECKSUM)

  package static func cbcSeal(
    _ key: Span<UInt8>, _ iv: Span<UInt8>, _ text: Span<UInt8>, padding: Bool,
    into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_aes_cbc_seal(key, iv, text, padding ? 1 : 0, &output)
  }

  package static func cbcOpen(
    _ key: Span<UInt8>, _ iv: Span<UInt8>, _ ciphertext: Span<UInt8>,
    into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_aes_cbc_open(key, iv, ciphertext, &output)
  }

  package static func gcmSeal(
    _ key: Span<UInt8>, _ nonce: Span<UInt8>, _ text: Span<UInt8>,
    into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_aes_gcm_seal(key, nonce, text, &output)
  }

  package static func gcmOpen(
    _ key: Span<UInt8>, _ nonce: Span<UInt8>, _ ciphertext: Span<UInt8>,
    into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_aes_gcm_open(key, nonce, ciphertext, &output)
  }

  package static func digest(
    _ algorithm: Int32, _ bytes: Span<UInt8>, into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_digest(algorithm, bytes, &output)
  }

  package static func hmac(
    _ algorithm: Int32, _ key: Span<UInt8>, _ bytes: Span<UInt8>,
    into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_hmac(algorithm, key, bytes, &output)
  }

  package static func bcrypt(
    cost: Int32, _ salt: Span<UInt8>, _ secret: Span<UInt8>, into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_bcrypt(cost, salt, secret, &output)
  }

  package static func blowfishWord(_ index: Int32) -> UInt32 { assay_blowfish_word(index) }

  package static func deflate(_ bytes: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Int32
  {
    assay_deflate(bytes, &output)
  }

  package static func deflate(
    _ bytes: Span<UInt8>, level: Int32, into output: inout MutableSpan<UInt8>
  ) -> Int32 {
    assay_deflate_at(level, bytes, &output)
  }

  /// Returns the bytes read in the upper half and the bytes written in the lower.
  package static func inflate(_ bytes: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Int64
  {
    assay_inflate(bytes, &output)
  }

  package static func inflatePart(
    _ bytes: Span<UInt8>, into output: inout MutableSpan<UInt8>
  ) -> Int64 {
    assay_inflate_part(bytes, &output)
  }
}
