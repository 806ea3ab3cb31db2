// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Spawn

/// Runs one example in a folder of its own and compares.
struct ExampleRun {
  let run: PageRun
  let example: PageExample
  private let folder: TemporaryFolder

  init(of example: PageExample, _ run: PageRun) throws(FileError) {
    self.run = run
    self.example = example
    folder = try TemporaryFolder()
    for (name, target) in run.links { try folder.link(name, to: target) }
  }

  var failure: ExampleFailure? {
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
    let result = try answer(to: row)
    let comparison = Comparison(line: row.line, words: row.command.words, result: result)
    if let exit = row.exit { try comparison.checkExit(exit) } else { try comparison.checkAnswer() }
    if row.expectations.isEmpty { return }
    let value = try comparison.value(row.answer)
    for expectation in row.expectations { try comparison.check(expectation, in: value) }
  }

  private func answer(to row: TableCase) throws(ExampleFailure) -> ChildResult {
    guard case .line = row.answer else {
      return try answer(row.command, input: [], line: row.line)
    }
    return try run.listings.result(of: row.command) { () throws(ExampleFailure) in
      try answer(row.command, input: [], line: row.line)
    }
  }

  private func answer(
    _ command: AssayCommand, input: [UInt8], line: Int
  ) throws(ExampleFailure) -> ChildResult {
    do throws(SpawnError) {
      return try ChildProcess.run(
        executable: run.binary, arguments: command.words, input: input,
        environment: run.environment.merging(command.variables) { $1 }, directory: folder.path,
        timeoutMilliseconds: run.timeoutMilliseconds, outputLimit: run.outputLimit)
    } catch {
      throw ExampleFailure(
        line: line, subject: "the command was not run", expected: "an answer",
        got: error.description, command: command.words)
    }
  }
}
