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

  /// What of the output is compared.
  func value(_ answer: TableCase.Answer) throws(ExampleFailure) -> JSONValue {
    switch answer {
    case .object: return try object(in: result.output[...])
    case .line(let index, let count): return try object(in: try line(index, of: count))
    case .list:
      let lines = result.output.lines
      if lines.count < 2 { return try object(in: result.output[...]) }
      var values: [JSONValue] = []
      for line in lines { values.append(try object(in: line)) }
      return .array(values)
    }
  }

  /// A line of so many; the last one is also asked whether there are more.
  private func line(_ index: Int, of count: Int) throws(ExampleFailure) -> ArraySlice<UInt8> {
    let lines = result.output.lines
    guard index < lines.count, lines.count <= count || index < count - 1 else {
      throw failure("the number of rows", "\(lines.count)", "\(count) in the table")
    }
    return lines[index]
  }

  /// Text as one JSON object.
  private func object(in text: ArraySlice<UInt8>) throws(ExampleFailure) -> JSONValue {
    let reason: String
    do throws(JSONError) {
      let value = try JSONValue(parsing: Array(text).span)
      if value.object != nil { return value }
      reason = value.kind
    } catch {
      reason = error.description
    }
    throw failure("the output", "one JSON object", "\(reason): \(Printable.text(text))")
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
      value.map { Printable.quoted($0.cell) } ?? "no such member", at: expectation.line)
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
