// SPDX-License-Identifier: MIT

import Bytes
import Seeded
import Testing
import Zego

@Suite struct MutationTests {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  @Test(arguments: BitFlipTests.tokens)
  func `no mutation of a token traps`(token: String) throws {
    var random = Seeded(seed: Self.seed)
    let text = Array(token.utf8)
    let sealed = try Base64.standard.decode(Array(text.dropFirst(2)).span)
    for _ in 0..<4000 {
      let mutated =
        Bool.random(using: &random)
        ? random.mutation(of: text)
        : Forge.token(String(token.prefix(2)), random.mutation(of: sealed))
      guard let members = try BitFlipTests.open(mutated) else { continue }
      #expect(mutated == text || !members.isEmpty, "seed \(Self.seed)")
    }
  }

  @Test func `no mutation of the encrypted text traps`() throws {
    var random = Seeded(seed: Self.seed)
    for claims in [Forge.claims04, Forge.claims03] {
      for _ in 0..<4000 {
        var forge = Forge(claims: claims)
        forge.prefix = claims == Forge.claims03 ? "03" : "04"
        forge.plaintext = random.mutation(of: forge.plaintext)
        _ = try BitFlipTests.open(try forge.token)
      }
    }
  }
}
