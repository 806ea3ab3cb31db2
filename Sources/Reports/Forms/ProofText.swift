// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
public import Suite

/// A proof for people, or as JSON.
public struct ProofText: Sendable {
  private let proof: Proof

  public init(proof: Proof) {
    self.proof = proof
  }

  public func text(_ form: String) -> String {
    switch form {
    case "json": String(decoding: json.line, as: UTF8.self)
    default: lines(isWhole: form == "matrix").joined(separator: "\n") + "\n"
    }
  }

  // MARK: - Text

  private func lines(isWhole: Bool) -> [String] {
    ["\(proof.format): \(proof.vectors) vectors", "", "clauses × vectors"]
      + table(clauseRows(isWhole)) + ["", "deviations × vectors"] + table(copyRows(isWhole))
      + ["", "edits × vectors"] + table(proof.edits.map { [$0.id, shown($0.vectors, isWhole)] })
      + [""] + conclusion
  }

  private func clauseRows(_ isWhole: Bool) -> [[String]] {
    proof.clauses.map { row in
      [
        row.clause.id, row.clause.level, "named by \(row.vectors.count)",
        row.clause.excluded.map { "excluded: \($0)" }
          ?? "killed by \(shown(row.killers, isWhole))",
      ]
    }
  }

  private func copyRows(_ isWhole: Bool) -> [[String]] {
    proof.copies.map { copy in
      [copy.info.id, copy.info.severity.rawValue, state(of: copy, isWhole)]
    }
  }

  private func state(of copy: CopyProof, _ isWhole: Bool) -> String {
    if let why = copy.spared { return "spared: \(why)" }
    if !copy.killers.isEmpty { return "killed by \(shown(copy.killers, isWhole))" }
    if !copy.witnesses.isEmpty { return "allowed, seen by \(shown(copy.witnesses, isWhole))" }
    return copy.isWanted ? "NOT SEEN" : "not seen, need not be"
  }

  private func shown(_ ids: [String], _ isWhole: Bool) -> String {
    guard let first = ids.first, !isWhole else {
      return "\(ids.count)" + ids.map { " \($0)" }.joined()
    }
    return ids.count == 1 ? "1 (\(first))" : "\(ids.count) (\(first), …)"
  }

  private func table(_ rows: [[String]]) -> [String] {
    guard let columns = rows.first?.count else { return ["  none"] }
    var table = TextTable(Array(repeating: .left, count: columns))
    table.rows = rows.map { $0.map { TextTable.Cell($0) } }
    return table.lines(Palette(isOn: false)).map { "  \($0)" }
  }

  private var conclusion: [String] {
    let wanted = proof.copies.filter { $0.isWanted && $0.spared == nil }
    let killed = wanted.filter { !$0.killers.isEmpty }
    let excluded = proof.clauses.filter { $0.clause.excluded != nil }
    return proof.faults.map { "FAULT \($0)" } + [
      "\(proof.clauses.count) clauses: \(proof.clauses.filter { !$0.killers.isEmpty }.count) killed,"
        + " \(excluded.count) excluded; \(wanted.count) broken copies: \(killed.count) killed,"
        + " \(wanted.count - killed.count) allowed; \(proof.faults.count) faults"
    ]
  }

  // MARK: - JSON

  private var json: JSONObject {
    [
      "format": .string(proof.format), "vectors": .integer(proof.vectors),
      "holds": .bool(proof.holds), "clauses": .array(proof.clauses.map { .object(json($0)) }),
      "deviations": .array(proof.copies.map { .object(json($0)) }),
      "edits": .array(
        proof.edits.map { ["id": .string($0.id), "vectors": .strings($0.vectors)] }),
      "faults": .array(
        proof.faults.map { ["id": .string($0.id), "words": .string($0.words)] }),
    ]
  }

  private func json(_ row: ClauseProof) -> JSONObject {
    var object: JSONObject = [
      "id": .string(row.clause.id), "level": .string(row.clause.level),
      "vectors": .strings(row.vectors), "killers": .strings(row.killers),
    ]
    object["excluded"] = row.clause.excluded.map { .string($0) }
    return object
  }

  private func json(_ copy: CopyProof) -> JSONObject {
    var object: JSONObject = [
      "id": .string(copy.info.id), "severity": .string(copy.info.severity.rawValue),
      "clause": .string(copy.info.clause), "killers": .strings(copy.killers),
      "witnesses": .strings(copy.witnesses),
    ]
    object["spared"] = copy.spared.map { .string($0) }
    return object
  }
}
