// SPDX-License-Identifier: MIT

/// Which recorded assistants keep a clause.
public struct ClauseEvidence: Sendable {
  public let clause: Clause
  /// The assistants with an answer that could have shown that it is broken, in the order of the
  /// recordings: where it binds callers, an answer to a request that breaks it.
  public let asked: [String]
  /// Those of them with an answer that breaks it.
  public let breaking: [String]
  /// How many answers break it.
  public let rows: Int

  public var keeping: [String] { asked.filter { !breaking.contains($0) } }

  /// Who keeps it, in as few names as it takes.
  public var keepers: String {
    if asked.isEmpty { return "not judged" }
    if breaking.isEmpty { return "all" }
    if keeping.isEmpty { return "none" }
    return breaking.count <= keeping.count
      ? "all but \(breaking.joined(separator: ", "))" : keeping.joined(separator: ", ")
  }
}
