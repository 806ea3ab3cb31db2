// SPDX-License-Identifier: MIT

internal import Suite

/// The questions of one operation by which its answers are looked at: one that is served, one that
/// leaves the time to the port, and one that is refused.
struct WellKnown {
  let format: String
  let operation: String
  let questions: [PortQuestion]
  let form: AnswerForm
  let model: any VectorModel

  var subject: String { "\(format) \(operation)" }

  init?(
    _ operation: String, of questions: [PortQuestion], _ hello: PortHello, _ model: any VectorModel
  ) {
    let own = questions.filter { $0.vector.question.op == operation }
    let asked = own.filter { $0.vector.level == .must && hello.reading(of: $0) != nil }
    let served = asked.filter(\.vector.expectation.isAccept)
    let kinds = [
      served.filter { !$0.leavesTime }, served.filter(\.leavesTime),
      asked.filter { !$0.vector.expectation.isAccept },
    ]
    let derivations = own.compactMap(\.vector.derivation)
    self.questions = kinds.compactMap { Self.choose($0, counting: derivations) }
    (format, self.operation, self.model) = (model.format, operation, model)
    form = AnswerForm(of: operation, in: questions, model)
    if self.questions.isEmpty { return nil }
  }

  /// The one that most negatives are made of, or else the shortest.
  private static func choose(
    _ questions: [PortQuestion], counting derivations: [Derivation]
  ) -> PortQuestion? {
    let children = Dictionary(grouping: derivations, by: \.parent).mapValues(\.count)
    func rank(_ question: PortQuestion) -> (Int, Int, String) {
      let size = question.line(asking: question.vector.question).count
      return (-(children[question.vector.id] ?? 0), size, question.vector.id)
    }
    return questions.map { (rank($0), $0) }.min { $0.0 < $1.0 }?.1
  }
}

extension PortQuestion {
  /// Whether the port's own clock counts.
  fileprivate var leavesTime: Bool { vector.question.now == .ownClock }
}
