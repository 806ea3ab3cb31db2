// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Spawn

/// Runs one example in a folder of its own and compares.
struct ExampleRun {
  let run: PageRun
  /// Where the commands start; made for the first of them.
  private var folder: TemporaryFolder?

  init(_ run: PageRun) { self.run = run }

  mutating func failure(of example: PageExample) -> ExampleFailure? {
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

  private mutating func check(_ step: TranscriptStep) throws(ExampleFailure) {
    let result = try answer(step.command, input: step.input, line: step.line)
    let comparison = Comparison(line: step.line, words: step.command.words, result: result)
    try comparison.checkEnd()
    try comparison.checkOutput(OutputPattern(lines: step.expected))
    try comparison.checkExit(step.exit)
  }

  private mutating func check(_ row: TableCase) throws(ExampleFailure) {
    let result = try answer(to: row)
    let comparison = Comparison(line: row.line, words: row.command.words, result: result)
    if let exit = row.exit { try comparison.checkExit(exit) } else { try comparison.checkAnswer() }
    if row.expectations.isEmpty { return }
    let value = try comparison.value(row.answer)
    for expectation in row.expectations { try comparison.check(expectation, in: value) }
  }

  private mutating func answer(to row: TableCase) throws(ExampleFailure) -> ChildResult {
    guard case .line = row.answer else {
      return try answer(row.command, input: [], line: row.line)
    }
    if let known = run.listings[row.command] { return known }
    let result = try answer(row.command, input: [], line: row.line)
    run.listings[row.command] = result
    return result
  }

  private mutating func answer(
    _ command: AssayCommand, input: [UInt8], line: Int
  ) throws(ExampleFailure) -> ChildResult {
    let folder = try place(line)
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

  private mutating func place(_ line: Int) throws(ExampleFailure) -> TemporaryFolder {
    if let folder { return folder }
    do throws(FileError) {
      let made = try TemporaryFolder()
      for (name, target) in run.links { try made.link(name, to: target) }
      folder = made
      return made
    } catch {
      throw ExampleFailure(
        line: line, subject: "the command was not run", expected: "a folder for it",
        got: error.description, command: [])
    }
  }
}
