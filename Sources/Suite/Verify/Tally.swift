// SPDX-License-Identifier: MIT

/// Numbers of rows: by verdict, by contract and by prediction.
public struct Tally: Equatable, Sendable {
  public private(set) var rows = 0
  public private(set) var agrees = 0
  public private(set) var differs = 0
  public private(set) var unexplained = 0
  public private(set) var notJudged = 0
  public private(set) var outOfContract = 0
  public private(set) var predictedBytes = 0
  public private(set) var predictedMeaning = 0
  public private(set) var predictedNone = 0
  /// In how many rows each behaviour shows.
  public private(set) var behaviours: [String: Int] = [:]
  /// In how many rows each finding was made.
  public private(set) var findings: [String: Int] = [:]

  public init() {}

  public mutating func add(_ judgement: Judgement) {
    rows += 1
    switch judgement.verdict {
    case .agrees: agrees += 1
    case .differs: differs += 1
    case .unexplained: unexplained += 1
    case .notJudged: notJudged += 1
    }
    if !judgement.inContract { outOfContract += 1 }
    switch judgement.prediction {
    case .bytes: predictedBytes += 1
    case .meaning: predictedMeaning += 1
    case .none: predictedNone += 1
    }
    for id in judgement.behaviours { behaviours[id, default: 0] += 1 }
    for id in judgement.findings { findings[id, default: 0] += 1 }
  }

  public static func += (left: inout Tally, right: Tally) {
    left.rows += right.rows
    left.agrees += right.agrees
    left.differs += right.differs
    left.unexplained += right.unexplained
    left.notJudged += right.notJudged
    left.outOfContract += right.outOfContract
    left.predictedBytes += right.predictedBytes
    left.predictedMeaning += right.predictedMeaning
    left.predictedNone += right.predictedNone
    left.behaviours.merge(right.behaviours, uniquingKeysWith: +)
    left.findings.merge(right.findings, uniquingKeysWith: +)
  }
}
