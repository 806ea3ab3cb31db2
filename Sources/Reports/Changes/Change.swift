// SPDX-License-Identifier: MIT

public import Suite

/// What became of one row from one file of answers to another.
public struct Change: Sendable {
  /// The worst first.
  public enum Kind: String, Sendable, CaseIterable {
    /// The answer was allowed, and is not any more.
    case broken
    /// It was not allowed, and is not now, in another way.
    case changed
    /// There was an answer to judge.
    case gone
    /// There was none.
    case new
    /// It was not allowed, and is.
    case fixed
  }

  public let id: String
  public let kind: Kind
  public let before: Judgement?
  public let after: Judgement?

  /// Nothing where the row is as it was.
  init?(_ id: String, from before: Judgement?, to after: Judgement?) {
    let (old, new) = (before.flatMap(Self.answered), after.flatMap(Self.answered))
    guard let kind = Self.kind(old, new) else { return nil }
    (self.id, self.kind, self.before, self.after) = (id, kind, old, new)
  }

  private static func answered(_ judgement: Judgement) -> Judgement? {
    judgement.verdict == .notJudged ? nil : judgement
  }

  private static func kind(_ before: Judgement?, _ after: Judgement?) -> Kind? {
    guard let before else { return after == nil ? nil : .new }
    guard let after else { return .gone }
    switch (before.isWrong, after.isWrong) {
    case (false, true): return .broken
    case (true, false): return .fixed
    case (false, false): return nil
    case (true, true): return isSame(before, after) ? nil : .changed
    }
  }

  /// Whether two wrong answers are wrong in the same way; what was drawn may differ.
  private static func isSame(_ left: Judgement, _ right: Judgement) -> Bool {
    left.verdict == right.verdict && left.severity == right.severity
      && left.clauses == right.clauses && left.behaviours == right.behaviours
      && left.mismatch?.field == right.mismatch?.field
  }

  /// Whether the later file is the worse one for it; an answer that is gone proves nothing any more.
  public var isWorse: Bool {
    switch kind {
    case .broken: true
    case .fixed: false
    case .new: after?.isWrong ?? false
    case .gone: !(before?.isWrong ?? true)
    case .changed: Self.rank(after) > Self.rank(before)
    }
  }

  /// What nothing explains counts as the worst.
  private static func rank(_ judgement: Judgement?) -> Int {
    let severities = Severity.allCases
    return judgement?.severity.flatMap { severities.firstIndex(of: $0) } ?? severities.count
  }

  /// The clause that is, or was, broken; else the first that the row is about.
  public var clause: String {
    let both = [after, before].compactMap(\.self)
    return both.lazy.compactMap(\.clauses.first).first
      ?? both.lazy.compactMap(\.subjects.first).first ?? ""
  }
}
