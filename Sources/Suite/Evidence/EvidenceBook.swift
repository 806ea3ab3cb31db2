// SPDX-License-Identifier: MIT

/// What the recordings of a format show of its clauses.
public struct EvidenceBook: Sendable {
  private var assistants: [Seen] = []

  /// What one assistant answered.
  private struct Seen: Sendable {
    let variant: String
    var operations: Set<String> = []
    /// How many answers break a clause.
    var broken: [String: Int] = [:]

    mutating func add(_ judgement: Judgement, to operation: String) {
      guard judgement.verdict != .notJudged else { return }
      operations.insert(operation)
      for id in Set(judgement.clauses + judgement.findings) { broken[id, default: 0] += 1 }
    }
  }

  /// The operations by which a party can break its clauses; the others are bound by every one.
  private static let operations: [String: Set<String>] = [
    "minter": ["mint", "build", "reopen"], "opener": ["open", "reopen"], "carrier": ["carry"],
    "server": ["admit", "authorize"],
  ]

  /// Judges the recordings of the judge's format.
  public init(_ judge: any RowJudge, recordings: [String]) throws {
    for path in recordings {
      var reader = try RecordingReader(path)
      guard reader.header.format == judge.format else { continue }
      let seat = judge.seat(for: reader.header.assistant)
      var seen = Seen(variant: reader.header.assistant.variant)
      while let batch = try reader.nextBatch() {
        try batch.forEachRow { row, _ in seen.add(seat.judge(row), to: row.question.op) }
      }
      assistants.append(seen)
    }
  }

  public func evidence(for clause: Clause) -> ClauseEvidence {
    let operations = Self.operations[clause.binds]
    let asked = assistants.filter { operations.map($0.operations.isDisjoint) != true }
    let breaking = asked.filter { $0.broken[clause.id] != nil }
    return ClauseEvidence(
      clause: clause, asked: asked.map(\.variant), breaking: breaking.map(\.variant),
      rows: breaking.reduce(0) { $0 + ($1.broken[clause.id] ?? 0) })
  }
}
