// SPDX-License-Identifier: MIT

internal import Bytes
internal import Files
internal import JSON
internal import Profiles
internal import Reports
internal import Suite

extension Verbs {
  static let explain = Verb(
    name: "explain", operands: "ID",
    words: "Explain a row of a recording, a clause, a deviation or a vector: why, where, and how to"
      + " see it again.",
    flags: [.recordings],
    examples: [
      "assay explain zego-04-cbc/cpp/0063.1", "assay explain zego.cuts-at-nul",
      "assay explain zego.user-id.kept", "assay explain zego-04-gcm.open.last-tag-bit",
    ],
    run: ExplainRun.run)
}

/// Explains what an id names.
private enum ExplainRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let id = try invocation.operands(1...1)[0]
    let library = try Library(invocation)
    let book = try library.book()
    var texts: [String] = []
    if let deviation = book.deviations[id] { texts.append(SpecText.deviation(deviation, book)) }
    if let clause = book.clause(id) { texts.append(SpecText.clause(clause, book)) }
    if let found = try VectorShelf(library).find(id) {
      texts.append(
        VectorText(model: found.model, file: found.file, vector: found.vector, book: book).text)
    }
    if texts.isEmpty {
      let rows = try RowSearch.rows(in: RowSearch.paths(invocation, library, for: [id])) {
        $0 == id
      }
      texts = rows.map { RowText(found: $0, book: book).text }
    }
    guard !texts.isEmpty else {
      let known =
        Array(book.deviations.keys) + book.clauseSets.flatMap { $0.clauses.map(\.id) }
        + (try VectorShelf(library).ids())
      throw UsageError(
        "nothing is called '\(id)'",
        hint: nearest(to: id, in: known).map { "did you mean '\($0)'?" }
          ?? "see 'assay list clauses', 'assay list deviations' or a recording's row ids")
    }
    try OutputFile.standardOutput.write(texts.joined(separator: "\n"))
    return 0
  }
}

/// Clauses and deviations in words.
enum SpecText {
  static func deviation(_ info: DeviationInfo, _ book: SpecBook) -> String {
    var lines = [
      "deviation \(info.id)", "  \(info.words)", "  severity  \(info.severity.rawValue)",
      "  clause    \(info.clause)",
    ]
    if let clause = book.clause(info.clause) { lines.append("            \(clause.english)") }
    for judge in Formats.judges {
      let variants = judge.profiles.filter { $0.behaviours.contains(info.id) }.map(\.variant)
      if !variants.isEmpty {
        lines.append("  shown by  \(judge.format): \(variants.joined(separator: ", "))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func clause(_ clause: Clause, _ book: SpecBook) -> String {
    var lines = [
      "clause \(clause.id)", "  \(clause.english)", "  \(clause.chinese)",
      "  level     \(clause.level), binds the \(clause.binds)",
      "  standing  \(clause.standing), source \(clause.source)",
    ]
    if let evidence = clause.evidence { lines.append("  evidence  \(evidence)") }
    let breaking = book.deviations.values.filter { $0.clause == clause.id }.map(\.id).sorted()
    if !breaking.isEmpty { lines.append("  broken by \(breaking.joined(separator: ", "))") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// One judged row in words.
private struct RowText {
  let found: FoundRow
  let book: SpecBook

  var text: String {
    let parts = [head, question, answer, verdict, behaviours, again]
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let assistant = found.header.assistant
    return [
      found.row.id.titled(found.row.title),
      "  \(assistant.name) \(assistant.variant) (\(assistant.language)), \(assistant.version)",
    ]
  }

  private var question: [String] {
    ["question: \(found.row.question.op)"]
      + found.row.question.input.members.map { "  \($0.name.display.padded(28))\(shown($0))" }
  }

  /// Secrets stay out of reports.
  private func shown(_ member: JSONObject.Member) -> String {
    guard !Question.secretNames.contains(member.name.display) else {
      return "(\(member.value.text?.bytes.count ?? 0) bytes)"
    }
    return short(String(decoding: member.value.recorded.encoded, as: UTF8.self))
  }

  private func short(_ text: String) -> String {
    text.count <= 100 ? text : "\(text.prefix(97))… (\(text.count) characters)"
  }

  private var answer: [String] {
    let answer = found.row.answer
    var lines = ["answer: \(answer.outcome.rawValue)"]
    if let token = answer.token { lines.append("  token  \(short(token.display))") }
    if let error = answer.error {
      lines.append("  error  \(error.identity): \(error.message ?? "")")
    }
    let told = found.prediction?.recovered ?? []
    if answer.token != nil, !told.isEmpty {
      lines.append("  drawn  " + told.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
    }
    return lines
  }

  private var verdict: [String] {
    let judgement = found.judgement
    var lines = [
      "verdict: \(judgement.verdict.rawValue), \(judgement.inContract ? "in" : "out of") contract,"
        + " predicted: \(judgement.prediction.rawValue)"
    ]
    if let mismatch = judgement.mismatch {
      let place = mismatch.offset.map { " at byte \($0)" } ?? ""
      lines += [
        "  field     \(mismatch.field)\(place)", "  expected  \(mismatch.expected)",
        "  got       \(mismatch.got)",
      ]
    }
    for id in judgement.clauses + judgement.findings {
      let words = book.clause(id, in: found.header.format)?.english ?? ""
      lines.append("  clause    \(id): \(words)")
    }
    return lines
  }

  /// Those of the profile, or what was found for a port without one.
  private var behaviours: [String] {
    let ids = found.needs.isEmpty ? found.judgement.behaviours : found.needs
    guard !ids.isEmpty else { return ["behaviours: none shows here"] }
    return ["behaviours that show here:"]
      + ids.map { id in
        let info = book.deviations[id]
        return "  \((info?.severity.rawValue ?? "").padded(10))\(id): \(info?.words ?? "")"
      }
  }

  private var again: [String] {
    [
      "to see it again:", "  assay verify --only '\(found.row.id)' --format ndjson \(found.path)",
      "  assay compare \(CaseID(found.row.id).text)",
    ]
  }
}
