// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// An answer of a port as the diagnosis looks at it.
struct PortEvidence {
  /// The case's place among all.
  let index: Int
  let vector: Vector
  let isBroken: Bool
  /// Nothing where the port gave none, because its process ended for example.
  let answer: VectorAnswer?
  /// What the reference answers.
  let usual: VectorAnswer
  private let content: JSONObject?

  /// Only what speaks for or against a suspect.
  init?(_ entry: PortCase, at index: Int, _ model: any VectorModel) {
    guard entry.isBroken || entry.finding == .met && entry.answer != nil else { return nil }
    self.index = index
    vector = entry.vector
    isBroken = entry.isBroken
    answer = entry.answer
    usual = model.answer(to: vector.question, as: nil)
    content =
      if case .accepted(let object) = entry.answer {
        model.content(of: object, to: vector.question)
      } else { nil }
  }

  /// The operation, and what was to be refused or not.
  var ending: String { "\(vector.question.op) \(vector.expectation.isAccept)" }

  /// Whether it is asked of those who make the checks.
  var isOpening: Bool { vector.question.op == VectorQuestion.open }

  /// Whether a copy does what the reference does; not every copy says which check refuses.
  func isUsual(_ copy: VectorAnswer) -> Bool {
    if case (.refused, .refused(nil)) = (usual, copy) { true } else { copy == usual }
  }

  /// Whether the port accepts with the same bytes as a copy.
  func isExactly(_ copy: VectorAnswer) -> Bool {
    guard case .accepted(let left) = answer, case .accepted(let right) = copy else { return false }
    return left.isSame(as: right)
  }

  /// Whether the answer says what that of a copy says, but for what each drew.
  func isLike(_ copy: VectorAnswer, _ model: any VectorModel) -> Bool {
    switch (answer, copy) {
    case (.accepted(let left), .accepted(let right)):
      if left.isSame(as: right) { return true }
      guard let first = content, let second = model.content(of: right, to: vector.question)
      else { return agree(left, right) }
      guard vector.expectation.comparison == .invariants else {
        return first.isSame(as: second) || drewLike(second, model)
      }
      return model.undrawn(first).isSame(as: model.undrawn(second))
    case (.refused(let left?), .refused(let right?)): return left.name == right.name
    case (.refused(nil), .refused), (.crashed, .crashed): return true
    default: return false
    }
  }

  /// Whether both accept what is to be refused, or refuse at the same stage what is to be accepted.
  func endsLike(_ copy: VectorAnswer) -> Bool {
    switch (answer, copy) {
    case (.accepted, .accepted):
      !vector.expectation.isAccept
    case (.refused(let left?), .refused(let right?)):
      vector.expectation.isAccept && left.stage == right.stage
    case (.refused, .refused), (.crashed, .crashed), (.refused, .crashed), (.crashed, .refused):
      vector.expectation.isAccept
    default: false
    }
  }

  /// Whether both say something else than was given to be said, and something random is among it.
  private func drewLike(_ other: JSONObject, _ model: any VectorModel) -> Bool {
    guard case .accepted(let right) = usual, let content,
      let usual = model.content(of: right, to: vector.question)
    else { return false }
    let drawn = differing(content, usual)
    return drawn == differing(other, usual) && drawn.isSubset(of: model.drawnNames)
      && !drawn.isDisjoint(with: model.drawnRules.map(\.name))
  }

  private func differing(_ left: JSONObject, _ right: JSONObject) -> Set<String> {
    let names = Set((left.members + right.members).map(\.name.display))
    return names.filter { left[$0] != right[$0] }
  }

  /// Whether the port got beyond a check that was to refuse: to one of those made `later`, or to
  /// another of the same field.
  func isPast(_ check: Check, later: ArraySlice<OpenerCheck>) -> Bool {
    guard let expected = vector.expectation.check, check.covers(expected) else { return false }
    return switch answer {
    case .accepted: true
    case .refused(let found?) where check.name != found.name:
      found.field == check.field || later.contains { $0.check.name == found.name }
    default: false
    }
  }

  /// Each tells as much as it does, but not nothing.
  private func agree(_ left: JSONObject, _ right: JSONObject) -> Bool {
    let shared = left.members.filter { right[$0.name.display] != nil }
    return !shared.isEmpty
      && shared.allSatisfy { right[$0.name.display]?.isSame(as: $0.value) ?? false }
  }
}
