// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Testing

struct `AES in Galois counter mode` {
  @Test(arguments: GCMSpecification.sealed)
  func `has the values of its specification`(example: CipherExample) throws {
    let (key, nonce, text) = (try hex(example.key), try hex(example.iv), try hex(example.text))
    let expected = try hex(example.ciphertext + example.tag)
    #expect(try AESGCM.seal(text.span, key: key.span, nonce: nonce.span) == expected)
    #expect(try AESGCM.open(expected.span, key: key.span, nonce: nonce.span) == text)
  }

  @Test(arguments: GCMSpecification.ciphertexts)
  func `has the ciphertexts of its specification`(example: CipherExample) throws {
    let (key, nonce, text) = (try hex(example.key), try hex(example.iv), try hex(example.text))
    let sealed = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    #expect(Hex.encode(sealed.dropLast(AESGCM.tagSize)) == example.ciphertext)
    #expect(try AESGCM.open(sealed.span, key: key.span, nonce: nonce.span) == text)
  }

  @Test(arguments: [16, 24, 32])
  func `opens what it sealed`(keySize: Int) throws {
    let (key, nonce) = (counting(keySize), counting(12))
    for count in 0...65 {
      let text = counting(count)
      let sealed = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
      #expect(sealed.count == count + AESGCM.tagSize)
      #expect(try AESGCM.open(sealed.span, key: key.span, nonce: nonce.span) == text)
    }
  }

  @Test(arguments: [0, 1, 16, 40])
  func `refuses every flipped bit`(count: Int) throws {
    let (key, nonce, text) = (counting(32), counting(12), counting(count))
    let sealed = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    for bit in 0..<sealed.count * 8 {
      var changed = sealed
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: CryptoError.refused) {
        try AESGCM.open(changed.span, key: key.span, nonce: nonce.span)
      }
    }
  }

  @Test func `refuses every flipped bit of the key and of the nonce`() throws {
    let (key, nonce, text) = (counting(32), counting(12), counting(20))
    let sealed = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    for bit in 0..<key.count * 8 {
      var other = key
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: CryptoError.refused) {
        try AESGCM.open(sealed.span, key: other.span, nonce: nonce.span)
      }
    }
    for bit in 0..<nonce.count * 8 {
      var other = nonce
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: CryptoError.refused) {
        try AESGCM.open(sealed.span, key: key.span, nonce: other.span)
      }
    }
  }

  @Test func `refuses every prefix`() throws {
    let (key, nonce, text) = (counting(32), counting(12), counting(40))
    let sealed = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    for count in 0..<sealed.count {
      let prefix = Array(sealed[..<count])
      #expect(throws: count < AESGCM.tagSize ? CryptoError.length : .refused) {
        try AESGCM.open(prefix.span, key: key.span, nonce: nonce.span)
      }
    }
  }

  /// A context that knows its key must not keep anything else.
  @Test func `opens after a refusal, and under one key after another`() throws {
    let (nonce, text) = (counting(12), counting(40))
    let keys: [[UInt8]] = [counting(32), counting(32).reversed()]
    let sealed = try keys.map { key in
      try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    }
    for index in [0, 0, 1, 0, 1, 1] {
      let (key, own, other) = (keys[index], sealed[index], sealed[1 - index])
      #expect(try AESGCM.open(own.span, key: key.span, nonce: nonce.span) == text)
      #expect(throws: CryptoError.refused) {
        try AESGCM.open(other.span, key: key.span, nonce: nonce.span)
      }
      #expect(try AESGCM.seal(text.span, key: key.span, nonce: nonce.span) == own)
    }
  }

  @Test(arguments: [0, 1, 8, 15, 17, 23, 25, 31, 33, 64])
  func `refuses a key of another length`(count: Int) {
    let (key, nonce, text) = (counting(count), counting(12), counting(32))
    #expect(throws: CryptoError.length) {
      try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    }
    #expect(throws: CryptoError.length) {
      try AESGCM.open(text.span, key: key.span, nonce: nonce.span)
    }
  }

  @Test(arguments: [(0, false), (1, true), (8, true), (16, true), (64, true), (65, false)])
  func `takes a nonce of 1 to 64 bytes`(count: Int, isTaken: Bool) throws {
    let (key, nonce, text) = (counting(32), counting(count), counting(20))
    guard isTaken else {
      #expect(throws: CryptoError.length) {
        try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
      }
      #expect(throws: CryptoError.length) {
        try AESGCM.open(text.span, key: key.span, nonce: nonce.span)
      }
      return
    }
    let sealed = try AESGCM.seal(text.span, key: key.span, nonce: nonce.span)
    #expect(try AESGCM.open(sealed.span, key: key.span, nonce: nonce.span) == text)
  }
}
