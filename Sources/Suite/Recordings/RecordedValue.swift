// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

// Values that JSON cannot hold plainly stand in a recording as small objects.
extension JSONValue {
  /// The longest text that all the `repeat`s of a line may stand for.
  static let longestRepetition = 64 << 20

  /// Reads a value and resolves `{"hex"}`, `{"repeat"}` and `{"int"}`; takes what a `repeat` stands
  /// for out of the room that is left.
  init(recorded document: JSONDocument, _ node: Int, room: inout Int) throws(LineError) {
    switch document.nodes[node].kind {
    case .object:
      if let value = try Self.special(document, node, room: &room) {
        self = value
      } else {
        self = .object(try JSONObject(recorded: document, node, room: &room))
      }
    case .array:
      var values: [JSONValue] = []
      for child in document.children(of: node) {
        values.append(try JSONValue(recorded: document, child, room: &room))
      }
      self = .array(values)
    default:
      self.init(document, node)
    }
  }

  private static func special(
    _ document: JSONDocument, _ node: Int, room: inout Int
  ) throws(LineError) -> JSONValue? {
    guard let first = document.firstName(of: node) else { return nil }
    for (name, form) in forms where document.isString(first, name) {
      let object = JSONObject(plain: document, node)
      do throws(FormError) {
        return try form(object, &room)
      } catch {
        throw LineError(offset: document.nodes[node].start, reason: error.words)
      }
    }
    return nil
  }

  private struct FormError: Error {
    let words: String
  }

  private typealias Form =
    @Sendable (_ object: JSONObject, _ room: inout Int) throws(FormError) -> JSONValue?

  private static let forms: [(String, Form)] = [
    ("hex", hex), ("repeat", repetition), ("int", integer),
  ]

  private static func hex(
    _ object: JSONObject, _ room: inout Int
  ) throws(FormError) -> JSONValue? {
    guard object.names(within: ["hex", "utf16be"]), let digits = object["hex"]?.text else {
      return nil
    }
    do throws(FormatError) {
      return .string(Text(try Hex.decode(digits.bytes.span)))
    } catch {
      throw FormError(words: error.description)
    }
  }

  private static func repetition(
    _ object: JSONObject, _ room: inout Int
  ) throws(FormError) -> JSONValue? {
    guard object.names(within: ["repeat", "count", "before", "after"]),
      let unit = object["repeat"]?.text, let count = object["count"]?.int
    else { return nil }
    guard count >= 0 else { throw FormError(words: "count: \(count) is negative") }
    let (length, overflow) = count.multipliedReportingOverflow(by: unit.bytes.count)
    guard !overflow, length <= room else {
      throw FormError(
        words:
          "count: \(count) × \(unit.bytes.count) bytes are more than the \(room) left to the line"
      )
    }
    room -= length
    let (before, after) = (object["before"]?.text?.bytes, object["after"]?.text?.bytes)
    return .string(Text((before ?? []) + repeated(unit.bytes, to: length) + (after ?? [])))
  }

  /// The unit over and over, made by doubling.
  private static func repeated(_ unit: [UInt8], to length: Int) -> [UInt8] {
    guard length > 0 else { return [] }
    var bytes = unit
    bytes.reserveCapacity(length)
    while bytes.count < length { bytes += bytes.prefix(length - bytes.count) }
    return bytes
  }

  private static func integer(
    _ object: JSONObject, _ room: inout Int
  ) throws(FormError) -> JSONValue? {
    guard object.names(within: ["int"]), let digits = object["int"]?.text else { return nil }
    guard let document = try? JSONDocument(parsing: digits.bytes.span),
      document.nodes.first?.kind == .integer
    else { throw FormError(words: "int: '\(digits)' is no integer") }
    return .integer(lexeme: digits.display)
  }
}

extension JSONObject {
  init(recorded document: JSONDocument, _ node: Int, room: inout Int) throws(LineError) {
    self.init()
    members.reserveCapacity((document.nodes[node].next - node) / 2)
    var index = node + 1
    while index < document.nodes[node].next {
      members.append(
        Member(
          name: document.text(of: index),
          value: try JSONValue(recorded: document, index + 1, room: &room)))
      index = document.nodes[index + 1].next
    }
  }

  fileprivate init(plain document: JSONDocument, _ node: Int) {
    self = JSONValue(document, node).object ?? JSONObject()
  }

  fileprivate func names(within allowed: [String]) -> Bool {
    members.allSatisfy { allowed.contains($0.name.display) }
  }
}

extension JSONDocument {
  fileprivate func firstName(of node: Int) -> Int? {
    nodes[node].next > node + 1 ? node + 1 : nil
  }
}
