// SPDX-License-Identifier: MIT

import Bytes
import Testing

struct `The checksum CRC-32` {
  @Test(arguments: [
    ("", 0x0000_0000 as UInt32),
    ("a", 0xE8B7_BE43),
    ("abc", 0x3524_41C2),
    ("123456789", 0xCBF4_3926),
    ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
  ])
  func `has its published values`(text: String, checksum: UInt32) {
    let bytes = Array(text.utf8)
    #expect(CRC32.checksum(bytes.span) == checksum)
  }

  @Test func `has its values for bytes that are all the same`() {
    let zeros = [UInt8](repeating: 0x00, count: 32)
    let ones = [UInt8](repeating: 0xFF, count: 32)
    #expect(CRC32.checksum(zeros.span) == 0x190A_55AD)
    #expect(CRC32.checksum(ones.span) == 0xFF6C_AB0B)
  }

  @Test func `changes with every bit`() {
    let bytes = Array("123456789".utf8)
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(CRC32.checksum(changed.span) != 0xCBF4_3926)
    }
  }
}
