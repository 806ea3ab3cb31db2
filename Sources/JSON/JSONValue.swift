// SPDX-License-Identifier: MIT

public import Bytes

/// A JSON value on its own, in the order and with the lexemes it was written with.
public enum JSONValue: Hashable, Sendable, ExpressibleByStringLiteral {
  case null
  case bool(Bool)
  case integer(lexeme: String)
  case float(lexeme: String)
  case string(Text)
  case array([JSONValue])
  case object(JSONObject)

  public init(parsing text: Span<UInt8>) throws(JSONError) {
    self.init(try JSONDocument(parsing: text), JSONDocument.root)
  }

  public init(parsing text: String) throws(JSONError) {
    let bytes = Array(text.utf8)
    try self.init(parsing: bytes.span)
  }

  public init(_ document: JSONDocument, _ node: Int) {
    switch document.nodes[node].kind {
    case .null: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .integer: self = .integer(lexeme: document.lexemeText(of: node))
    case .float: self = .float(lexeme: document.lexemeText(of: node))
    case .string: self = .string(document.text(of: node))
    case .array: self = .array(document.children(of: node).map { JSONValue(document, $0) })
    case .object: self = .object(JSONObject(document, node))
    }
  }

  @inlinable
  public static func integer(_ value: some BinaryInteger) -> JSONValue {
    .integer(lexeme: String(value))
  }

  public static func string(_ value: String) -> JSONValue { .string(Text(value)) }

  public var string: String? {
    if case .string(let text) = self { text.string } else { nil }
  }

  public var text: Text? {
    if case .string(let text) = self { text } else { nil }
  }

  public var int64: Int64? {
    if case .integer(let lexeme) = self { Int64(lexeme) } else { nil }
  }

  public var int: Int? {
    if case .integer(let lexeme) = self { Int(lexeme) } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  public init(stringLiteral value: String) { self = .string(Text(value)) }

  /// The member of an object, or nothing where the value is no object.
  public subscript(name: String) -> JSONValue? { object?[name] }

  /// What kind of value it is, for people.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// The members of a JSON object: their order and their duplicates stay.
public struct JSONObject: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public let name: Text
    public let value: JSONValue

    public init(name: Text, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  public var members: [Member]

  public init(_ members: [Member] = []) {
    self.members = members
  }

  init(_ document: JSONDocument, _ node: Int) {
    members = []
    let end = document.nodes[node].next
    members.reserveCapacity((end - node) / 2)
    var name = node + 1
    while name < end {
      members.append(
        Member(name: document.text(of: name), value: JSONValue(document, name + 1)))
      name = document.nodes[name + 1].next
    }
  }

  /// The first member of that name; a new one goes to the end.
  public subscript(name: String) -> JSONValue? {
    get { index(of: name).map { members[$0].value } }
    set {
      let known = index(of: name)
      guard let newValue else {
        if let known { members.remove(at: known) }
        return
      }
      let member = Member(name: Text(name), value: newValue)
      if let known { members[known] = member } else { members.append(member) }
    }
  }

  private func index(of name: String) -> Int? {
    let wanted = name.utf8.span
    for index in members.indices where members[index].name.equals(wanted) { return index }
    return nil
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(name: Text($0.0), value: $0.1) })
  }

  /// The members of both, the left ones first.
  public static func + (left: JSONObject, right: JSONObject) -> JSONObject {
    JSONObject(left.members + right.members)
  }
}

extension JSONDocument {
  /// The value of the first member of that name, where the text is an object.
  public func member(_ name: String) -> JSONValue? {
    guard nodes[Self.root].kind == .object else { return nil }
    var index = Self.root + 1
    while index < nodes.count {
      if isString(index, name) { return JSONValue(self, index + 1) }
      index = nodes[index + 1].next
    }
    return nil
  }

  /// A number as it was written.
  public func lexemeText(of node: Int) -> String {
    String(decoding: lexeme(of: node), as: UTF8.self)
  }
}
