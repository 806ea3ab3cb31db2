// SPDX-License-Identifier: MIT

import Foundation
import Pages
import Seeded
import Testing

@Suite struct `A site of damaged pages` {
  private static let voids = ["!DOCTYPE", "meta", "link", "input", "br", "hr"]

  /// The tags that are open at the end, or the first that closes another one.
  private static func unbalanced(_ html: String) -> [String] {
    var open: [String] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0 != ">" && $0 != " " })
      if name.hasPrefix("/") {
        guard let last = open.popLast(), name == "/\(last)" else { return open + [name] }
      } else if !voids.contains(name) {
        open.append(name)
      }
    }
    return open
  }

  @Test func `has no tag but its own, and closes each`() {
    let seed = UInt64.random(in: .min ... .max)
    print("A site of damaged pages: seed \(seed)")
    var random = Seeded(seed: seed)
    let parts = [
      "<script>", "</article>", "<b a=\"", "<!--", "-->", "<!-- example: x -->\n", "```\n", "> ",
      "- ", "1. ", "|", "\n", "\n\n", "# ", "*", "**", "[", "](", ")", "p.md#example-first",
      "javascript:", "`", "&lt;", "\\<", "![", "<a@b.c>", "\u{0}", "\"", "'",
    ].map { Array($0.utf8) }
    var built = 0
    for _ in 0..<2000 {
      var bytes = Array(`A page`.text.utf8)
      for _ in 0...Int.random(in: 0..<8, using: &random) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0..<8, using: &random))
        bytes.replaceSubrange(start..<end, with: parts.randomElement(using: &random) ?? [])
      }
      let source = SiteSource(path: "Docs/spec/p.md", bytes: bytes)
      guard let site = try? Site([source], clauses: [], formats: [], exists: { _ in false }) else {
        continue
      }
      built += 1
      for file in site.files(results: []) where file.path.hasSuffix(".html") {
        #expect(Self.unbalanced(file.text) == [], "\(file.text)")
      }
    }
    #expect(built > 100)
  }
}
