// SPDX-License-Identifier: MIT

internal import Suite

/// The verdict on the whole, in words.
struct Headline {
  /// How it ended; only who was asked everything is called conformant.
  enum Verdict: String {
    case incomplete
    case empty = "nothing was judged"
    case notConformant = "not conformant"
    case partial = "no failure in the part that was asked"
    case conformant
  }

  let results: Results

  var outcome: Verdict {
    if results.isIncomplete { return .incomplete }
    if results.total.rows == 0 { return .empty }
    if !results.failures.isEmpty { return .notConformant }
    return results.isPartial ? .partial : .conformant
  }

  var verdict: String { outcome.rawValue }

  var ink: Ink { results.failures.isEmpty && !results.isIncomplete ? .green : .red }

  var size: String {
    "\(results.total.rows.counted("row")) of \(results.assistants.count.counted("recording"))"
  }

  var numbers: String {
    let total = results.total
    return "\(total.agrees) agree, \(total.differs) differ as known deviations predict,"
      + " \(total.unexplained) unexplained, \(total.notJudged) not judged"
  }
}

extension Int {
  /// The number with its noun.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
