// SPDX-License-Identifier: MIT

public import Suite

extension Judgement {
  /// Whether the answer is not allowed, known or not.
  var isWrong: Bool { verdict == .differs || verdict == .unexplained }

  /// The judgement in one sentence: what is wrong, where, and what is known to do just that.
  public func sentence(_ book: SpecBook) -> String {
    switch verdict {
    case .notJudged: return reason ?? "there is no answer to judge"
    case .agrees: return findings.isEmpty ? "" : "allowed, though it breaks \(joined(findings))"
    case .differs, .unexplained: break
    }
    return [difference, explanation(book)].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var difference: String {
    guard let mismatch else { return clauses.isEmpty ? "" : "breaks \(joined(clauses))" }
    let place = mismatch.offset.map { " at byte \($0)" } ?? ""
    return "\(mismatch.field)\(place): \(mismatch.expected) expected, \(mismatch.got) found"
      + " (\(mismatch.clause))"
  }

  private func explanation(_ book: SpecBook) -> String {
    guard verdict == .differs else { return "nothing known does this" }
    let deciding = behaviours.filter { book.deviations[$0]?.decides ?? true }
    let telling = deciding.filter { (book.deviations[$0]?.severity ?? .quality) > .choice }
    let ids = telling.isEmpty ? deciding : telling
    guard !ids.isEmpty else { return "known of this assistant" }
    return "known as "
      + ids.map { id in
        book.deviations[id].map { "\(id): \($0.words)" } ?? id
      }.joined(separator: ", and as ")
  }

  private func joined(_ ids: [String]) -> String { ids.joined(separator: ", ") }
}
