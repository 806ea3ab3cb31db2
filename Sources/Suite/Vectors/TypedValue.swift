// SPDX-License-Identifier: MIT

internal import Bytes
public import JSON

// Values as a vector has them: every scalar says its type and stands as text, so that no language
// loses a digit or a byte of it.
extension JSONValue {
  /// `{"int"}`, `{"float"}`, `{"text"}`, `{"hex"}`, `{"repeat", "count"}` or `{"members"}`; the rest
  /// as in JSON.
  public var typed: JSONValue {
    switch self {
    case .null, .bool: self
    case .integer(let lexeme): .object(["int": .string(lexeme)])
    case .float(let lexeme): .object(["float": .string(lexeme)])
    case .string(let text) where text.quality == .utf8:
      text.repetition.map { ["repeat": .string($0), "count": .string(String($1))] }
        ?? ["text": .string(text)]
    case .string(let text): .object(["hex": .string(Hex.encode(text.bytes))])
    case .array(let values): .array(values.map(\.typed))
    case .object(let object): .object(["members": .object(object.typed)])
    }
  }

  /// The value that a typed one stands for.
  init(typed value: JSONValue) throws(VectorError) {
    switch value {
    case .null, .bool: self = value
    case .array(let values):
      self = .array(try values.map { value throws(VectorError) in try JSONValue(typed: value) })
    case .object(let object): self = try Self.scalar(object)
    default: throw VectorError("\(value.kind) stands where a typed value is expected")
    }
  }

  private static func scalar(_ object: JSONObject) throws(VectorError) -> JSONValue {
    if object.members.count == 2, let unit = object["repeat"]?.text, let count = object["count"] {
      return .string(try repeated(unit, count))
    }
    guard object.members.count == 1, let member = object.members.first else {
      throw VectorError("a typed value has one member, this has \(object.members.count)")
    }
    switch (member.name.display, member.value) {
    case ("members", .object(let members)): return .object(try JSONObject(typed: members))
    case ("text", .string(let text)): return .string(text)
    case ("hex", .string(let digits)): return .string(try bytes(digits))
    case ("int", .string(let lexeme)): return try number(lexeme, .integer)
    case ("float", .string(let lexeme)): return try number(lexeme, .float)
    default: throw VectorError("'\(member.name.display)' is no type of a value")
    }
  }

  private static func repeated(_ unit: Text, _ count: JSONValue) throws(VectorError) -> Text {
    guard let count = count.string.flatMap({ Int($0) }), 0...Text.longestRepetition ~= count,
      unit.bytes.count <= Text.longestUnit
    else { throw VectorError("count: a number of repetitions is expected") }
    let length = unit.bytes.count * count
    var bytes = Array(unit.bytes.prefix(length))
    while bytes.count < length { bytes += bytes.prefix(length - bytes.count) }
    return Text(bytes)
  }

  private static func bytes(_ digits: Text) throws(VectorError) -> Text {
    guard let bytes = try? Hex.decode(digits.bytes.span) else {
      throw VectorError("hex: '\(digits)' is not hexadecimal")
    }
    return Text(bytes)
  }

  private static func number(
    _ lexeme: Text, _ kind: JSONDocument.Kind
  ) throws(VectorError) -> JSONValue {
    guard let document = try? JSONDocument(parsing: lexeme.bytes.span),
      document.nodes.first?.kind == kind
    else { throw VectorError("'\(lexeme)' is not the \(kind) that it is said to be") }
    return JSONValue(document, JSONDocument.root)
  }
}

extension JSONObject {
  public var typed: JSONObject {
    JSONObject(members.map { Member(name: $0.name, value: $0.value.typed) })
  }

  public init(typed object: JSONObject) throws(VectorError) {
    self.init(
      try object.members.map { member throws(VectorError) in
        Member(name: member.name, value: try JSONValue(typed: member.value))
      })
  }
}

extension Text {
  fileprivate static let longestUnit = 32
  fileprivate static let longestRepetition = 1 << 20
  /// What is shorter is written out.
  private static let shortestRepetition = 512

  /// The unit that a long text repeats, and how often.
  fileprivate var repetition: (unit: Text, count: Int)? {
    guard bytes.count >= Self.shortestRepetition else { return nil }
    let length = (1...Self.longestUnit).first { length in
      bytes.count % length == 0
        && bytes.indices.dropFirst(length).allSatisfy {
          bytes[$0] == bytes[$0 - length]
        }
    }
    return length.map { (Text(Array(bytes.prefix($0))), bytes.count / $0) }
  }
}
