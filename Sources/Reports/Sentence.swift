// SPDX-License-Identifier: MIT

public import Suite

extension Judgement {
  /// What is wrong, where, and what it looks like.
  public func sentence(_ book: SpecBook) -> String {
    guard let mismatch else { return "the answer is allowed" }
    let place = mismatch.offset.map { " at byte \($0)" } ?? ""
    var text =
      "\(mismatch.field)\(place): \(mismatch.expected) expected, \(mismatch.got) found"
      + " (\(mismatch.clause))"
    let known = behaviours.compactMap { book.deviations[$0] }.filter { $0.decides }
      .filter { $0.severity > .choice }
    if let worst = known.first {
      text += "; known as \(known.map(\.id).joined(separator: " + ")): \(worst.words)"
    } else if verdict == .unexplained {
      text += "; nothing known gives this answer"
    }
    return text
  }
}
