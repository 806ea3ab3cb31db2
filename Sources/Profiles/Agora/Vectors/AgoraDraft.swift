// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A question to an opener, its token taken apart; sealed again, everything outside a change holds.
protocol AgoraDraft: SendableMetatype {
  /// Takes the token of a question apart that opens.
  init(_ question: VectorQuestion) throws
  /// The question with the token sealed again.
  var question: VectorQuestion { get }

  /// The members of the question, without the token.
  var input: JSONObject { get set }
  var now: VectorQuestion.Moment { get set }
  /// Changes of a layer, made when it has been computed.
  var changes: [DraftLayer: LayerChange] { get set }

  /// What the ids of the edits begin with.
  static var system: String { get }
  static var edits: [Edit<Self>] { get }
}

/// A layer of a token whose bytes can be changed.
enum DraftLayer: String {
  case message
  case content
  case text
}

extension AgoraDraft {
  typealias Change = @Sendable (inout Self, JSONObject) throws -> Void

  static func edit(named name: String) throws -> Edit<Self> {
    guard let edit = edits.first(where: { $0.info.id == "\(system).\(name)" }) else {
      throw VectorError("there is no edit '\(name)'")
    }
    return edit
  }

  static func edit(
    _ name: String, _ clause: String, _ words: String, _ change: @escaping Change
  ) -> Edit<Self> {
    Edit("\(system).\(name)", clause: "\(system).open.\(clause)", words, change: change)
  }

  /// The edits of the bytes of any layer, and of the question.
  static func commonEdits(
    form: String, lengths: String, trailing: String, time: String
  ) -> [Edit<Self>] {
    [
      edit("cuts", lengths, "a layer ends before its end") {
        let end = try $1.place("to")
        try $0.change($1) { $0.cut(to: end) }
      },
      edit("appends", trailing, "bytes after the end of a layer") {
        let more = try $1.bytes("bytes")
        try $0.change($1) { $0.append(more) }
      },
      edit("replaces", form, "other bytes in place of some of a layer") {
        let (place, count, more) = (try $1.place("at"), try $1.place("count"), try $1.bytes("by"))
        try $0.change($1) { $0.replace(at: place, count: count, by: more) }
      },
      edit("flips-bit", "signature", "one bit of a layer is another") {
        let (place, bit) = (try $1.place("byte"), try $1.place("bit"))
        try $0.change($1) { $0.flip(bit: bit, of: place) }
      },
      edit("asks", "signature", "opened with or for something else") {
        for member in $1.members { $0.input[member.name.display] = member.value }
      },
      edit("asks-at", time, "opened at another time") {
        $0.now = .second(try $1.integer("second"))
      },
    ]
  }

  private mutating func change(
    _ arguments: JSONObject, _ change: (inout LayerChange) -> Void
  ) throws {
    let name = try arguments.string("layer")
    guard let layer = DraftLayer(rawValue: name) else { throw VectorError("no layer '\(name)'") }
    change(&changes[layer, default: LayerChange()])
  }

  func changed(_ layer: DraftLayer, _ bytes: [UInt8]) -> [UInt8] {
    changes[layer]?(bytes) ?? bytes
  }

  func question(with token: [UInt8]) -> VectorQuestion {
    let token: JSONObject = ["token": .string(Text(token))]
    return VectorQuestion(
      op: VectorQuestion.open, input: JSONObject(token.members + input.members), now: now)
  }
}
