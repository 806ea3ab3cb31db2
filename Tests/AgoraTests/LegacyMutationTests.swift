// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Seeded
import Testing

@Suite struct LegacyMutationTests {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  private static func isRefused(
    _ token: [UInt8], like known: String, checking: Bool
  ) -> Bool {
    (try? LegacySample.open(token, like: known, checking: checking)) == nil
  }

  @Test(arguments: LegacySample.all)
  func `every prefix of a legacy key is refused`(token: String) {
    let bytes = Array(token.utf8)
    for length in bytes.indices {
      #expect(
        Self.isRefused(Array(bytes[..<length]), like: token, checking: false), "\(length) bytes")
    }
  }

  @Test(arguments: LegacySample.all)
  func `every legacy key with something behind it is refused`(token: String) {
    for more in ["\n", "0", "=", ":"] {
      #expect(Self.isRefused(Array((token + more).utf8), like: token, checking: false))
    }
  }

  @Test(arguments: LegacySample.all)
  func `every bit of a legacy key counts`(token: String) {
    let bytes = Array(token.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        #expect(
          Self.isRefused(flipped, like: token, checking: true), "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test(arguments: LegacySample.all)
  func `no mutation of a legacy key traps, or passes for its grant`(token: String) throws {
    var random = Seeded(seed: Self.seed)
    let bytes = Array(token.utf8)
    for _ in 0..<4000 {
      let mutated = random.mutation(of: bytes)
      _ = Self.isRefused(mutated, like: token, checking: false)
      guard mutated != bytes else { continue }
      #expect(Self.isRefused(mutated, like: token, checking: true), "seed \(Self.seed)")
    }
  }

  @Test func `no mutation of the content of a 005 traps`() throws {
    var random = Seeded(seed: Self.seed)
    for (_, token) in LegacySample.packedKeys {
      let content = try Base64.standard.decode(Array(token.utf8.dropFirst(3)).span)
      for _ in 0..<4000 {
        let mutated = Base64.standard.encode(
          random.mutation(of: content), after: Array("005".utf8))
        guard mutated != Array(token.utf8) else { continue }
        #expect(Self.isRefused(mutated, like: token, checking: true), "seed \(Self.seed)")
      }
    }
  }
}
