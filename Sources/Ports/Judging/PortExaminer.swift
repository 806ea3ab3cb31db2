// SPDX-License-Identifier: MIT

public import Suite

/// Judges what a port answered to an examination.
public struct PortExaminer: Sendable {
  private let models: [any VectorModel]

  public init(_ models: [any VectorModel]) { self.models = models }

  /// A judgement for each question, by format and in the order of the vectors' ids.
  public func judgements(
    of answers: PortAnswers, to examination: Examination
  ) -> [(format: String, judgements: [Judgement])] {
    models.compactMap { model in
      let asked = examination.questions.filter { $0.format == model.format }
        .sorted { $0.vector.id < $1.vector.id }
      guard !asked.isEmpty, let ability = answers.hello.abilities[model.format] else { return nil }
      let choices = PortChoices(model, declared: answers.hello.choices)
      var cases = asked.map {
        PortCase(
          $0, answers.hello, answers.answers[$0.name], answers.times(of: $0.name), model, choices)
      }
      PortDiagnosis(model, cases).explain(&cases)
      choices.explain(&cases)
      let sampled = PortSampling(model: model, cases: cases).judgements(ability)
      let timed = PortClock(model, cases)?.judgement
      return (model.format, cases.map(\.judgement) + sampled + [timed].compactMap(\.self))
    }
  }

  /// What a port promises, declares and answers that nobody could ask it.
  public func faults(in answers: PortAnswers, to examination: Examination) -> [String] {
    let asked = Set(examination.questions.map(\.name))
    let hello = answers.hello
    let strange = hello.unknownFormats(to: models) + hello.wrongChoices(for: models)
    return strange.map(\.words)
      + answers.answers.keys.filter { !asked.contains($0) }.sorted()
      .map { "an answer to '\($0)', which was not asked" }
  }
}
