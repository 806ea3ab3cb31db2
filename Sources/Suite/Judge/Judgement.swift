// SPDX-License-Identifier: MIT

/// What is said about one row.
public struct Judgement: Equatable, Sendable {
  public enum Verdict: String, Sendable, CaseIterable {
    /// The answer is allowed.
    case agrees
    /// It is not, and known deviations give just this answer.
    case differs
    /// It is not, and nothing known gives it.
    case unexplained
    /// There is no answer, or nothing is known of the question.
    case notJudged
  }

  public let id: String
  public var verdict: Verdict
  public var inContract: Bool
  public var prediction = Agreement.none
  /// The behaviours without which the prediction would be another.
  public var behaviours: [String] = []
  /// Clauses that are broken without deciding the verdict.
  public var findings: [String] = []
  /// The clauses that decided.
  public var clauses: [String] = []
  public var severity: Severity?
  public var mismatch: Mismatch?
  /// The clauses that the question is about, where it says so, whatever came of it.
  public var subjects: [String] = []
  /// Why an answer is not judged.
  public var reason: String?

  public init(id: String, verdict: Verdict, inContract: Bool) {
    self.id = id
    self.verdict = verdict
    self.inContract = inContract
  }
}
