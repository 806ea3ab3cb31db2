// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Ports
internal import Profiles
internal import Suite

extension Verbs {
  static let knownFailures = Verb(
    name: "baseline", operands: "update FILE ANSWERS",
    words: "Write into a file the known failures of a port, as its answers show them: entries that"
      + " still fit stay as they are, what no row meets any more goes, and what is new comes with the"
      + " deviation that explains it. The reason of an unexplained failure is left empty, and the"
      + " file cannot be used before somebody gives one.",
    flags: [.failOn],
    examples: ["assay baseline update known.json answers.jsonl"],
    run: BaselineRun.run)
}

/// Writes known failures.
private enum BaselineRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let words = try invocation.operands(3...3)
    guard words[0] == "update" else {
      throw UsageError("'baseline' wants 'update'", hint: "see 'assay baseline --help'")
    }
    let library = try Library(invocation)
    let book = SpecBook(deviations: Formats.deviations, clauses: [])
    let earlier = Folder.kind(of: words[1]) == .file ? try Baseline(words[1]) : nil
    let gate = try invocation.gate(failingOn: PortJudgement.failsOn)
    var update = BaselineUpdate(earlier, deviations: book.deviations)
    let answers = try PortAnswers(words[2])
    let examination = try await PortSetup.examination(answers.plan, library)
    let judged = PortExaminer(Formats.vectors).judgements(of: answers, to: examination)
    for judgement in judged.flatMap(\.judgements) {
      update.add(judgement, failing: gate.isShut(by: judgement))
    }
    try OutputFile(creating: words[1]).write(update.json.laidOut())
    return 0
  }
}
