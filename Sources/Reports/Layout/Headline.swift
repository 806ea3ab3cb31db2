// SPDX-License-Identifier: MIT

internal import Suite

/// The verdict on the whole, in words.
struct Headline {
  let results: Results

  /// Only who was asked everything is called conformant.
  var verdict: String {
    if results.isIncomplete { return "incomplete" }
    if results.total.rows == 0 { return "nothing was judged" }
    if !results.failures.isEmpty { return "not conformant" }
    return results.isPartial ? "no failure in the part that was asked" : "conformant"
  }

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
