// SPDX-License-Identifier: MIT

import Seeded

enum Mutation {
  /// Every way to flip one bit.
  static func flips(of bytes: [UInt8]) -> [[UInt8]] {
    (0..<bytes.count * 8).map { bit in
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      return flipped
    }
  }
}
