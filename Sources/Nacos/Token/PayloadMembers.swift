// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The members of a payload, by name.
struct PayloadMembers {
  private let document: JSONDocument

  init(_ document: JSONDocument) throws(Refusal) {
    guard document.nodes[JSONDocument.root].kind == .object else {
      throw Refusal(
        .claims, .memberType, field: "payload", offset: 0, "an object is expected")
    }
    self.document = document
  }

  func text(_ name: String) throws(Refusal) -> Text {
    let node = try node(name)
    let found = document.nodes[node]
    guard found.kind == .string, found.issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate])
    else { throw wrongType(name, found, "Unicode text") }
    let text = document.text(of: node)
    guard !text.isEmpty else {
      throw Refusal(.claims, .memberMissing, field: name, offset: found.start, "it is empty")
    }
    return text
  }

  func second(_ name: String) throws(Refusal) -> Int64 {
    let node = try node(name)
    guard let second = document.int64(of: node) else {
      throw wrongType(name, document.nodes[node], "an integer of 64 bits")
    }
    return second
  }

  /// The value of the only member of that name.
  private func node(_ name: String) throws(Refusal) -> Int {
    var found: Int?
    var index = JSONDocument.root + 1
    while index < document.nodes.count {
      if document.isString(index, name) {
        guard found == nil else {
          throw Refusal(
            .claims, .memberType, field: name, offset: document.nodes[index].start,
            "the member is there twice")
        }
        found = index + 1
      }
      index = document.nodes[index + 1].next
    }
    guard let found, document.nodes[found].kind != .null else {
      throw Refusal(.claims, .memberMissing, field: name, "the member is missing")
    }
    return found
  }

  private func wrongType(
    _ name: String, _ node: JSONDocument.Node, _ expected: String
  ) -> Refusal {
    Refusal(.claims, .memberType, field: name, offset: node.start, "\(expected) is expected")
  }
}
