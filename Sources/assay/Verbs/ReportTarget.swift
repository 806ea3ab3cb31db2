// SPDX-License-Identifier: MIT

internal import Files
internal import Profiles
internal import Reports
internal import Suite

/// The form of a report, and where it goes.
struct ReportTarget {
  private let form: String
  private let output: OutputFile
  private let book: SpecBook
  private let gate: Gate

  init(_ invocation: Invocation, _ library: Library, _ gate: Gate) throws {
    form = try invocation.reportForm()
    output = try invocation.output()
    book = try library.book()
    self.gate = gate
  }

  /// Writes the report while it is judged, says what is no part of it, and returns the exit status.
  func write(
    _ replay: Replay,
    judging judge: (_ each: ([Judgement]) throws -> Void) async throws -> JudgementOutcome
  ) async throws -> Int32 {
    let colour = output.isTerminal && Machine.environment("NO_COLOR") == nil
    var report = ReportFormats.make(form, book: book, colour: colour, gate: gate, replay: replay)
    let outcome = try await judge { try output.write(report.add($0)) }
    try output.write(report.finish(outcome.results))
    try outcome.complain()
    return outcome.exitStatus
  }
}
