// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// Clauses and refusals with what shows them.

extension Listing {
  func evidence() throws {
    for judge in judges {
      let book = try EvidenceBook(judge, recordings: library.recordings(of: judge.format))
      let vectors = try shelves().first { $0.format == judge.format }?.vectors ?? []
      for clause in try clauses(of: judge.format) {
        let named = vectors.count { $0.clauses.contains(clause.id) }
        try write(book.evidence(for: clause), vectors: named, format: judge.format)
      }
    }
  }

  private func write(_ evidence: ClauseEvidence, vectors: Int, format: String) throws {
    let clause = evidence.clause
    try write(
      "\(format.padded(14))\(clause.level.padded(8))\(clause.id.padded(38))"
        + "\(String(vectors).leftPadded(4)) vectors  kept by: \(evidence.keepers)",
      ["format": .string(format)] + clause.json + [
        "keptBy": .string(evidence.keepers), "breaking": .strings(evidence.breaking),
        "rows": .integer(evidence.rows), "vectors": .integer(vectors),
      ])
  }

  /// The refusals that the vectors of a format expect, in the order of the stages.
  func reasons() throws {
    for (format, vectors) in try shelves() {
      for reason in Reason.all(in: vectors) {
        try write(
          "\(format.padded(16))\(reason.operation.padded(11))\(reason.name.padded(32))"
            + "\(String(reason.vectors).leftPadded(4)) vectors  \(reason.fields.joined(separator: ", "))",
          [
            "format": .string(format), "op": .string(reason.operation),
            "stage": .string(reason.stage.rawValue), "reason": .string(reason.word),
            "fields": .string(reason.fields.joined(separator: ", ")),
            "clauses": .strings(reason.clauses), "vectors": .integer(reason.vectors),
          ])
      }
    }
  }
}

/// A way in which an operation can refuse.
private struct Reason {
  let operation: String
  let stage: Stage
  let word: String
  var fields: [String] = []
  var clauses: [String] = []
  var vectors = 0

  var name: String { "\(stage.rawValue)/\(word)" }

  static func all(in vectors: [Vector]) -> [Reason] {
    var reasons: [Reason] = []
    for vector in vectors {
      guard let check = vector.expectation.check else { continue }
      let operation = vector.question.op
      let known = reasons.firstIndex {
        ($0.operation, $0.stage, $0.word) == (operation, check.stage, check.reason)
      }
      let index = known ?? reasons.count
      if known == nil {
        reasons.append(Reason(operation: operation, stage: check.stage, word: check.reason))
      }
      reasons[index].add(vector, check)
    }
    let order = Stage.allCases
    return reasons.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.operation != second.operation { return first.operation < second.operation }
      let stages = [first, second].map { order.firstIndex(of: $0.stage) ?? 0 }
      return (stages[0], left.offset) < (stages[1], right.offset)
    }.map(\.element)
  }

  private mutating func add(_ vector: Vector, _ check: Check) {
    vectors += 1
    if !check.field.isEmpty, !fields.contains(check.field) { fields.append(check.field) }
    clauses += vector.clauses.filter { !clauses.contains($0) }
  }
}
