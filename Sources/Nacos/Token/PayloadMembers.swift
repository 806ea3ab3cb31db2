// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The two members of a payload.
struct PayloadMembers {
  private let document: JSONDocument
  private let checks: Checks
  private var sub: Int?
  private var exp: Int?

  init(_ document: JSONDocument, _ checks: Checks) throws(Refusal) {
    self.document = document
    self.checks = checks
    guard document.nodes[JSONDocument.root].kind == .object else {
      try checks.refuse(
        Refusal(.structure, .memberType, field: "payload", offset: 0, "an object is expected"))
      return
    }
    var index = JSONDocument.root + 1
    while index < document.nodes.count {
      try note(index)
      index = document.nodes[index + 1].next
    }
  }

  /// Takes the member whose name stands at a node.
  private mutating func note(_ name: Int) throws(Refusal) {
    if document.isString(name, "sub") {
      if sub != nil { try refuseSecond("sub", name) }
      sub = name + 1
    } else if document.isString(name, "exp") {
      if exp != nil { try refuseSecond("exp", name) }
      exp = name + 1
    }
  }

  private func refuseSecond(_ name: String, _ node: Int) throws(Refusal) {
    try checks.refuse(
      Refusal(
        .claims, .memberDuplicate, field: name, offset: document.nodes[node].start,
        "the member is there twice"))
  }

  /// The user, whom the token must name.
  func user() throws(Refusal) -> Text {
    guard let node = try present(sub, "sub") else { return Text("") }
    let found = document.nodes[node]
    if found.kind != .string || !found.issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate]) {
      try refuseType("sub", found, "Unicode text")
    }
    let user = found.kind == .string ? document.text(of: node) : Text(document.lexemeText(of: node))
    if user.isEmpty {
      try checks.refuse(
        Refusal(.claims, .memberMissing, field: "sub", offset: found.start, "it is empty"))
    }
    return user
  }

  /// The second of the end.
  func end() throws(Refusal) -> Int64 {
    guard let node = try present(exp, "exp") else { return 0 }
    let found = document.nodes[node]
    guard let second = document.int64(of: node) else {
      try refuseType("exp", found, "an integer of 64 bits")
      return 0
    }
    return second
  }

  private func present(_ node: Int?, _ name: String) throws(Refusal) -> Int? {
    guard let node, document.nodes[node].kind != .null else {
      try checks.refuse(
        Refusal(.claims, .memberMissing, field: name, "the member is missing"))
      return nil
    }
    return node
  }

  private func refuseType(
    _ name: String, _ node: JSONDocument.Node, _ expected: String
  ) throws(Refusal) {
    try checks.refuse(
      Refusal(
        .claims, .memberType, field: name, offset: node.start, "\(expected) is expected"))
  }
}
