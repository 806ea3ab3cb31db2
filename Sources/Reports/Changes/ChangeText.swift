// SPDX-License-Identifier: MIT

internal import Bytes
public import Suite

/// Changes for people: kind by kind and clause by clause.
public struct ChangeText: Sendable {
  /// How many rows of a clause are named.
  private static let limit = 5
  private static let width = 100

  private let changes: Changes
  private let book: SpecBook

  public init(_ changes: Changes, book: SpecBook) {
    self.changes = changes
    self.book = book
  }

  public var text: String {
    let blocks = Change.Kind.allCases.map(block).filter { !$0.isEmpty } + [conclusion]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func block(_ kind: Change.Kind) -> [String] {
    let own = changes.all.filter { $0.kind == kind }
    guard !own.isEmpty else { return [] }
    let clauses = own.map(\.clause).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    return ["\(kind.rawValue): \(own.count.counted("row"))"]
      + clauses.flatMap { clause in lines(clause, own.filter { $0.clause == clause }) }
  }

  private func lines(_ clause: String, _ own: [Change]) -> [String] {
    let title = [clause.isEmpty ? "no clause" : clause, book.clause(clause)?.english]
    let rest = own.count - Self.limit
    let words = title.compactMap(\.self).joined(separator: ": ").printable
    return words.wrapped(to: Self.width - 2).map { "  \($0)" }
      + own.prefix(Self.limit).map { "    \($0.id.printable)  \(Self.turn($0))" }
      + (rest > 0 ? ["    … and \(rest) more"] : [])
  }

  private static func turn(_ change: Change) -> String {
    let parts = [change.before, change.after].map { $0.map(words) ?? "no answer" }
    return parts.joined(separator: " -> ").printable
  }

  private static func words(_ judgement: Judgement) -> String {
    guard judgement.verdict == .differs else { return judgement.verdict.rawValue }
    return "\(judgement.verdict.rawValue) (\(judgement.behaviours.joined(separator: " + ")))"
  }

  private var conclusion: [String] {
    let counts = Change.Kind.allCases.map { "\(changes.count($0)) \($0.rawValue)" }
    let verdict = changes.worse == 0 ? "nothing is worse" : "worse: \(changes.worse.counted("row"))"
    return [
      "\(verdict); \(changes.rows.before.counted("row")) before, \(changes.rows.after) after",
      "  \(counts.joined(separator: ", "))",
    ]
  }
}
