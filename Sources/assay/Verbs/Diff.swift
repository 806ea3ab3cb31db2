// SPDX-License-Identifier: MIT

internal import Files
internal import Profiles
internal import Reports
internal import Suite

extension Verbs {
  static let diff = Verb(
    name: "diff", operands: "BEFORE AFTER",
    words: "Judge two files of a port's answers, or two recordings of the same rows, and say what"
      + " changed, by clause. The status is 1 if something is worse: an answer that was allowed is"
      + " not, or is gone; a new one is not allowed; a wrong one is of a higher severity, or"
      + " unexplained.",
    flags: [.form, .output, .schema],
    examples: [
      "assay diff before.jsonl after.jsonl", "assay diff --format json before.jsonl after.jsonl",
    ],
    run: DiffRun.run)
}

/// Compares two files by what is judged of them.
private enum DiffRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let library = try Library(invocation)
    if invocation.has(.schema) { return try library.printSchema(of: "json", ["json": "diff"]) }
    let paths = try invocation.operands(2...2)
    let isJSON = try invocation.isJSON
    let output = try invocation.output()
    let (before, first) = try await judge(paths[0], library)
    let (after, second) = try await judge(paths[1], library)
    let changes = Changes(from: before, to: after)
    try output.write(
      isJSON
        ? changes.json : Array(ChangeText(changes, book: try library.book()).text.utf8))
    return first ?? second ?? (changes.worse == 0 ? 0 : 1)
  }

  /// The judgements of a file, and the exit status if it cannot be judged whole.
  private static func judge(
    _ path: String, _ library: Library
  ) async throws -> ([Judgement], Int32?) {
    let judgement = FileJudgement(
      paths: try Folder.files(below: path, suffix: ".jsonl"), library: library,
      gate: Gate(failsOn: nil, baseline: nil))
    var judgements: [Judgement] = []
    let outcome = try await judgement.outcome { judgements += $0 }
    try outcome.complain()
    let isWhole = outcome.exitStatus <= Results.ExitCode.notConformant.rawValue
    return (judgements, isWhole ? nil : outcome.exitStatus)
  }
}
