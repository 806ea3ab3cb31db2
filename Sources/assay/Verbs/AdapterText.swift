// SPDX-License-Identifier: MIT

internal import Ports

/// What came of checking an adapter, to read.
struct AdapterText {
  private let report: AdapterReport

  private static let width = 79
  private static let indent = "           "
  private static let mostOfLine = 300

  init(_ report: AdapterReport) { self.report = report }

  var text: String {
    let lines = report.checks.flatMap(lines(of:)) + [""] + verdict
    return lines.map { "\($0)\n" }.joined()
  }

  private func lines(of check: AdapterCheck) -> [String] {
    let words = check.subject.isEmpty ? check.step.words : check.subject
    let first = "\(check.outcome.rawValue.padded(13))\(check.step.rawValue.padded(19))"
    if check.outcome == .notReached { return ["\(first)\(check.notes.joined(separator: " "))"] }
    return ["\(first)\(words)"] + check.notes.flatMap { field("note", $0) }
      + zip(check.problems, [nil] + check.problems).flatMap { problem, earlier in
        let words = said(before: problem)
        return field("wrong", problem.words)
          + (earlier.map(said(before:)) == words ? [] : words) + wanted(by: problem.mistake)
      }
  }

  /// What was said to the adapter and by it.
  private func said(before problem: AdapterProblem) -> [String] {
    if problem.sent.isEmpty { return [] }
    let came = problem.came.isEmpty ? ["nothing"] : problem.came
    return [line("sent", problem.sent)] + came.map { line("came", $0) }
      + problem.errors.split(separator: "\n").map { line("stderr", String($0)) }
  }

  private func wanted(by mistake: AdapterMistake) -> [String] {
    field("wanted", mistake.wants) + [line("", mistake.page)] + field("likely", mistake.remedy)
  }

  /// Words in lines that fit.
  private func field(_ name: String, _ words: String) -> [String] {
    let lines = words.wrapped(to: Self.width - Self.indent.count)
    return [line(name, lines.first ?? "")] + lines.dropFirst().map { Self.indent + $0 }
  }

  /// What was said, in one line to be copied.
  private func line(_ name: String, _ text: String) -> String {
    "  \(name.padded(Self.indent.count - 2))\(text.cut(to: Self.mostOfLine))"
  }

  private var verdict: [String] {
    let (failed, missing) = (report.count(.failed), report.count(.notReached))
    let counts = "\(report.count(.passed)) passed, \(failed) failed, \(missing) not reached"
    return [
      report.holds
        ? "the adapter keeps the protocol: \(counts)" : "the adapter is not right: \(counts)"
    ] + rightness
  }

  private var rightness: [String] {
    guard report.answered > 0 else { return [] }
    let (right, answered) = (report.right, report.answered)
    return right == 0
      ? ["no answer of \(answered) was right: see that the arguments reach the port"]
      : ["\(right) of \(answered) answers were right, which is not judged here"]
  }
}
