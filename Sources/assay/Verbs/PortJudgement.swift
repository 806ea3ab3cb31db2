// SPDX-License-Identifier: MIT

internal import Files
internal import Ports
internal import Profiles
internal import Reports
internal import Suite

/// Judges the answers of a port and writes a report.
struct PortJudgement {
  let library: Library
  let form: String
  let gate: Gate
  let output: OutputFile

  init(_ invocation: Invocation, _ library: Library, _ form: String, _ gate: Gate) throws {
    self.library = library
    self.form = form
    self.gate = gate
    output = try invocation.output()
  }

  /// Reports and returns the exit status.
  func run(_ answers: PortAnswers, faults: [String] = []) throws -> Int32 {
    let judged = try Self.judged(answers, library)
    let book = SpecBook(deviations: Formats.deviations, clauses: try library.allClauses())
    let colour = output.isTerminal && Machine.environment("NO_COLOR") == nil
    var report = ReportFormats.make(form, book: book, colour: colour, gate: gate)
    for (_, judgements) in judged { try output.write(report.add(judgements)) }
    let results = results(judged, answers)
    try output.write(report.finish(results))
    let broken = faults + answers.faults
    for words in broken { try OutputFile.standardError.write("assay: protocol: \(words)\n") }
    if answers.strayLines > 0 {
      try OutputFile.standardError.write(
        "assay: \(answers.strayLines) lines of the port are no messages\n")
    }
    return broken.isEmpty ? results.exitCode.rawValue : Results.ExitCode.portFault.rawValue
  }

  /// The judgements of all answers.
  static func judgements(of answers: PortAnswers, _ library: Library) throws -> [Judgement] {
    try judged(answers, library).flatMap(\.judgements)
  }

  private static func judged(
    _ answers: PortAnswers, _ library: Library
  ) throws -> [(format: String, judgements: [Judgement])] {
    PortExaminer(Formats.vectors).judgements(
      of: try PortSetup.examination(answers.plan, library), hello: answers.hello,
      answers: answers.answers)
  }

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
    results.isPartial = !answers.plan.isWhole
    return results
  }
}
