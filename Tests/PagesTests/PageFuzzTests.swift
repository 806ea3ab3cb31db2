// SPDX-License-Identifier: MIT

import Pages
import Seeded
import Testing

@Suite struct `A damaged page` {
  private let bytes = Array(`A page`.text.utf8)

  /// Reads a page that may be anything; only a trap or an error of another type could fail.
  private func read(_ bytes: [UInt8]) -> Int {
    do throws(PageError) {
      return try Page(path: "p.md", bytes: bytes).examples.count
    } catch {
      #expect(error.line >= 1)
      return 0
    }
  }

  @Test func `is read or refused at every length`() {
    let counts = bytes.indices.map { read(Array(bytes[..<$0])) }
    #expect(counts.max() == 4)
    #expect(counts.first == 0)
  }

  @Test func `is read or refused with any bit turned`() {
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        #expect(read(damaged) <= 4)
      }
    }
  }

  @Test func `is read or refused however it is mixed`() {
    let seed = UInt64.random(in: .min ... .max)
    print("A damaged page: seed \(seed)")
    var random = Seeded(seed: seed)
    let parts = [
      "```console\n", "```", "$ assay ", "? 1\n", "> ", "...", "'", "\"", "\\", "{", "}", "{token}",
      "<!-- check: ", "<!-- example: ", "-->", "|", "|-|", "\n", "\n\n", "*", "–", "`", "- ",
      "    ",
    ].map { Array($0.utf8) }
    for _ in 0..<4000 {
      var damaged = bytes
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let start = Int.random(in: 0...damaged.count, using: &random)
        let end = min(damaged.count, start + Int.random(in: 0..<20, using: &random))
        damaged.replaceSubrange(start..<end, with: parts.randomElement(using: &random) ?? [])
      }
      _ = read(damaged)
    }
  }
}
