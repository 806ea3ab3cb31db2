// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

struct `Broken JSON text` {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `is refused in its bounds or read as it is written`(seed: UInt64) throws {
    var maker = TextMaker(seed: seed)
    var accepted = 0
    for mutation in 0..<5_000 {
      var text = maker.text()
      for _ in 0..<Int.random(in: 1...3, using: &maker.random) { maker.breakOnce(&text) }
      let comment: Comment = "seed \(seed), mutation \(mutation): \(Hex.encode(text))"
      do throws(JSONError) {
        let document = try JSONDocument(parsing: text.span)
        accepted += 1
        if !isWellFormed(document, text) { Issue.record(comment) }
        if try !returns(document) { Issue.record(comment) }
      } catch {
        if !(0...text.count).contains(error.offset) { Issue.record(comment) }
      }
    }
    #expect((500...4_500).contains(accepted))
  }

  /// Whether every value lies in its parent, and every lexeme in the text.
  private func isWellFormed(_ document: JSONDocument, _ text: [UInt8]) -> Bool {
    let nodes = document.nodes
    guard document.length == text.count, nodes.first?.next == nodes.count else { return false }
    return nodes.indices.allSatisfy { index in
      let node = nodes[index]
      let inside = index + 1..<node.next
      return (0...text.count).contains(node.end) && node.start < node.end
        && inside.allSatisfy { nodes[$0].start > node.start && nodes[$0].end < node.end }
    }
  }

  /// Whether the writer's text is read as the same value; bytes that are no UTF-8 change once.
  private func returns(_ document: JSONDocument) throws(JSONError) -> Bool {
    let value = JSONValue(document, JSONDocument.root)
    let once = value.encoded
    let again = try JSONValue(parsing: once.span)
    let isText = document.nodes.allSatisfy { !$0.issues.contains(.invalidUTF8) }
    return again.encoded == once && (again == value || !isText)
  }
}
