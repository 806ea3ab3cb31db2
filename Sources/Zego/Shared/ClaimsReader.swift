// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Reads the members of the encrypted JSON object: each once, of its type and in its range.
struct ClaimsReader {
  private let document: JSONDocument
  private let names: [StaticString]
  /// The node of each member's value, in the order of `names`.
  private var values: [Int]

  init(_ plaintext: [UInt8], members names: [StaticString]) throws(Refusal) {
    self.names = names
    values = [Int](repeating: -1, count: names.count)
    do throws(JSONError) {
      document = try JSONDocument(parsing: plaintext.span, maximumDepth: 64)
    } catch {
      throw Refusal(.claims, .jsonSyntax, field: "plaintext", offset: error.offset, error.detail)
    }
    try collect()
  }

  private mutating func collect() throws(Refusal) {
    guard document.nodes[JSONDocument.root].kind == .object else {
      throw Refusal(.claims, .jsonSyntax, field: "plaintext", offset: 0, "no JSON object")
    }
    var index = JSONDocument.root + 1
    while index < document.nodes.count {
      try note(name: index, value: index + 1)
      index = document.nodes[index + 1].next
    }
    for (index, name) in names.enumerated() where values[index] < 0 {
      throw Refusal(.claims, .memberMissing, field: name.description, "the member is missing")
    }
  }

  private mutating func note(name: Int, value: Int) throws(Refusal) {
    let offset = document.nodes[name].start
    guard let index = names.firstIndex(where: { document.isString(name, $0) }) else {
      let text = document.text(of: name).display
      throw Refusal(
        .claims, .memberUnknown, field: text, offset: offset, "no member of this name is expected")
    }
    guard values[index] < 0 else {
      throw Refusal(
        .claims, .memberDuplicate, field: names[index].description, offset: offset,
        "the member stands twice")
    }
    values[index] = value
  }

  func integer<Value: FixedWidthInteger>(
    _ member: Int, in range: ClosedRange<Value>
  ) throws(Refusal) -> Value {
    let node = values[member]
    guard document.nodes[node].kind == .integer else { throw wrongType(member, "an integer") }
    guard let value = document.integer(node, as: Value.self), range.contains(value) else {
      throw Refusal(
        .claims, .memberRange, field: names[member].description,
        offset: document.nodes[node].start,
        "\(document.lexemeText(of: node)) is not in \(range.lowerBound)...\(range.upperBound)")
    }
    return value
  }

  func string(_ member: Int) throws(Refusal) -> String {
    let node = document.nodes[values[member]]
    guard node.kind == .string else { throw wrongType(member, "a string") }
    guard node.issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate]) else {
      throw Refusal(
        .claims, .jsonText, field: names[member].description, offset: node.start,
        "the string is no Unicode text")
    }
    return document.string(of: values[member])
  }

  /// The members of an object whose names and values are integers.
  func integerMap(_ member: Int) throws(Refusal) -> [(key: Int, value: Int)] {
    guard document.nodes[values[member]].kind == .object else {
      throw wrongType(member, "an object")
    }
    var map: [(key: Int, value: Int)] = []
    var index = values[member] + 1
    while index < document.nodes[values[member]].next {
      guard let key = Int(document.text(of: index).display),
        document.nodes[index + 1].kind == .integer,
        let value = document.integer(index + 1, as: Int.self)
      else { throw wrongType(member, "an object of integers") }
      guard !map.contains(where: { $0.key == key }) else {
        throw Refusal(
          .claims, .memberDuplicate, field: names[member].description,
          offset: document.nodes[index].start, "key \(key) stands twice")
      }
      map.append((key, value))
      index = document.nodes[index + 1].next
    }
    return map
  }

  private func wrongType(_ member: Int, _ expected: String) -> Refusal {
    let value = JSONValue(document, values[member])
    return Refusal(
      .claims, .memberType, field: names[member].description,
      offset: document.nodes[values[member]].start, "\(expected) is expected, \(value.kind) found")
  }
}
