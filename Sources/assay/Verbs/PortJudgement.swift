// SPDX-License-Identifier: MIT

internal import Ports
internal import Profiles
internal import Suite

/// Judges the answers of a port.
struct PortJudgement {
  /// What differs by less is left open by the documentation.
  static let failsOn = Severity.quality

  let gate: Gate
  var only: Glob?

  /// Hands over the judgements of one format after the other.
  func outcome(
    of answers: PortAnswers, to examination: Examination, faults: [String] = [],
    each: ([Judgement]) throws -> Void
  ) throws -> JudgementOutcome {
    let examiner = PortExaminer(Formats.vectors)
    let judged = examiner.judgements(of: answers, to: examination)
      .map { (format: $0.format, judgements: $0.judgements.filter(isWanted)) }
      .filter { only == nil || !$0.judgements.isEmpty }
    for (_, judgements) in judged { try each(judgements) }
    return JudgementOutcome(
      results: results(judged, answers),
      faults: faults + answers.faults + examiner.faults(in: answers, to: examination),
      strayLines: answers.strayLines)
  }

  private func isWanted(_ judgement: Judgement) -> Bool { only?.matches(judgement.id) ?? true }

  private func results(
    _ judged: [(format: String, judgements: [Judgement])], _ answers: PortAnswers
  ) -> Results {
    let hello = answers.hello
    let identity = RecordingHeader.Assistant(
      name: hello.name, language: hello.language, variant: hello.name, version: hello.portVersion)
    var gate = gate
    let assistants = judged.map { format, judgements in
      var tally = Tally()
      for judgement in judgements {
        tally.add(judgement)
        gate.add(judgement)
      }
      return Results.Assistant(
        format: format, identity: identity, hasProfile: false, tally: tally)
    }
    let isIdle = assistants.allSatisfy { $0.tally.agrees == 0 }
    var results = Results(
      assistants: assistants,
      failures: gate.failures + (isIdle ? ["the port answers nothing rightly"] : []))
    let plan = answers.plan
    results.suite = SuiteIdentity(
      version: Assay.version, vectors: plan.vectors, asker: plan.suite)
    results.isPartial = !plan.isWhole || only != nil
    return results
  }
}
