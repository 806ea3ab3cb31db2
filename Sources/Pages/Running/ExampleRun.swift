// SPDX-License-Identifier: MIT

internal import JSON
internal import Spawn

/// Runs one example and compares.
struct ExampleRun {
  let run: PageRun

  func failure(of example: PageExample) -> ExampleFailure? {
    do throws(ExampleFailure) {
      switch example.content {
      case .transcript(let steps): for step in steps { try check(step) }
      case .row(let row): try check(row)
      }
      return nil
    } catch {
      return error
    }
  }

  private func check(_ step: TranscriptStep) throws(ExampleFailure) {
    let result = try answer(step.command, input: step.input, line: step.line)
    let comparison = Comparison(line: step.line, words: step.command.words, result: result)
    try comparison.checkEnd()
    try comparison.checkOutput(OutputPattern(lines: step.expected))
    try comparison.checkExit(step.exit)
  }

  private func check(_ row: TableCase) throws(ExampleFailure) {
    let result = try answer(row.command, input: [], line: row.line)
    let comparison = Comparison(line: row.line, words: row.command.words, result: result)
    if let exit = row.exit { try comparison.checkExit(exit) } else { try comparison.checkAnswer() }
    if row.expectations.isEmpty { return }
    let object = try comparison.object()
    for expectation in row.expectations { try comparison.check(expectation, in: object) }
  }

  private func answer(
    _ command: AssayCommand, input: [UInt8], line: Int
  ) throws(ExampleFailure) -> ChildResult {
    do throws(SpawnError) {
      return try ChildProcess.run(
        executable: run.binary, arguments: command.words, input: input,
        environment: run.environment.merging(command.variables) { $1 }, directory: run.directory,
        timeoutMilliseconds: run.timeoutMilliseconds,
        outputLimit: run.outputLimit)
    } catch {
      throw ExampleFailure(
        line: line, subject: "the command was not run", expected: "an answer",
        got: error.description, command: command.words)
    }
  }
}
