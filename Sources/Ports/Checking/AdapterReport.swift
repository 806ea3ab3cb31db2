// SPDX-License-Identifier: MIT

/// What came of checking an adapter.
public struct AdapterReport: Sendable {
  public private(set) var checks: [AdapterCheck] = []
  /// How many answers in good form can be judged, and how many of them are right.
  public internal(set) var answered = 0
  public internal(set) var right = 0

  public var holds: Bool { checks.allSatisfy { $0.outcome == .passed } }

  public func count(_ outcome: AdapterCheck.Outcome) -> Int {
    checks.count { $0.outcome == outcome }
  }

  mutating func add(
    _ step: AdapterCheck.Step, of subject: String = "", _ exchange: AdapterExchange
  ) {
    checks.append(
      AdapterCheck(step, subject, problems: exchange.problems, notes: exchange.notes))
  }

  mutating func skip(_ step: AdapterCheck.Step, _ subject: String = "", because why: String) {
    checks.append(AdapterCheck(step, subject, notReached: why))
  }

  /// Says of every step that was not taken why.
  mutating func complete(because why: String) {
    let reached = Set(checks.map(\.step))
    let missing = AdapterCheck.Step.allCases.filter { !reached.contains($0) }
    checks += missing.map { AdapterCheck($0, notReached: why) }
    checks = AdapterCheck.Step.allCases.flatMap { step in checks.filter { $0.step == step } }
  }
}
