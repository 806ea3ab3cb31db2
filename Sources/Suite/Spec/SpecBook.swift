// SPDX-License-Identifier: MIT

/// Everything that an id can name: deviations and clauses.
public struct SpecBook: Sendable {
  public let deviations: [String: DeviationInfo]
  public let clauseSets: [ClauseSet]

  public init(deviations: [DeviationInfo], clauses: [ClauseSet]) {
    self.deviations = Dictionary(deviations.map { ($0.id, $0) }) { first, _ in first }
    clauseSets = clauses
  }

  /// A clause by its id, in the words of a format where several have it.
  public func clause(_ id: String, in format: String? = nil) -> Clause? {
    let sets = clauseSets.filter { format == nil || $0.format == format }
    return sets.lazy.compactMap { $0[id] }.first
  }
}
