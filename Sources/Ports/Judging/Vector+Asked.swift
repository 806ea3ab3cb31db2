// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

extension Vector {
  /// The vector as it is asked of a port: what could not be injected is not compared.
  func asked(_ question: VectorQuestion, of model: any VectorModel) -> Vector {
    var vector = self
    vector.question = question
    guard question != self.question, case .accept(let answer) = expectation.verdict else {
      return vector
    }
    vector.expectation.comparison = .invariants
    if let content = answer["content"]?.object ?? model.content(of: answer, to: self.question) {
      vector.expectation.verdict = .accept(["content": .object(model.undrawn(content))])
    }
    return vector
  }

  /// What is injected and shows in the answer: not where an argument says it, too.
  var given: Set<String> {
    guard case .accept(let answer) = expectation.verdict, let content = answer["content"]?.object
    else { return [] }
    let shown = question.inject.members.filter { member in
      guard case .integer = member.value else { return true }
      return content[member.name.display] == member.value
    }
    return Set(shown.map(\.name.display))
  }

  /// Whether what is right stays so, whatever the port's clock shows and whatever it draws.
  func isSteady(askedAs question: VectorQuestion, of model: any VectorModel) -> Bool {
    guard question != self.question else { return true }
    return extremes(of: question, model).allSatisfy { extreme in
      if case .accepted = model.answer(to: extreme, as: nil) {
        expectation.isAccept && !model.isFree(extreme)
      } else {
        !expectation.isAccept
      }
    }
  }

  /// The year 2100: later than any run, and well within 32 bits.
  private static let late: Int64 = 4_102_444_800

  /// The question at a late second, and with the shortest and the longest that can be drawn.
  private func extremes(
    of question: VectorQuestion, _ model: any VectorModel
  ) -> [VectorQuestion] {
    var late = self.question
    if question.now == .ownClock { late.now = .second(Self.late) }
    guard question.inject != self.question.inject else { return [late] }
    let drawn = model.drawnRules.flatMap { rule in rule.extremes.map { (rule.name, $0) } }
    return [late]
      + drawn.map { name, value in
        var extreme = late
        extreme.inject[name] = .integer(value)
        return extreme
      }
  }
}
