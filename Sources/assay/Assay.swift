// SPDX-License-Identifier: MIT
import Profiles
import Suite

@main
struct Assay {
  static func main() async throws { try await go() }
}
nonisolated func go() async throws {
  let gate = Gate(failsOn: nil, baseline: nil)
  let v = Verification(judges: Formats.judges, jobs: 2)
  let results = try await v.run(Array(CommandLine.arguments.dropFirst()), gate: gate) { js in
    for j in js
    where j.verdict == .unexplained || j.prediction == .none
      || (j.verdict == .differs && j.inContract)
    {
      print(
        j.id, j.verdict, j.inContract, j.prediction, j.behaviours, j.mismatch.map { "\($0)" } ?? "")
    }
  }
  for a in results.assistants {
    print(
      a.format, a.identity.variant, a.hasProfile, a.tally.rows, a.tally.agrees, a.tally.differs,
      a.tally.unexplained, a.tally.notJudged, "out", a.tally.outOfContract, "pred",
      a.tally.predictedBytes, a.tally.predictedMeaning, a.tally.predictedNone)
  }
  print(results.errors)
}
