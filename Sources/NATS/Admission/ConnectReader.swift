// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

/// Reads the object of a CONNECT line into what is known of a client.
///
/// A reader keeps its memory from one line to the next.
public struct ConnectReader: Sendable {
  public let rules: ConnectRules
  private let checks: Checks
  private var document = JSONDocument()
  /// The members that came, by their place in the table.
  private var seen: UInt32 = 0

  public init(_ rules: ConnectRules = ConnectRules(), checks: Checks = .all) {
    self.rules = rules
    self.checks = checks
  }

  /// Adds what a line says to what earlier ones said.
  public mutating func read(
    _ line: Span<UInt8>, into options: inout ConnectRequest
  ) throws(Refusal) {
    try parse(line)
    seen = 0
    switch document.node(JSONDocument.root).kind {
    case .object: try readMembers(into: &options)
    case .null where rules.ignoresNull: return
    default:
      try checks.refuse(
        Refusal(.structure, .memberType, field: "connect", offset: 0, "an object is expected"))
    }
  }

  private mutating func parse(_ line: Span<UInt8>) throws(Refusal) {
    do throws(JSONError) {
      try document.parse(line, maximumDepth: rules.deepest)
    } catch {
      try checks.refuse(
        Refusal(.encoding, .jsonSyntax, field: "connect", offset: error.offset, error.detail))
      document = .emptyObject
    }
  }

  private mutating func readMembers(into options: inout ConnectRequest) throws(Refusal) {
    let end = document.node(JSONDocument.root).next
    var index = JSONDocument.root + 1
    while index < end {
      if let member = try member(named: index) {
        try read(member, index + 1, into: &options)
      }
      index = document.node(index + 1).next
    }
  }

  /// The member of a name; nothing where it is unknown, and may be.
  private mutating func member(named node: Int) throws(Refusal) -> ConnectMember? {
    guard let member = find(node), member.isDocumented || rules.ignoresUnknown else {
      if rules.ignoresUnknown { return nil }
      throw refusal(.memberUnknown, node, "a member of the documentation is expected")
    }
    let bit: UInt32 = 1 << UInt32(member.id.rawValue)
    guard seen & bit == 0 || rules.takesLast else {
      throw refusal(.memberDuplicate, node, "each member is expected once")
    }
    seen |= bit
    return member
  }

  private func find(_ node: Int) -> ConnectMember? {
    if document.node(node).issues.isEmpty {
      let name = content(of: node)
      let exact = ConnectMember.named(document.bytes.span.extracting(name))
      guard exact == nil, rules.foldsNames else { return exact }
      return .folded(document.bytes.span.extracting(name))
    }
    let name = decoded(node)
    return rules.foldsNames ? .folded(name.span) : .named(name.span)
  }

  private func read(
    _ member: ConnectMember, _ node: Int, into options: inout ConnectRequest
  ) throws(Refusal) {
    let kind = document.node(node).kind
    if kind == .null, rules.ignoresNull { return }
    switch (member.kind, kind) {
    case (.flag, .true), (.flag, .false): return options.set(member.id, kind == .true)
    case (.text, .string):
      try checkText(node)
      return options.set(member.id, Text(decoded(node)))
    case (.text, .integer) where rules.takesNumbers, (.text, .float) where rules.takesNumbers:
      return options.set(member.id, Text(Array(document.lexeme(of: node))))
    case (.integer, .integer):
      if let value = document.int64(of: node) { return options.protocolVersion = value }
    case (.permissions, .object) where ConnectPermissions.holds(document, node): return
    default: break
    }
    try checks.refuse(
      refusal(.memberType, node, "the value has another type than the documentation says"))
    options.clear(member)
  }

  private func checkText(_ node: Int) throws(Refusal) {
    guard !rules.replacesBadText,
      !document.node(node).issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate])
    else { return }
    throw refusal(.text, node, "Unicode text is expected")
  }

  private func content(of node: Int) -> Range<Int> {
    let node = document.node(node)
    return node.start + 1..<node.end - 1
  }

  private func decoded(_ node: Int) -> [UInt8] {
    let content = document.bytes.span.extracting(content(of: node))
    return document.node(node).issues.isEmpty
      ? [UInt8](copying: content) : ConnectText.decode(content)
  }

  private func refusal(_ reason: NATSReason, _ node: Int, _ detail: String) -> Refusal {
    Refusal(
      .structure, reason, field: "connect", offset: document.node(node).start, detail)
  }
}
