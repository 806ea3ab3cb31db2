// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Testing

struct `AES in cipher block chaining` {
  @Test(arguments: SP800_38A.examples)
  func `has the values of NIST SP 800-38A`(example: CipherExample) throws {
    let (key, iv) = (try hex(example.key), try hex(example.iv))
    let (text, ciphertext) = (try hex(example.text), try hex(example.ciphertext))
    let sealed = try AESCBC.seal(text.span, key: key.span, iv: iv.span, padding: false)
    #expect(sealed == ciphertext)
    #expect(try AESCBC.openBlocks(ciphertext.span, key: key.span, iv: iv.span) == text)
    let padded = try AESCBC.seal(text.span, key: key.span, iv: iv.span)
    #expect(padded.dropLast(AESCBC.blockSize).elementsEqual(ciphertext))
  }

  @Test(arguments: [16, 24, 32])
  func `opens what it sealed and leaves the padding`(keySize: Int) throws {
    let (key, iv) = (counting(keySize), counting(16))
    for count in 0...65 {
      let text = counting(count)
      let sealed = try AESCBC.seal(text.span, key: key.span, iv: iv.span)
      let padding = 16 - count % 16
      #expect(sealed.count == count + padding)
      let blocks = try AESCBC.openBlocks(sealed.span, key: key.span, iv: iv.span)
      #expect(blocks == text + [UInt8](repeating: UInt8(padding), count: padding))
      #expect(AESCBC.paddingLength(of: blocks.span) == padding)
    }
  }

  @Test func `takes an empty text`() throws {
    let (key, iv, empty) = (counting(32), counting(16), [UInt8]())
    #expect(try AESCBC.seal(empty.span, key: key.span, iv: iv.span).count == 16)
    #expect(try AESCBC.seal(empty.span, key: key.span, iv: iv.span, padding: false) == [])
    #expect(try AESCBC.openBlocks(empty.span, key: key.span, iv: iv.span) == [])
  }

  @Test(arguments: [0, 1, 8, 15, 17, 23, 25, 31, 33, 64])
  func `refuses a key of another length`(count: Int) {
    let (key, iv, text) = (counting(count), counting(16), counting(32))
    #expect(throws: CryptoError.length) {
      try AESCBC.seal(text.span, key: key.span, iv: iv.span)
    }
    #expect(throws: CryptoError.length) {
      try AESCBC.openBlocks(text.span, key: key.span, iv: iv.span)
    }
  }

  @Test(arguments: [0, 1, 12, 15, 17, 32])
  func `refuses an IV of another length`(count: Int) {
    let (key, iv, text) = (counting(32), counting(count), counting(32))
    #expect(throws: CryptoError.length) {
      try AESCBC.seal(text.span, key: key.span, iv: iv.span)
    }
    #expect(throws: CryptoError.length) {
      try AESCBC.openBlocks(text.span, key: key.span, iv: iv.span)
    }
  }

  @Test(arguments: [1, 15, 17, 31, 33])
  func `refuses blocks that are not whole`(count: Int) {
    let (key, iv, text) = (counting(32), counting(16), counting(count))
    #expect(throws: CryptoError.length) {
      try AESCBC.openBlocks(text.span, key: key.span, iv: iv.span)
    }
    #expect(throws: CryptoError.length) {
      try AESCBC.seal(text.span, key: key.span, iv: iv.span, padding: false)
    }
  }

  @Test func `works on after a refusal`() throws {
    let (key, iv, text) = (counting(32), counting(16), counting(20))
    let sealed = try AESCBC.seal(text.span, key: key.span, iv: iv.span)
    #expect(throws: CryptoError.length) {
      try AESCBC.seal(text.span, key: key.span, iv: iv.span, padding: false)
    }
    #expect(try AESCBC.seal(text.span, key: key.span, iv: iv.span) == sealed)
  }

  @Test func `has a padding length for each of the 16 paddings and for no other end`() {
    for last in UInt8.min...UInt8.max {
      for padding in 1...32 {
        let blocks =
          [UInt8](repeating: last ^ 0xFF, count: 32 - padding)
          + [UInt8](repeating: last, count: padding)
        let isPadded = (1...16).contains(last) && padding >= last
        #expect(AESCBC.paddingLength(of: blocks.span) == (isPadded ? Int(last) : nil))
      }
    }
  }

  @Test func `has no padding length for blocks that are not whole`() {
    for count in 0...33 where count == 0 || count % 16 != 0 {
      let blocks = [UInt8](repeating: 1, count: count)
      #expect(AESCBC.paddingLength(of: blocks.span) == nil)
    }
  }

  /// A context that knows its key must not keep anything else.
  @Test func `opens and seals under one key after another`() throws {
    let (iv, text) = (counting(16), counting(40))
    let keys: [[UInt8]] = [counting(32), counting(32).reversed()]
    let sealed = try keys.map { key in
      try AESCBC.seal(text.span, key: key.span, iv: iv.span)
    }
    #expect(sealed[0] != sealed[1])
    for index in [0, 0, 1, 0, 1, 1] {
      let (key, ciphertext) = (keys[index], sealed[index])
      let blocks = try AESCBC.openBlocks(ciphertext.span, key: key.span, iv: iv.span)
      #expect(Array(blocks.prefix(40)) == text)
      #expect(try AESCBC.seal(text.span, key: key.span, iv: iv.span) == ciphertext)
    }
  }
}
