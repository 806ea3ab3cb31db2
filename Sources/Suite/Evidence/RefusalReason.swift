// SPDX-License-Identifier: MIT

public import Bytes

/// A way in which an operation can refuse.
public struct RefusalReason: Sendable {
  public let operation: String
  public let stage: Stage
  public let word: String
  public private(set) var fields: [String] = []
  public private(set) var clauses: [String] = []
  public private(set) var vectors = 0

  public var name: String { "\(stage.rawValue)/\(word)" }

  /// The refusals that vectors expect, by operation and in the order of the stages.
  public static func all(in vectors: [Vector]) -> [RefusalReason] {
    var reasons: [RefusalReason] = []
    for vector in vectors {
      guard let check = vector.expectation.check else { continue }
      let operation = vector.question.op
      let known = reasons.firstIndex {
        ($0.operation, $0.stage, $0.word) == (operation, check.stage, check.reason)
      }
      let index = known ?? reasons.count
      if known == nil {
        reasons.append(RefusalReason(operation: operation, stage: check.stage, word: check.reason))
      }
      reasons[index].add(vector, check)
    }
    return Set(reasons.map(\.operation)).sorted().flatMap { operation in
      Stage.allCases.flatMap { stage in
        reasons.filter { ($0.operation, $0.stage) == (operation, stage) }
      }
    }
  }

  private mutating func add(_ vector: Vector, _ check: Check) {
    vectors += 1
    if !check.field.isEmpty, !fields.contains(check.field) { fields.append(check.field) }
    clauses += vector.clauses.filter { !clauses.contains($0) }
  }
}
