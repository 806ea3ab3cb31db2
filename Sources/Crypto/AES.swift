// SPDX-License-Identifier: MIT

internal import CryptoCalls

/// AES in cipher block chaining; the key's length chooses AES-128, AES-192 or AES-256.
public enum AESCBC {
  public static let blockSize = 16

  /// Encrypts with PKCS #7 padding, or as it is where the text fills whole blocks.
  public static func seal(
    _ text: Span<UInt8>, key: Span<UInt8>, iv: Span<UInt8>, padding: Bool = true
  ) throws(CryptoError) -> [UInt8] {
    guard text.count <= Int(Int32.max) - blockSize else { throw .length }
    return try output(capacity: text.count + (padding ? blockSize - text.count % blockSize : 0)) {
      CryptoCalls.cbcSeal(key, iv, text, padding: padding, into: &$0)
    }
  }

  /// Decrypts whole blocks and leaves the padding for the caller to check.
  public static func openBlocks(
    _ ciphertext: Span<UInt8>, key: Span<UInt8>, iv: Span<UInt8>
  ) throws(CryptoError) -> [UInt8] {
    guard ciphertext.count <= Int(Int32.max) else { throw .length }
    return try output(capacity: ciphertext.count) {
      CryptoCalls.cbcOpen(key, iv, ciphertext, into: &$0)
    }
  }

  /// The length of well-formed PKCS #7 padding at the end of decrypted blocks.
  public static func paddingLength(of blocks: Span<UInt8>) -> Int? {
    guard blocks.count >= blockSize, blocks.count % blockSize == 0 else { return nil }
    let length = blocks[blocks.count - 1]
    guard (1...UInt8(blockSize)).contains(length) else { return nil }
    for index in blocks.count - Int(length)..<blocks.count where blocks[index] != length {
      return nil
    }
    return Int(length)
  }
}

/// AES in Galois counter mode with a 16-byte tag after the ciphertext.
public enum AESGCM {
  public static let tagSize = 16

  public static func seal(
    _ text: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>
  ) throws(CryptoError) -> [UInt8] {
    guard text.count <= Int(Int32.max) - tagSize else { throw .length }
    return try output(capacity: text.count + tagSize) {
      CryptoCalls.gcmSeal(key, nonce, text, into: &$0)
    }
  }

  /// Decrypts without a look at the tag: the key stream turns ciphertext into text as well.
  public static func openUnverified(
    _ ciphertext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>
  ) throws(CryptoError) -> [UInt8] {
    let text = ciphertext.extracting(0..<max(0, ciphertext.count - tagSize))
    return Array(try seal(text, key: key, nonce: nonce).dropLast(tagSize))
  }

  public static func open(
    _ ciphertext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>
  ) throws(CryptoError) -> [UInt8] {
    guard ciphertext.count <= Int(Int32.max), ciphertext.count >= tagSize else { throw .length }
    return try output(capacity: ciphertext.count - tagSize) {
      CryptoCalls.gcmOpen(key, nonce, ciphertext, into: &$0)
    }
  }
}
