// SPDX-License-Identifier: MIT

/// What the recordings of a format show of its clauses.
public struct EvidenceBook: Sendable {
  private var assistants: [Seen] = []

  /// What one assistant answered.
  fileprivate struct Seen: Sendable {
    let variant: String
    var operations: Set<String> = []
    /// The rules for callers that its questions broke.
    var tried: Set<String> = []
    /// How many answers break a clause.
    var broken: [String: Int] = [:]
  }

  /// The operations by which a party can break its clauses.
  private static let operations: [String: Set<String>] = [
    "minter": ["mint", "build", "reopen"], "opener": ["open"], "carrier": ["carry"],
    "server": ["admit", "authorize"],
  ]

  /// Judges the recordings of the judge's format.
  public init(_ judge: any RowJudge, recordings: [String]) throws {
    let clauses = Dictionary(judge.deviations.map { ($0.id, $0.clause) }) { first, _ in first }
    for path in recordings {
      var reader = try RecordingReader(path)
      guard reader.header.format == judge.format else { continue }
      let seat = judge.seat(for: reader.header.assistant)
      var seen = Seen(variant: reader.header.assistant.variant)
      while let batch = try reader.nextBatch() {
        try batch.forEachRow { row, _ in
          let judgement = seat.judge(row)
          guard judgement.verdict != .notJudged else { return }
          seen.operations.insert(row.question.op)
          seen.tried.formUnion(seat.brokenClauses(by: row))
          for id in Self.broken(judgement, clauses) { seen.broken[id, default: 0] += 1 }
        }
      }
      assistants.append(seen)
    }
  }

  /// The clauses that an answer breaks: those that were noted, and those of the behaviours by which it
  /// differs.
  private static func broken(_ judgement: Judgement, _ clauses: [String: String]) -> Set<String> {
    let noted = Set(judgement.clauses + judgement.findings)
    guard judgement.verdict == .differs else { return noted }
    return noted.union(judgement.behaviours.compactMap { clauses[$0] })
  }

  public func evidence(for clause: Clause) -> ClauseEvidence {
    let breaking = assistants.filter { $0.broken[clause.id] != nil }
    let asked =
      clause.binds == "page" && !breaking.isEmpty
      ? assistants
      : assistants.filter { $0.wasAsked(for: clause, Self.operations[clause.binds]) }
    return ClauseEvidence(
      clause: clause, asked: asked.map(\.variant), breaking: breaking.map(\.variant),
      rows: breaking.reduce(0) { $0 + ($1.broken[clause.id] ?? 0) })
  }
}

extension EvidenceBook.Seen {
  /// Whether an answer could have shown that the clause is broken.
  fileprivate func wasAsked(for clause: Clause, _ operations: Set<String>?) -> Bool {
    if broken[clause.id] != nil || tried.contains(clause.id) { return true }
    guard clause.excluded == nil, clause.standing != "impossible", let operations else {
      return false
    }
    return !operations.isDisjoint(with: self.operations)
  }
}
