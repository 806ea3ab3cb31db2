// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
public import JSON

// The way back. What is read was written by the generator, or is refused with the place.
extension VectorFile {
  public init(path: String) throws {
    self = try VectorFile(InputFile.contents(of: path, limit: 1 << 20), of: path)
  }

  init(_ bytes: [UInt8], of path: String) throws(FileError) {
    do {
      self = try VectorFile(JSONValue(parsing: bytes.span))
    } catch {
      throw FileError(path: path, words: "\(error)")
    }
  }

  init(_ value: JSONValue) throws(VectorError) {
    let file = try Members(value, "the file")
    guard try file.integer("vectors") == Int64(Self.version) else {
      throw VectorError("vectors: version \(Self.version) is expected")
    }
    self.init(
      format: try file.text("format"), op: try file.text("op"), topic: try file.text("topic"),
      about: try file.text("about"),
      notes: try file.members("notes").map { member throws(VectorError) in
        let note = try Members(member.value, "note \(member.name)")
        return VectorNote(
          member.name.display, try note.word("bug"), try note.text("words"))
      },
      groups: try file.list("groups").map { value throws(VectorError) in
        try VectorGroup(Members(value, "a group"))
      })
  }
}

extension VectorGroup {
  fileprivate init(_ group: Members) throws(VectorError) {
    let source = try Members(group.value("source"), "source")
    self.init(
      try group.list("vectors").map { value throws(VectorError) in try Vector(value) },
      from: Source(
        try source.word("kind"), try source.text("name"), version: try source.text("version")))
  }
}

extension Vector {
  public init(_ value: JSONValue) throws(VectorError) {
    let id = try Members(value, "a vector").text("id")
    do throws(VectorError) {
      try self.init(Members(value, "the vector"), id: id)
    } catch {
      throw VectorError("\(id): \(error)")
    }
  }

  private init(_ vector: Members, id: String) throws(VectorError) {
    self.init(
      id: id, level: try vector.word("level"), clauses: try vector.texts("clauses"),
      flags: try vector.texts("flags"), comment: try vector.text("comment"),
      question: try VectorQuestion(vector), expectation: try Expectation(vector),
      derivation: try vector.optional("derivedFrom").map { value throws(VectorError) in
        try Derivation(Members(value, "derivedFrom"))
      })
  }
}

extension VectorQuestion {
  /// The question of a message that has the members of a vector.
  public init(_ message: JSONValue) throws(VectorError) {
    try self.init(Members(message, "a question"))
  }

  fileprivate init(_ vector: Members) throws(VectorError) {
    self.init(
      op: try vector.text("op"), input: try vector.typed("in"), inject: try vector.typed("inject"),
      now: try Moment(vector.optional("now")), world: try vector.typed("world"))
  }
}

extension VectorQuestion.Moment {
  fileprivate init(_ value: JSONValue?) throws(VectorError) {
    switch value {
    case nil: self = .timeless
    case .string("port"): self = .ownClock
    case .some(let value):
      guard let second = try JSONValue(typed: value).int64 else {
        throw VectorError("now: a second or \"port\" is expected")
      }
      self = .second(second)
    }
  }
}

extension Expectation {
  fileprivate init(_ vector: Members) throws(VectorError) {
    let expect = try Members(vector.value("expect"), "expect")
    let comparison: Comparison? =
      vector.optional("compare") == nil ? nil : try vector.word("compare")
    let verdict: Verdict =
      try expect.text("verdict") == Self.accept
      ? .accept(try expect.typed("answer"))
      : .reject(
        Check(try expect.word("stage"), try expect.text("reason"), try expect.text("field")))
    self.init(
      verdict, comparison: comparison,
      alsoAllowed: expect.optional("alsoAllowed") == nil ? [] : try expect.texts("alsoAllowed"))
  }
}

extension Derivation {
  fileprivate init(_ members: Members) throws(VectorError) {
    self.init(
      parent: try members.text("parent"), edit: try members.text("edit"),
      arguments: try members.typed("arguments"))
  }
}

/// The members of an object that must have them.
private struct Members {
  private let object: JSONObject
  private let owner: String

  init(_ value: JSONValue, _ owner: String) throws(VectorError) {
    guard let object = value.object else {
      throw VectorError("\(owner): an object is expected, not \(value.kind)")
    }
    (self.object, self.owner) = (object, owner)
  }

  func optional(_ name: String) -> JSONValue? { object[name] }

  func value(_ name: String) throws(VectorError) -> JSONValue {
    guard let value = object[name] else { throw VectorError("\(owner): '\(name)' is missing") }
    return value
  }

  func text(_ name: String) throws(VectorError) -> String {
    guard let text = try value(name).string else { throw wrong(name, "a string") }
    return text
  }

  func integer(_ name: String) throws(VectorError) -> Int64 {
    guard let number = try value(name).int64 else { throw wrong(name, "an integer") }
    return number
  }

  func list(_ name: String) throws(VectorError) -> [JSONValue] {
    guard let list = try value(name).array else { throw wrong(name, "a list") }
    return list
  }

  func texts(_ name: String) throws(VectorError) -> [String] {
    try list(name).map { value throws(VectorError) in
      guard let text = value.string else { throw wrong(name, "a list of strings") }
      return text
    }
  }

  func members(_ name: String) throws(VectorError) -> [JSONObject.Member] {
    guard let object = try value(name).object else { throw wrong(name, "an object") }
    return object.members
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws(VectorError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text(name)) else {
      throw wrong(name, "one of \(Word.allCases.map(\.rawValue).joined(separator: " "))")
    }
    return word
  }

  /// Typed members, or none where the object is not there.
  func typed(_ name: String) throws(VectorError) -> JSONObject {
    guard object[name] != nil else { return [:] }
    return try JSONObject(typed: JSONObject(members(name)))
  }

  private func wrong(_ name: String, _ expected: String) -> VectorError {
    VectorError("\(owner): '\(name)' is not \(expected)")
  }
}
