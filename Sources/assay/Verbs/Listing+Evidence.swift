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
      for reason in RefusalReason.all(in: vectors) {
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
