// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import JSON

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count, check)
}

private func check(_ text: [UInt8]) throws {
  var document = JSONDocument()
  let isWhole = parse(text, into: &document, leavingRest: false)
  guard parse(text, into: &document, leavingRest: true) else {
    require(!isWhole, "a text that is read alone is read before a rest")
    return
  }
  require(document.bytes == Array(text[..<document.length]), "the document is what was read")
  let alone = try JSONDocument(parsing: document.bytes.span)
  require(alone.hasNodes(of: document), "the rest changes nothing")
  if isWhole {
    require(try JSONDocument(taking: text).hasNodes(of: document), "the copy changes nothing")
  }
  for node in document.nodes.indices { document.check(node) }
  try checkWriting(document)
}

private func parse(
  _ text: [UInt8], into document: inout JSONDocument, leavingRest: Bool
) -> Bool {
  do throws(JSONError) {
    try document.parse(text.span, leavingRest: leavingRest)
    return true
  } catch {
    require((0...text.count).contains(error.offset), "the error is in the text")
    return false
  }
}

private func checkWriting(_ document: JSONDocument) throws {
  let value = JSONValue(document, JSONDocument.root)
  let again = try JSONValue(parsing: value.encoded.span)
  require(again.encoded == value.encoded, "what was written is written the same again")
  guard !document.nodes.contains(where: { $0.issues.contains(.invalidUTF8) }) else { return }
  require(again == value, "what was written is read the same")
}
