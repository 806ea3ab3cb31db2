// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import JSON

extension JSONDocument {
  func hasNodes(of other: JSONDocument) -> Bool {
    nodes.elementsEqual(other.nodes) { left, right in
      left.kind == right.kind && left.issues == right.issues && left.start == right.start
        && left.end == right.end && left.next == right.next
    }
  }

  func check(_ index: Int) {
    let node = nodes[index]
    require(0 <= node.start && node.start < node.end && node.end <= length, "a node has its text")
    require((index + 1...nodes.count).contains(node.next), "the next node follows")
    switch node.kind {
    case .array, .object: checkChildren(of: index)
    case .string: checkString(index)
    case .integer: checkInteger(index)
    default: break
    }
  }

  private func checkChildren(of index: Int) {
    let isObject = nodes[index].kind == .object
    var (place, count) = (nodes[index].start + 1, 0)
    for child in children(of: index) {
      require(place <= nodes[child].start, "the children are in order")
      require(nodes[child].next <= nodes[index].next, "the children's children are inside")
      require(!isObject || count % 2 == 1 || nodes[child].kind == .string, "a name is a string")
      (place, count) = (nodes[child].end, count + 1)
    }
    require(place < nodes[index].end, "the children are inside")
    require(!isObject || count % 2 == 0, "every name has a value")
  }

  private func checkString(_ index: Int) {
    let (text, issues) = (text(of: index), nodes[index].issues)
    let isUnicode = issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate])
    require((text.quality == .utf8) == isUnicode, "the issues tell what the text is")
    require(text.bytes.contains(0) == issues.contains(.nul), "the issues tell of U+0000")
    require(isString(index, text.bytes.span), "a string is its text")
    require(string(of: index) == text.display, "a string is shown as its text")
    var bytes: [UInt8] = []
    require(JSONStyle().write(text, to: &bytes) == isUnicode, "Unicode text alone is written")
    guard isUnicode else { return }
    require((try? JSONValue(parsing: bytes.span))?.text == text, "a string is read as written")
  }

  private func checkInteger(_ index: Int) {
    let lexeme = lexemeText(of: index)
    require(int64(of: index) == Int64(lexeme), "64 bits, the quick way")
    require(integer(index, as: Int64.self) == Int64(lexeme), "64 bits")
    require(integer(index, as: Int32.self) == Int32(lexeme), "32 bits")
    require(integer(index, as: UInt64.self) == UInt64(lexeme), "64 bits without a sign")
  }
}
