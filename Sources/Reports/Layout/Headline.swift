// SPDX-License-Identifier: MIT

internal import Suite

/// The verdict on the whole, in words.
struct Headline {
  let results: Results

  /// One of: conformant, not conformant, incomplete, nothing was judged.
  var verdict: String {
    if results.isIncomplete { return "incomplete" }
    if results.total.rows == 0 { return "nothing was judged" }
    return results.failures.isEmpty ? "conformant" : "not conformant"
  }

  var ink: Ink { verdict == "conformant" ? .green : .red }

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
