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
    let hello = answers.hello
    return models.compactMap { model in
      let asked = examination.questions.filter { $0.format == model.format }
        .sorted { $0.vector.id < $1.vector.id }
      guard !asked.isEmpty, let ability = hello.abilities[model.format] else { return nil }
      var cases = asked.map { PortCase($0, hello, answers.answers[$0.name], model) }
      PortDiagnosis(model, cases).explain(&cases)
      let sampled = PortSampling(model: model, cases: cases).judgements(ability)
      return (model.format, cases.map(\.judgement) + sampled)
    }
  }

  /// What a port promises and answers that nobody could ask it.
  public func faults(in answers: PortAnswers, to examination: Examination) -> [String] {
    let known = Set(models.map(\.format))
    let asked = Set(examination.questions.map(\.name))
    return answers.hello.abilities.keys.filter { !known.contains($0) }.sorted()
      .map { "hello.formats: '\($0)' is no format of this suite" }
      + answers.answers.keys.filter { !asked.contains($0) }.sorted()
      .map { "an answer to '\($0)', which was not asked" }
  }
}
