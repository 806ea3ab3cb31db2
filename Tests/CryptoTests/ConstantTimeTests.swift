// SPDX-License-Identifier: MIT

import Crypto
import Testing

struct `The comparison in constant time` {
  @Test func `is true for equal bytes alone`() {
    let bytes = counting(32)
    #expect(equal(bytes, counting(32)))
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!equal(bytes, changed))
    }
  }

  @Test func `is false where two differences would cancel`() {
    for count in 2...32 {
      var changed = counting(count)
      changed[0] ^= 0x10
      changed[count - 1] ^= 0x10
      #expect(!equal(counting(count), changed))
    }
  }

  @Test func `is false for another length and true for nothing twice`() {
    #expect(!equal(counting(32), counting(31)))
    #expect(!equal(counting(31), counting(32)))
    #expect(!equal([], counting(32)))
    #expect(equal([], []))
  }
}

private func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  constantTimeEqual(left.span, right.span)
}
