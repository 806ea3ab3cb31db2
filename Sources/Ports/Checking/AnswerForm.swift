// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// The form that the vectors of an operation give to its answers.
struct AnswerForm {
  /// The kinds of values by the names of the members, one level down too.
  private typealias Shape = [String: (kinds: Set<String>, members: [String: Set<String>])]

  private let shape: Shape
  /// STAGE/REASON of every refusal of the format.
  private let refusals: Set<String>

  /// Of the questions of a format.
  init(of operation: String, in questions: [PortQuestion], _ model: any VectorModel) {
    var shape: Shape = [:]
    for vector in questions.map(\.vector) where vector.question.op == operation {
      guard case .accept(let answer) = vector.expectation.verdict else { continue }
      for member in answer.members where member.name != "content" {
        shape[member.name.display, default: ([], [:])].kinds.insert(member.value.kind)
        for inner in member.value.object?.members ?? [] {
          shape[member.name.display]?.members[inner.name.display, default: []]
            .insert(inner.value.kind)
        }
      }
    }
    self.shape = shape
    refusals = model.refusals(in: questions)
  }

  /// What is wrong with an answer that can be read.
  func faults(in message: JSONValue, _ answer: PortAnswer) -> [PortFault] {
    switch answer {
    case .given(.accepted(let object)): faults(in: object)
    case .given(.refused): message["refused"].map(faults(inRefusal:)) ?? []
    case .unsupported: [PortFault("promised, and answered by unsupported", .promised)]
    default: []
    }
  }

  private func faults(in object: JSONObject) -> [PortFault] {
    guard !object.members.isEmpty else {
      return [PortFault("accepted is empty: \(listed(shape.keys)) is expected", .accepted)]
    }
    return object.members.flatMap { member -> [PortFault] in
      let name = member.name.display
      guard let known = shape[name] else { return [unknown("accepted.\(name)", shape.keys)] }
      if let fault = kindFault("accepted.\(name)", member.value, known.kinds) { return [fault] }
      return member.value.object.map { faults(in: $0, name, known.members) } ?? []
    }
  }

  private func faults(
    in object: JSONObject, _ place: String, _ known: [String: Set<String>]
  ) -> [PortFault] {
    object.members.compactMap { member in
      let place = "accepted.\(place).\(member.name.display)"
      guard let kinds = known[member.name.display] else { return unknown(place, known.keys) }
      return kindFault(place, member.value, kinds)
    }
  }

  private func unknown(_ place: String, _ known: some Collection<String>) -> PortFault {
    PortFault("\(place.cited): no vector has it; there are \(listed(known))", .accepted)
  }

  private func kindFault(
    _ place: String, _ value: JSONValue, _ kinds: Set<String>
  ) -> PortFault? {
    if value.text?.isEmpty == true, place == "accepted.token" || place == "accepted.line" {
      return PortFault("\(place) is empty", .emptyToken)
    }
    guard !kinds.contains(value.kind) else { return nil }
    let wanted = kinds.sorted().joined(separator: " or ")
    return PortFault("\(place): \(wanted) is expected, \(value.kind) found", .acceptedKind)
  }

  private func listed(_ names: some Collection<String>) -> String {
    names.sorted().joined(separator: ", ")
  }

  private func faults(inRefusal value: JSONValue) -> [PortFault] {
    let (stage, reason) = (value["stage"], value["reason"])
    if stage == nil, reason == nil { return [] }
    guard let stage = stage?.string, let reason = reason?.string else {
      return [PortFault("refused: stage and reason belong together, both texts", .refused)]
    }
    return refusals.contains("\(stage)/\(reason)")
      ? [] : [PortFault("refused: no vector has \("\(stage)/\(reason)".cited)", .refused)]
  }
}
