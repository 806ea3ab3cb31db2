// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Reads the members of the encrypted JSON object: each once, of its type and in its range.
struct ClaimsReader: Claims, ~Copyable {
  private let document: JSONDocument
  private let names: MemberNames
  private let values: Values

  /// The node of each member's value, in the order of the names; 0 where there is none.
  private typealias Values = [8 of Int]

  init(_ plaintext: consuming [UInt8], members: MemberNames) throws(Refusal) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(taking: plaintext, maximumDepth: 64)
    } catch {
      throw Refusal(.claims, .jsonSyntax, field: "plaintext", offset: error.offset, error.detail)
    }
    let values = try Self.values(in: document, members)
    (self.document, names, self.values) = (document, members, values)
  }

  private static func values(
    in document: JSONDocument, _ names: MemberNames
  ) throws(Refusal) -> Values {
    let root = document.node(JSONDocument.root)
    guard root.kind == .object else {
      throw Refusal(.claims, .jsonSyntax, field: "plaintext", offset: 0, "no JSON object")
    }
    var values = Values(repeating: JSONDocument.root)
    var index = JSONDocument.root + 1
    while index < root.next {
      guard let member = names.texts.firstIndex(where: { document.isString(index, $0) }) else {
        throw Refusal(
          .claims, .memberUnknown, field: document.text(of: index).display,
          offset: document.node(index).start, "no member of this name is expected")
      }
      guard values[member] == JSONDocument.root else {
        throw Refusal(
          .claims, .memberDuplicate, field: names.texts[member],
          offset: document.node(index).start, "the member stands twice")
      }
      values[member] = index + 1
      index = document.node(index + 1).next
    }
    for member in 0..<names.count where values[member] == JSONDocument.root {
      throw Refusal(.claims, .memberMissing, field: names.texts[member], "the member is missing")
    }
    return values
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
