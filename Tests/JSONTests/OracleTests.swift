// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

struct `The reader beside Jansson` {
  @Test(arguments: [11, 12] as [UInt64])
  func `agrees about whole texts`(seed: UInt64) throws {
    var maker = TextMaker(seed: seed)
    for round in 0..<1_500 {
      let text = maker.text()
      let comment: Comment = "seed \(seed), text \(round): \(Hex.encode(text))"
      let document = try JSONDocument(parsing: text.span)
      let theirs = try #require(Jansson(text), comment)
      if !hasSameValue(document, theirs) { Issue.record(comment) }
    }
  }

  @Test(arguments: [21, 22, 23, 24] as [UInt64])
  func `agrees about broken texts`(seed: UInt64) {
    var maker = TextMaker(seed: seed)
    for round in 0..<2_500 {
      var text = maker.text()
      maker.breakOnce(&text)
      let comment: Comment = "seed \(seed), text \(round): \(Hex.encode(text))"
      let ours = try? JSONDocument(parsing: text.span)
      guard !text.contains(0) else {
        if ours != nil { Issue.record(comment) }
        continue
      }
      let known = ours.flatMap { isKnown(to: $0) ? $0 : nil }
      switch (known, Jansson(text)) {
      case (nil, nil): break
      case (let ours?, let theirs?): if !hasSameValue(ours, theirs) { Issue.record(comment) }
      default: Issue.record(comment)
      }
    }
  }

  @Test(arguments: BadText.all.filter { !$0.text.utf8.contains(0) })
  func `agrees about what is no JSON`(bad: BadText) {
    #expect(Jansson(Array(bad.text.utf8)) == nil)
  }

  @Test(arguments: [
    Array(#""\u0000""#.utf8), Array(#"{"\u0000":1}"#.utf8), Array(#""\ud800""#.utf8),
    Array(#""\udc00x""#.utf8), Array("9223372036854775808".utf8),
    Array("[-9223372036854775809]".utf8), Array("1e400".utf8), [0x22, 0xFF, 0x22],
    [0x22, 0xED, 0xA0, 0x80, 0x22],
  ])
  func `keeps what Jansson cannot`(text: [UInt8]) throws {
    let document = try JSONDocument(parsing: text.span)
    #expect(!isKnown(to: document))
    #expect(Jansson(text) == nil)
  }

  @Test func `keeps the names of which Jansson drops one`() throws {
    let text = Array(#"{"a":1,"b":2,"a":3}"#.utf8)
    #expect(Jansson(text)?.text == Array(#"{"a":3,"b":2}"#.utf8))
    #expect(try JSONValue(parsing: text.span).object?.members.count == 3)
  }

  @Test func `refuses the NUL that Jansson drops`() {
    let text = Array("[1\u{0}]".utf8)
    #expect(Jansson(text)?.text == Array("[1]".utf8))
    #expect(refusal(of: text) == JSONError(.comma, at: 2, ""))
  }

  @Test func `goes less deep unless told otherwise`() {
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    let text = [UInt8](repeating: open, count: 600) + [UInt8](repeating: close, count: 600)
    #expect(Jansson(text) != nil)
    #expect(refusal(of: text)?.code == .depth)
    #expect(refusal(of: text, maximumDepth: 600) == nil)
  }

  /// Whether Jansson can represent every value.
  private func isKnown(to document: JSONDocument) -> Bool {
    document.nodes.indices.allSatisfy { index in
      switch document.nodes[index].kind {
      case .integer: document.integer(index, as: Int64.self) != nil
      case .float: Double(document.lexemeText(of: index))?.isFinite == true
      default: document.nodes[index].issues.isSubset(of: .escaped)
      }
    }
  }

  /// Whether Jansson reads our writer's text as its own value, and we read Jansson's as ours.
  private func hasSameValue(_ document: JSONDocument, _ theirs: Jansson) -> Bool {
    let ours = JSONValue(document, JSONDocument.root)
    let dumped = theirs.text
    guard let written = Jansson(ours.encoded), written.isEqual(to: theirs),
      let read = try? JSONValue(parsing: dumped.span)
    else { return false }
    return comparable(read) == comparable(ours)
  }
}

/// The value without the spelling of its numbers, and with the last of equal names alone.
private func comparable(_ value: JSONValue) -> JSONValue {
  switch value {
  case .integer(let lexeme): .integer(lexeme: Int64(lexeme).map(String.init) ?? lexeme)
  case .float(let lexeme): .float(lexeme: Double(lexeme).map(\.description) ?? lexeme)
  case .array(let values): .array(values.map(comparable))
  case .object(let object): .object(comparable(object))
  default: value
  }
}

private func comparable(_ object: JSONObject) -> JSONObject {
  var members: [JSONObject.Member] = []
  for member in object.members {
    let known = JSONObject.Member(name: member.name, value: comparable(member.value))
    if let place = members.firstIndex(where: { $0.name == member.name }) {
      members[place] = known
    } else {
      members.append(known)
    }
  }
  return JSONObject(members)
}
