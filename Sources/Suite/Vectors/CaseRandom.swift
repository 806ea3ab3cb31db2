// SPDX-License-Identifier: MIT

/// SplitMix64: the same seed draws the same cases on every machine.
public struct CaseRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// A number below a bound, fairly enough for cases.
  public mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Of a fixed size, so that no index needs a check.
  private static let letters: [64 of UInt8] = {
    let text = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8)
    return [64 of UInt8] { text[$0] }
  }()

  /// Appends letters, digits, hyphens and low lines.
  public mutating func appendLetters(_ count: Int, to bytes: inout [UInt8]) {
    let letters = Self.letters
    var word: UInt64 = 0
    bytes.append(addingCapacity: count) { output in
      for index in 0..<count {
        if index % 10 == 0 { word = next() }
        output.append(letters[Int(word & 63)])
        word >>= 6
      }
    }
  }

  public mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var word: UInt64 = 0
    for index in 0..<count {
      if index % 8 == 0 { word = next() }
      bytes.append(UInt8(truncatingIfNeeded: word))
      word >>= 8
    }
    return bytes
  }
}
