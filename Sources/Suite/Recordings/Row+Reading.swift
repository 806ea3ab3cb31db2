// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

extension Row {
  /// Reads one line after the header, which says how the world is set up.
  init(line document: JSONDocument, world: JSONObject) throws(LineError) {
    var row = PartialRow()
    try document.forEachMember { name, value throws(LineError) in
      try row.take(name, value, document)
    }
    id = try row.required(row.id, "id")
    title = row.title
    group = row.group
    question = Question(
      op: try row.required(row.op, "op"), input: try row.required(row.input, "input"),
      call: row.call, at: row.more["at"]?.int64, world: world)
    answer = Answer(
      try row.required(row.outcome, "outcome"), token: row.token, error: row.error, more: row.more)
  }
}

/// The members of a row as they come.
private struct PartialRow {
  var id: String?
  var op: String?
  var title = ""
  var group: String?
  var input: JSONObject?
  var call = JSONObject()
  var outcome: Outcome?
  var token: Text?
  var error: ErrorAnswer?
  var more = JSONObject()
  private var room = JSONValue.longestRepetition

  mutating func take(_ name: Int, _ value: Int, _ document: JSONDocument) throws(LineError) {
    let offset = document.nodes[value].start
    if document.isString(name, "id") {
      id = try document.requiredString(value, "id")
    } else if document.isString(name, "op") {
      op = try document.requiredString(value, "op")
    } else if document.isString(name, "title") {
      title = try document.requiredString(value, "title")
    } else if document.isString(name, "group") {
      group = try document.requiredString(value, "group")
    } else if document.isString(name, "input") {
      input = try object(value, "input", document)
    } else if document.isString(name, "call") {
      call = try object(value, "call", document)
    } else if document.isString(name, "outcome") {
      outcome = Outcome(rawValue: try document.requiredString(value, "outcome"))
      guard outcome != nil else {
        let known = Outcome.allCases.map(\.rawValue).joined(separator: " ")
        throw LineError(offset: offset, reason: "outcome: one of \(known) is expected")
      }
    } else if document.isString(name, "token") {
      token = try document.requiredText(value, "token")
    } else if document.isString(name, "tokenHex") {
      token = try hex(value, document)
    } else if document.isString(name, "error") {
      error = try ErrorAnswer(document, value, room: &room)
    } else {
      let member = JSONObject.Member(
        name: document.text(of: name), value: try JSONValue(recorded: document, value, room: &room))
      more.members.append(member)
    }
  }

  private mutating func object(
    _ value: Int, _ name: String, _ document: JSONDocument
  ) throws(LineError) -> JSONObject {
    guard document.nodes[value].kind == .object else {
      throw LineError(
        offset: document.nodes[value].start, reason: "\(name): an object is expected")
    }
    return try JSONObject(recorded: document, value, room: &room)
  }

  private func hex(_ value: Int, _ document: JSONDocument) throws(LineError) -> Text {
    let digits = try document.requiredText(value, "tokenHex")
    do throws(FormatError) {
      return Text(try Hex.decode(digits.bytes.span, field: "tokenHex"))
    } catch {
      throw LineError(
        offset: document.nodes[value].start + 1 + error.offset, reason: error.description)
    }
  }

  func required<Value>(_ value: Value?, _ name: String) throws(LineError) -> Value {
    guard let value else { throw LineError(offset: 0, reason: "\(name): the member is missing") }
    return value
  }
}

extension ErrorAnswer {
  fileprivate init(_ document: JSONDocument, _ node: Int, room: inout Int) throws(LineError) {
    let value = try JSONValue(recorded: document, node, room: &room)
    let message = value["message"]?.text?.display
    if let kind = value["kind"]?.string {
      self.init(kind: kind, message: message)
    } else {
      self.init(
        code: value["code"] ?? .null,
        type: value["type"]?.string ?? value["class"]?.string ?? "", message: message)
    }
  }
}

extension JSONDocument {
  func forEachMember(
    _ body: (_ name: Int, _ value: Int) throws(LineError) -> Void
  ) throws(LineError) {
    guard nodes[Self.root].kind == .object else {
      throw LineError(offset: nodes[Self.root].start, reason: "a JSON object is expected")
    }
    var index = Self.root + 1
    while index < nodes.count {
      try body(index, index + 1)
      index = nodes[index + 1].next
    }
  }

  func requiredText(_ node: Int, _ name: String) throws(LineError) -> Text {
    try requireString(node, name)
    return text(of: node)
  }

  private func requireString(_ node: Int, _ name: String) throws(LineError) {
    guard nodes[node].kind == .string else {
      throw LineError(offset: nodes[node].start, reason: "\(name): a string is expected")
    }
  }

  func requiredString(_ node: Int, _ name: String) throws(LineError) -> String {
    try requireString(node, name)
    guard nodes[node].issues.isDisjoint(with: [.invalidUTF8, .loneSurrogate]) else {
      throw LineError(offset: nodes[node].start, reason: "\(name): Unicode text is expected")
    }
    return string(of: node)
  }
}
