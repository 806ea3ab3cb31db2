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
        ? Self.mutate(text, &random)
        : Forge.token(String(token.prefix(2)), Self.mutate(sealed, &random))
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
        forge.plaintext = Self.mutate(forge.plaintext, &random)
        _ = try BitFlipTests.open(try forge.token)
      }
    }
  }

  /// Changes, removes, repeats or inserts some bytes.
  private static func mutate(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &random))
      switch UInt8.random(in: 0...3, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.insert(.random(in: 0...255, using: &random), at: place)
      default: for index in place..<end { bytes[index] = .random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }
}
