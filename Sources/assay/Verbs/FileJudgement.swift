// SPDX-License-Identifier: MIT

internal import Ports
internal import Profiles
internal import Suite

/// Judges recordings, or the answers of a port, from files.
struct FileJudgement {
  let paths: [String]
  let library: Library
  let gate: Gate
  var only: String?
  var jobs = 2

  func outcome(each: ([Judgement]) throws -> Void) async throws -> JudgementOutcome {
    let only = only.map { Glob($0) }
    if Self.isPort(paths) {
      let answers = try PortAnswers(paths[0])
      let examination = try await PortSetup.examination(answers.plan, library)
      return try PortJudgement(gate: gate, only: only)
        .outcome(of: answers, to: examination, each: each)
    }
    let verification = Verification(judges: Formats.judges, only: only, jobs: jobs)
    var results = try await verification.run(paths, gate: gate, each: each)
    results.suite = SuiteIdentity(version: Assay.version, vectors: try library.vectorDigest())
    results.isPartial = only != nil
    return JudgementOutcome(results: results)
  }

  /// Whether it is a port that answers.
  static func isPort(_ paths: [String]) -> Bool { paths.count == 1 && PortAnswers.isOne(paths[0]) }
}
