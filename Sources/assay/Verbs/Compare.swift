// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let compare = Verb(
    name: "compare", operands: "CASE...",
    words: "Put one question to all recorded assistants: who agrees, who differs, and where the"
      + " first byte differs. CASE is FORMAT/NUMBER or a row id; * stands for any text.",
    flags: [.form, .recordings],
    examples: ["assay compare zego-04-cbc/0063", "assay compare 'zego-04-cbc/00*'"],
    run: CompareRun.run)
}

/// A case: what all assistants of a format were asked.
struct CaseID: Hashable, Sendable {
  let format: String
  let number: String

  /// The case of a row id `FORMAT/VARIANT/CASE.RUN.NOTE`, or of `FORMAT/CASE`.
  init(_ id: String) {
    let parts = id.split(separator: "/")
    format = parts.first.map(String.init) ?? ""
    number = parts.last?.split(separator: ".").first.map(String.init) ?? ""
  }

  var text: String { "\(format)/\(number)" }
}

/// Compares the answers to the same question.
private enum CompareRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let names = try invocation.operands(1...Int.max).map { CaseID($0).text }
    let cases = names.map { Glob($0) }
    let library = try Library(invocation)
    let paths = try RowSearch.paths(invocation, library, for: names)
    let rows = try RowSearch.rows(in: paths) { id in
      let text = CaseID(id).text
      return cases.contains { $0.matches(text) }
    }
    guard !rows.isEmpty else {
      throw UsageError(
        "no row belongs to \(invocation.operands.joined(separator: " "))",
        hint: "a case is FORMAT/NUMBER, as zego-04-cbc/0063")
    }
    let groups = questions(rows)
    try OutputFile.standardOutput.write(
      try invocation.isJSON
        ? JSONValue.array(groups.map(\.json)).line
        : Array(text(groups).utf8))
    return 0
  }

  /// The rows question by question: a case can be one for a token and one for a builder.
  private static func questions(_ rows: [FoundRow]) -> [Comparison] {
    let cases = Dictionary(grouping: rows) { CaseID($0.row.id) }.sorted {
      $0.key.text < $1.key.text
    }
    return cases.flatMap { id, rows in
      let titles = Dictionary(grouping: rows) { $0.row.title }
      return titles.sorted { $0.key < $1.key }.map { Comparison(id: id, rows: $0.value) }
    }
  }

  private static func text(_ groups: [Comparison]) -> String {
    guard Set(groups.map(\.id)).count > 1 else {
      return groups.map(\.text).joined(separator: "\n")
    }
    return Comparison.matrix(groups)
  }
}
