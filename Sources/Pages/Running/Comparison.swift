// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Spawn

/// Compares the answer of a command with what the page says.
struct Comparison {
  let line: Int
  let words: [String]
  let result: ChildResult

  /// Refuses a command that did not come to an end by itself, whatever it wrote before.
  func checkEnd() throws(ExampleFailure) {
    if case .exited = result.status { return }
    throw failure("how the command ended", "an exit status", result.status.description)
  }

  /// Refuses a status that tells of a fault rather than of an answer.
  func checkAnswer() throws(ExampleFailure) {
    if [.exited(0), .exited(1)].contains(result.status) { return }
    throw failure("how the command ended", "exit 0 or 1", result.status.description)
  }

  func checkExit(_ expected: Int32) throws(ExampleFailure) {
    guard result.status != .exited(expected) else { return }
    throw failure("how the command ended", "exit \(expected)", result.status.description)
  }

  func checkOutput(_ pattern: OutputPattern) throws(ExampleFailure) {
    let output = result.output.lines
    if let mismatch = pattern.mismatch(output) {
      throw failure(mismatch, pattern.lines, output)
    }
    let endsOpen = pattern.lines.last?.pattern.matchesManyLines == true
    guard let last = result.output.last, last != UInt8(ascii: "\n"), !endsOpen else { return }
    throw failure(
      "the end of the output", "a line feed", "none", at: pattern.lines.last?.line)
  }

  /// The output as one JSON object.
  func object() throws(ExampleFailure) -> JSONValue {
    let reason: String
    do throws(JSONError) {
      let value = try JSONValue(parsing: result.output.span)
      if value.object != nil { return value }
      reason = value.kind
    } catch {
      reason = error.description
    }
    throw failure("the output", "one JSON object", "\(reason): \(Printable.text(result.output))")
  }

  func check(
    _ expectation: TableCase.Expectation, in object: JSONValue
  ) throws(ExampleFailure) {
    let value = MemberPath(expectation.member).value(in: object)
    guard !Self.agrees(expectation.cell, with: value) else { return }
    throw failure(
      "the member \(expectation.member)",
      CheckTemplate.saysNothing(expectation.cell)
        ? "no such member" : Printable.quoted(expectation.cell.utf8),
      value.map { Printable.quoted($0.cell) } ?? "no such member")
  }

  /// Whether a member is what a cell says: `–` is none, `""` the empty string.
  private static func agrees(_ cell: String, with value: JSONValue?) -> Bool {
    guard let value else { return CheckTemplate.saysNothing(cell) }
    if CheckTemplate.saysNothing(cell) { return false }
    if cell == "\"\"" { return value.text?.isEmpty == true }
    return value.cell.elementsEqual(cell.utf8)
  }

  private func failure(
    _ mismatch: OutputPattern.Mismatch, _ expected: [PatternLine], _ output: [ArraySlice<UInt8>]
  ) -> ExampleFailure {
    let pattern = mismatch.pattern < expected.count ? expected[mismatch.pattern] : nil
    let got = mismatch.line < output.count ? output[mismatch.line] : nil
    let end = "the end of the output"
    return failure(
      "line \(mismatch.line + 1) of the output" + Self.difference(pattern, got),
      pattern.map { Printable.quoted($0.pattern.text) } ?? end,
      got.map { Printable.quoted($0) } ?? end, at: pattern?.line ?? expected.last?.line)
  }

  /// Where two lines part, if dots do not hide it.
  private static func difference(_ pattern: PatternLine?, _ got: ArraySlice<UInt8>?) -> String {
    guard let pattern = pattern?.pattern, let got, !pattern.hasDots else { return "" }
    let same = zip(pattern.text, got).prefix { $0 == $1 }.count
    return " differs at byte \(same)"
  }

  private func failure(
    _ subject: String, _ expected: String, _ got: String, at place: Int? = nil
  ) -> ExampleFailure {
    ExampleFailure(
      line: place ?? line, subject: subject, expected: expected, got: got, command: words,
      errors: result.errors)
  }
}
