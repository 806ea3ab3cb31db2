// SPDX-License-Identifier: MIT

/// Which recorded assistants keep a clause.
public struct ClauseEvidence: Sendable {
  public let clause: Clause
  /// The assistants with a judged answer of the party that the clause binds, in the order of the
  /// recordings.
  public let asked: [String]
  /// Those of them with an answer that breaks it.
  public let breaking: [String]
  /// How many answers break it.
  public let rows: Int

  public var keeping: [String] { asked.filter { !breaking.contains($0) } }

  /// Whether an answer could have shown that it is broken.
  private var isJudged: Bool {
    if rows > 0 { return true }
    let isFree = clause.excluded != nil || clause.standing == "impossible" || clause.binds == "page"
    return !asked.isEmpty && !isFree
  }

  /// Who keeps it, in as few names as it takes.
  public var keepers: String {
    guard isJudged else { return "not judged" }
    if breaking.isEmpty { return "all" }
    if keeping.isEmpty { return "none" }
    return breaking.count <= keeping.count
      ? "all but \(breaking.joined(separator: ", "))" : keeping.joined(separator: ", ")
  }
}
