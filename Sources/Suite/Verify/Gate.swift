// SPDX-License-Identifier: MIT

/// Decides which judgements shut the gate.
public struct Gate: Sendable {
  /// From which severity on a difference fails; nothing where differences are expected.
  public var failsOn: Severity?
  public var baseline: Baseline?
  /// The day of the run, as 2026-12-31; without one no entry of the baseline is over.
  public var today: String?
  /// In how many rows each entry of the baseline was met.
  private var met: [Int]
  private var failing: [String: Int] = [:]

  public init(failsOn: Severity?, baseline: Baseline?) {
    self.failsOn = failsOn
    self.baseline = baseline
    met = [Int](repeating: 0, count: baseline?.entries.count ?? 0)
  }

  public mutating func add(_ judgement: Judgement) {
    let entries = baseline?.entries ?? []
    if let index = entries.firstIndex(where: { $0.match.matches(judgement.id) }) {
      met[index] += 1
      note(judgement, against: entries[index])
    } else if fails(judgement) {
      failing[words(judgement), default: 0] += 1
    }
  }

  /// A known failure that passes, or fails otherwise than was seen, is news.
  private mutating func note(_ judgement: Judgement, against known: Baseline.Entry) {
    guard judgement.verdict != known.observed else { return }
    failing[
      "matching '\(known.match.pattern)', known as \(known.observed.rawValue),"
        + " now \(judgement.verdict.rawValue)", default: 0] += 1
  }

  /// Whether a judgement shuts the gate, the baseline included.
  public func isShut(by judgement: Judgement) -> Bool {
    guard let known = baseline?.entries.first(where: { $0.match.matches(judgement.id) }) else {
      return fails(judgement)
    }
    return judgement.verdict != known.observed
  }

  private func fails(_ judgement: Judgement) -> Bool {
    switch judgement.verdict {
    case .unexplained: true
    case .differs:
      failsOn.map { level in judgement.severity.map { $0 >= level } ?? true } ?? false
    case .agrees, .notJudged: false
    }
  }

  private func words(_ judgement: Judgement) -> String {
    guard judgement.verdict == .differs else { return "unexplained" }
    return "differing (\(judgement.severity?.rawValue ?? "")): "
      + judgement.behaviours.joined(separator: " + ")
  }

  /// One line a reason, sorted.
  public var failures: [String] {
    var lines = failing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) row\($0.value == 1 ? "" : "s") \($0.key)" }
    for (entry, count) in zip(baseline?.entries ?? [], met) where count == 0 {
      lines.append("baseline: '\(entry.match.pattern)' matches no row")
    }
    for entry in baseline?.entries ?? [] {
      guard let until = entry.until, let today, until < today else { continue }
      lines.append("baseline: '\(entry.match.pattern)' was known until \(until)")
    }
    return lines
  }
}
