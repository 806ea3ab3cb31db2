// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Reads the members of the encrypted JSON object: each once, of its type and in its range.
struct ClaimsReader {
  private let document: JSONDocument
  private let names: MemberNames
  /// The node of each member's value, in the order of the names; 0 where there is none.
  private var values = [8 of Int](repeating: JSONDocument.root)

  private var expected = 0

  init(_ plaintext: consuming [UInt8], members: MemberNames) throws(Refusal) {
    names = members
    do throws(JSONError) {
      document = try JSONDocument(taking: plaintext, maximumDepth: 64)
    } catch {
      throw Refusal(.claims, .jsonSyntax, field: "plaintext", offset: error.offset, error.detail)
    }
    try collect()
  }

  private mutating func collect() throws(Refusal) {
    let root = document.node(JSONDocument.root)
    guard root.kind == .object else {
      throw Refusal(.claims, .jsonSyntax, field: "plaintext", offset: 0, "no JSON object")
    }
    var index = JSONDocument.root + 1
    while index < root.next {
      try note(name: index, value: index + 1)
      index = document.node(index + 1).next
    }
    for index in 0..<names.count where values[index] == JSONDocument.root {
      throw Refusal(.claims, .memberMissing, field: names.texts[index], "the member is missing")
    }
  }

  private mutating func note(name: Int, value: Int) throws(Refusal) {
    guard let index = index(of: name) else {
      throw Refusal(
        .claims, .memberUnknown, field: document.text(of: name).display,
        offset: document.node(name).start, "no member of this name is expected")
    }
    guard values[index] == JSONDocument.root else {
      throw Refusal(
        .claims, .memberDuplicate, field: names.texts[index], offset: document.node(name).start,
        "the member stands twice")
    }
    values[index] = value
  }

  /// Looks first for the name that comes next in the documented order.
  private mutating func index(of name: Int) -> Int? {
    for _ in 0..<names.count {
      let index = expected
      expected = expected + 1 < names.count ? expected + 1 : 0
      if document.isString(name, names.name(index)) { return index }
    }
    return nil
  }

  func integer<Value: FixedWidthInteger>(
    _ member: Int, in range: ClosedRange<Value>
  ) throws(Refusal) -> Value {
    let node = document.node(values[member])
    guard node.kind == .integer else { throw wrongType(member, "an integer") }
    guard let value = document.int64(of: values[member]).flatMap({ Value(exactly: $0) }),
      range.contains(value)
    else {
      throw Refusal(
        .claims, .memberRange, field: names.texts[member], offset: node.start,
        "\(document.lexemeText(of: values[member])) is not in"
          + " \(range.lowerBound)...\(range.upperBound)")
    }
    return value
  }

  func string(_ member: Int) throws(Refusal) -> String {
    let node = document.node(values[member])
    guard node.kind == .string else { throw wrongType(member, "a string") }
    guard node.issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate]) else {
      throw Refusal(
        .claims, .jsonText, field: names.texts[member], offset: node.start,
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
        let value = document.int64(of: index + 1).map({ Int($0) })
      else { throw wrongType(member, "an object of integers") }
      guard !map.contains(where: { $0.key == key }) else {
        throw Refusal(
          .claims, .memberDuplicate, field: names.texts[member],
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
      .claims, .memberType, field: names.texts[member],
      offset: document.nodes[values[member]].start, "\(expected) is expected, \(value.kind) found")
  }
}
