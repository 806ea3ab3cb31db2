// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

// Edits of what is signed, and of what is asked.
extension Draft007 {
  static let ofInfo = [
    edit("sets-number", "layout", "a number of the info is another") {
      let index = try $0.index($1)
      let value = try $1.place("value")
      $0.fields[index].bytes = Array(littleEndian: value, count: $0.fields[index].bytes.count)
    },
    edit("swaps-bytes", "layout", "a number of the info is big-endian") {
      $0.fields[try $0.index($1)].bytes.reverse()
    },
    edit("sets-text", "layout", "a text of the info is another, with its length") {
      let index = try $0.index($1)
      let bytes = try $1.bytes("text")
      guard index > 0 else { throw VectorError("the field has no length in front") }
      $0.fields[index].bytes = bytes
      $0.fields[index - 1].bytes = Array(littleEndian: bytes.count, count: 2)
    },
    edit("drops-field", "layout", "a field of the info is gone") {
      $0.fields.remove(at: try $0.index($1))
    },
    edit("ends-in", "layout", "the info ends in a field, of which some bytes are left") {
      let index = try $0.index($1)
      $0.fields[index].bytes = Array($0.fields[index].bytes.prefix(try $1.place("count")))
      $0.fields.removeSubrange((index + 1)...)
    },
    edit("appends-to-info", "trailing", "bytes follow the last service") {
      $0.fields.append(Field(name: "unread", bytes: try $1.bytes("bytes")))
    },
    edit("drops-services", "layout", "no service is left") { draft, _ in
      let index = try draft.index(["field": "service-count"])
      draft.fields[index].bytes = [0, 0]
      draft.fields.removeSubrange((index + 1)...)
    },
    edit("adds-services", "inflate", "services for messages with long users follow") {
      let (count, length) = (try $1.place("count"), try $1.place("length"))
      try $0.addServices(count, length)
    },
  ]

  static let ofQuestion = [
    edit("asks", "channel", "a wish of the question is another") {
      for member in $1.members { $0.question.input[member.name.display] = member.value }
    },
    edit("asks-at", "expiry", "it is another second") {
      $0.question.now = .second(try $1.integer("second"))
    },
  ]

  private mutating func addServices(_ count: Int, _ length: Int) throws {
    let index = try index(["field": "service-count"])
    let known = fields[index].bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    fields[index].bytes = Array(littleEndian: known + count, count: 2)
    let service =
      [2, 0, 0, 0] + Array(littleEndian: length, count: 2)
      + [UInt8](repeating: UInt8(ascii: "u"), count: length)
    for _ in 0..<count { fields.append(Field(name: "service", bytes: service)) }
  }

  /// The place of the field that is named, or of one of several with that name.
  private func index(_ arguments: JSONObject) throws -> Int {
    let name = try arguments.string("field")
    let places = fields.indices.filter { fields[$0].name == name }
    let which = arguments["nth"]?.int ?? 0
    guard places.indices.contains(which) else { throw VectorError("there is no field '\(name)'") }
    return places[which]
  }
}

extension JSONObject {
  /// A place in bytes, from their end where it is negative.
  func place(in bytes: [UInt8]) throws -> Int {
    let place = try self.place("at")
    let found = place < 0 ? bytes.count + place : place
    guard (0...bytes.count).contains(found) else { throw VectorError("there is no byte \(place)") }
    return found
  }

  /// Bytes with one bit of the one at a place changed.
  func flipped(_ bytes: [UInt8]) throws -> [UInt8] {
    let place = try self.place(in: bytes)
    guard bytes.indices.contains(place) else { throw VectorError("there is no byte \(place)") }
    var bytes = bytes
    bytes[place] ^= 1 << UInt8(truncatingIfNeeded: try self.place("bit") & 7)
    return bytes
  }
}

extension [UInt8] {
  /// The low bytes of a number, the lowest first.
  init(littleEndian value: Int, count: Int) {
    self = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
