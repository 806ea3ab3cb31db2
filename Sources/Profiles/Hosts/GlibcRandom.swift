// SPDX-License-Identifier: MIT

/// The sequence that glibc's `rand` gives after `srand(seed)`.
struct GlibcRandom {
  private static let degree = 31
  private static let separation = 3
  private static let discarded = 310

  private var state: [Int32]
  private var front: Int
  private var rear = 0

  init(seed: UInt32) {
    var word = Int32(bitPattern: seed == 0 ? 1 : seed)
    state = [word]
    state.reserveCapacity(Self.degree)
    for _ in 1..<Self.degree {
      word = Self.step(word)
      state.append(word)
    }
    front = Self.separation
    for _ in 0..<Self.discarded { _ = next() }
  }

  /// 16807 · word modulo 2³¹−1, without leaving 32 bits.
  private static func step(_ word: Int32) -> Int32 {
    let result = 16807 &* (word % 127_773) &- 2836 &* (word / 127_773)
    return result < 0 ? result &+ Int32.max : result
  }

  /// A number of 0 … 2³¹−1.
  mutating func next() -> Int32 {
    state[front] = state[front] &+ state[rear]
    let result = Int32(bitPattern: UInt32(bitPattern: state[front]) >> 1)
    front = (front + 1) % Self.degree
    rear = (rear + 1) % Self.degree
    return result
  }
}
