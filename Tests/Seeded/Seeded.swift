// SPDX-License-Identifier: MIT

/// SplitMix64: the same seed gives the same test on every machine.
public struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64, for test: String = #function) {
    state = seed
    print("seed \(seed) for \(test)")
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  public mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }
}
