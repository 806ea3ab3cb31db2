// SPDX-License-Identifier: MIT

internal import Bytes
internal import Profiles
internal import Suite

/// What the pages and the vectors show of one format.
struct FormatCoverage {
  let format: String
  private(set) var clauses: [ClauseCoverage] = []
  private(set) var holes: [String] = []

  init(
    _ judge: any RowJudge, _ shelf: (model: any VectorModel, vectors: [Vector])?,
    _ mentions: Mentions, _ library: Library
  ) throws {
    format = judge.format
    let vectors = shelf?.vectors ?? []
    let rules = try library.clauses(of: format)
    let proof = shelf.map { Prover($0.model, vectors: vectors, clauses: rules).prove() }
    clauses = rules.clauses.map { clause in
      ClauseCoverage(
        clause: clause, pages: mentions.pages(listing: clause.id).count,
        examples: mentions.examples(about: clause.id),
        vectors: vectors.count { $0.clauses.contains(clause.id) },
        killers: proof?.clauses.first { $0.clause.id == clause.id }?.killers.count ?? 0)
    }
    holes = clauses.compactMap(\.hole).map { "\(format): \($0)" }
    findUnknown(judge, mentions)
    if shelf != nil { findReasons(vectors, mentions) }
  }

  private mutating func findUnknown(_ judge: any RowJudge, _ mentions: Mentions) {
    let seen = Set(judge.profiles.flatMap(\.behaviours))
    holes += judge.deviations.map(\.id).filter { seen.contains($0) && !mentions.words.contains($0) }
      .map { "\(format): the behaviour \($0) is on no page" }
  }

  private mutating func findReasons(_ vectors: [Vector], _ mentions: Mentions) {
    let path = "Docs/spec/\(format).md"
    guard mentions.page(path) != nil else {
      holes.append("\(format): there is no page \(path)")
      return
    }
    let names = Set(RefusalReason.all(in: vectors).map { [$0.stage.rawValue, $0.word] })
    for name in names.sorted(by: { $0.joined() < $1.joined() })
    where !mentions.hasExample(of: path, with: name) {
      holes.append("\(format): no example of \(path) is refused by \(name.joined(separator: "/"))")
    }
  }
}

/// Where a clause stands, and what shows it.
struct ClauseCoverage {
  let clause: Clause
  /// How many pages list it.
  let pages: Int
  /// How many examples are about it.
  let examples: Int
  /// How many vectors name it.
  let vectors: Int
  /// How many of them an implementation fails that breaks it.
  let killers: Int

  var hole: String? {
    if pages == 0 { return "the clause \(clause.id) is on no page" }
    return isShown ? nil : "nothing shows the clause \(clause.id), and it does not say why"
  }

  /// What binds callers is shown by the requests that break it.
  private var isShown: Bool {
    examples > 0 || killers > 0 || clause.excluded != nil
      || clause.binds == "caller" && vectors > 0
  }

  static let head =
    "".padded(38) + ["pages", "examples", "vectors", "killing"].map { $0.leftPadded(9) }.joined()

  var line: String {
    clause.id.padded(38)
      + [pages, examples, vectors, killers].map { String($0).leftPadded(9) }.joined()
      + (clause.excluded.map { "  excluded: \($0)" } ?? "")
  }
}
