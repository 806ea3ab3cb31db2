// SPDX-License-Identifier: MIT

public import Suite

/// What changed from one file of answers to another.
public struct Changes: Sendable {
  /// How many rows each file has.
  let rows: (before: Int, after: Int)
  /// The worst kind first, then by clause, then by id.
  public let all: [Change]

  public init(from before: [Judgement], to after: [Judgement]) {
    let (old, new) = (Self.byID(before), Self.byID(after))
    rows = (before.count, after.count)
    let ids = Set(old.keys).union(new.keys).sorted()
    let changes = ids.compactMap { Change($0, from: old[$0], to: new[$0]) }
    all = Change.Kind.allCases.flatMap { kind in
      changes.filter { $0.kind == kind }.sorted { ($0.clause, $0.id) < ($1.clause, $1.id) }
    }
  }

  private static func byID(_ judgements: [Judgement]) -> [String: Judgement] {
    Dictionary(judgements.map { ($0.id, $0) }) { first, _ in first }
  }

  public var worse: Int { all.count(where: \.isWorse) }

  func count(_ kind: Change.Kind) -> Int { all.count { $0.kind == kind } }
}
