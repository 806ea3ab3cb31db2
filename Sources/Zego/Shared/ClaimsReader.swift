// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// Reads the members of the encrypted JSON object: each once, of its type and in its range.
struct ClaimsReader: Claims, ~Copyable {
  private let document: JSONDocument
  private let names: MemberNames
  private let values: Values
  private let checks: Checks

  /// The node of each member's value, in the order of the names; the root where there is none,
  /// which only a copy gets to read that does not ask for the member.
  private typealias Values = [8 of Int]

  init(
    _ plaintext: consuming [UInt8], members: MemberNames, checks: Checks = .all
  ) throws(Refusal) {
    let document = try Self.document(plaintext, checks)
    let values = try Self.values(in: document, members, checks)
    (self.document, names, self.values, self.checks) = (document, members, values, checks)
  }

  private static func document(
    _ plaintext: consuming [UInt8], _ checks: Checks
  ) throws(Refusal) -> JSONDocument {
    do throws(JSONError) {
      return try JSONDocument(taking: plaintext, maximumDepth: 64)
    } catch {
      try checks.refuse(
        Refusal(.claims, .jsonSyntax, field: "plaintext", offset: error.offset, error.detail))
      return JSONDocument.emptyObject
    }
  }

  private static func values(
    in document: JSONDocument, _ names: MemberNames, _ checks: Checks
  ) throws(Refusal) -> Values {
    let root = document.node(JSONDocument.root)
    var values = Values(repeating: JSONDocument.root)
    var index = root.kind == .object ? JSONDocument.root + 1 : root.next
    if root.kind != .object {
      try checks.refuse(
        Refusal(.claims, .jsonSyntax, field: "plaintext", offset: 0, "no JSON object"))
    }
    while index < root.next {
      if let member = names.texts.firstIndex(where: { document.isString(index, $0) }) {
        if values[member] != JSONDocument.root {
          try checks.refuse(
            Refusal(
              .claims, .memberDuplicate, field: names.texts[member],
              offset: document.node(index).start, "the member stands twice"))
        }
        values[member] = index + 1
      } else {
        try checks.refuse(
          Refusal(
            .claims, .memberUnknown, field: "plaintext", offset: document.node(index).start,
            "no member named '\(document.text(of: index).display)' is expected"))
      }
      index = document.node(index + 1).next
    }
    for member in 0..<names.count where values[member] == JSONDocument.root {
      try checks.refuse(
        Refusal(.claims, .memberMissing, field: names.texts[member], "the member is missing"))
    }
    return values
  }

  func integer<Value: FixedWidthInteger>(
    _ member: Int, in range: ClosedRange<Value>
  ) throws(Refusal) -> Value {
    let node = document.node(values[member])
    guard node.kind == .integer else {
      try refuseType(member, "an integer")
      return 0
    }
    let integer = document.int64(of: values[member])
    guard let value = integer.flatMap({ Value(exactly: $0) }), range.contains(value) else {
      try checks.refuse(
        Refusal(
          .claims, .memberRange, field: names.texts[member], offset: node.start,
          "\(document.lexemeText(of: values[member])) is not in"
            + " \(range.lowerBound)...\(range.upperBound)"))
      return Value(truncatingIfNeeded: integer ?? 0)
    }
    return value
  }

  func string(_ member: Int) throws(Refusal) -> String {
    let node = document.node(values[member])
    guard node.kind == .string else {
      try refuseType(member, "a string")
      return ""
    }
    if !node.issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate]) {
      try checks.refuse(
        Refusal(
          .claims, .jsonText, field: names.texts[member], offset: node.start,
          "the string is no Unicode text"))
      return document.text(of: values[member]).display
    }
    return document.string(of: values[member])
  }

  /// The members of an object whose names and values are integers.
  func integerMap(_ member: Int) throws(Refusal) -> [(key: Int, value: Int)] {
    guard document.nodes[values[member]].kind == .object, values[member] != JSONDocument.root else {
      try refuseType(member, "an object")
      return []
    }
    var map: [(key: Int, value: Int)] = []
    var index = values[member] + 1
    while index < document.nodes[values[member]].next {
      if let key = Int(document.text(of: index).display),
        document.nodes[index + 1].kind == .integer,
        let value = document.int64(of: index + 1).map({ Int($0) })
      {
        try refuseRepeated(key, of: member, in: map, at: index)
        map.append((key, value))
      } else {
        try refuseType(member, "an object of integers")
      }
      index = document.nodes[index + 1].next
    }
    return map
  }

  private func refuseRepeated(
    _ key: Int, of member: Int, in map: [(key: Int, value: Int)], at index: Int
  ) throws(Refusal) {
    guard map.contains(where: { $0.key == key }) else { return }
    try checks.refuse(
      Refusal(
        .claims, .memberDuplicate, field: names.texts[member],
        offset: document.nodes[index].start, "key \(key) stands twice"))
  }

  /// Refuses a value of another type; one that is missing was refused as such, or is not asked for.
  private func refuseType(_ member: Int, _ expected: String) throws(Refusal) {
    guard values[member] != JSONDocument.root else { return }
    let value = JSONValue(document, values[member])
    try checks.refuse(
      Refusal(
        .claims, .memberType, field: names.texts[member],
        offset: document.nodes[values[member]].start,
        "\(expected) is expected, \(value.kind) found"))
  }
}
