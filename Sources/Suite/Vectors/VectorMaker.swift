// SPDX-License-Identifier: MIT

public import Bytes
internal import JSON

/// Makes the vectors of one op of a format; what an accepted one expects is the reference's answer.
public struct VectorMaker {
  private let model: any VectorModel
  private let op: String

  public init(_ model: any VectorModel, op: String) {
    self.model = model
    self.op = op
  }

  public func id(_ name: String) -> String { "\(model.format).\(op).\(name)" }

  /// A question that must be answered.
  public func accept(
    _ name: String, _ comment: String, level: ClauseLevel = .must, clauses: [String],
    flags: [String], _ question: VectorQuestion, compare comparison: Expectation.Comparison? = nil
  ) throws(VectorError) -> Vector {
    guard case .accepted(let answer) = model.answer(to: question, as: nil) else {
      throw VectorError("\(id(name)): the reference refuses it")
    }
    return Vector(
      id: id(name), level: level, clauses: clauses, flags: flags, comment: comment,
      question: question,
      expectation: Expectation(
        .accept(try expected(answer, name, question, comparison)), comparison: comparison))
  }

  private func expected(
    _ answer: JSONObject, _ name: String, _ question: VectorQuestion,
    _ comparison: Expectation.Comparison?
  ) throws(VectorError) -> JSONObject {
    guard let comparison, comparison != .bytes else { return answer }
    guard let content = model.content(of: answer, to: question) else {
      throw VectorError("\(id(name)): the reference's own answer cannot be read")
    }
    guard comparison == .content else { return ["content": .object(model.undrawn(content))] }
    var expected = answer
    expected["content"] = .object(content)
    return expected
  }

  /// A question that must be refused by a check.
  ///
  /// Where the fields of what it asks to open break two rules at once, either may be reported: no
  /// clause orders the rules of the structure.
  public func reject(
    _ name: String, _ comment: String, level: ClauseLevel = .must, clauses: [String],
    flags: [String], _ question: VectorQuestion, by check: Check, alsoAllowed: [String] = [],
    derivation: Derivation? = nil
  ) -> Vector {
    Vector(
      id: id(name), level: level, clauses: clauses, flags: flags, comment: comment,
      question: question,
      expectation: Expectation(
        .reject(check), alsoAllowed: alsoAllowed + neighbours(of: check, in: question)),
      derivation: derivation)
  }

  /// What refuses in the structure where a check of it is left out; not where bytes are missing,
  /// since what would be read in their place is nobody's mistake.
  private func neighbours(of check: Check, in question: VectorQuestion) -> [String] {
    guard question.op == VectorQuestion.open, check.stage == .structure,
      let covering = model.check(covering: check)?.check,
      case .refused(let other?) = model.answer(to: question, as: .without(covering)),
      !covering.field.isEmpty, other.stage == check.stage, other.reason != check.reason
    else { return [] }
    return [other.name]
  }
}
