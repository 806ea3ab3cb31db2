// SPDX-License-Identifier: MIT

internal import Suite

/// The first failing row of each kind: enough to start with, whatever the number of rows.
struct FailureSamples {
  private let context: ReportContext
  private let limit: Int
  private(set) var rows: [Judgement] = []
  private var kinds: Set<[String]> = []
  /// How many failing rows there are, with those that are not kept.
  private(set) var count = 0

  init(_ context: ReportContext, limit: Int = 12) {
    self.context = context
    self.limit = limit
  }

  mutating func add(_ judgements: [Judgement]) {
    for judgement in judgements where context.isFailure(judgement) {
      count += 1
      guard rows.count < limit else { continue }
      let kind = [judgement.verdict.rawValue] + judgement.clauses + judgement.behaviours
      if kinds.insert(kind).inserted { rows.append(judgement) }
    }
  }
}
