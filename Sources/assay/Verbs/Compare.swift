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

extension String {
  /// A row id without the number of its run.
  fileprivate var withoutRun: String {
    let parts = split(separator: ".")
    return parts.enumerated().filter { $0.offset != 1 || Int($0.element) == nil }
      .map { String($0.element) }.joined(separator: ".")
  }
}

/// Compares the answers to the same question.
private enum CompareRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let cases = try invocation.operands(1...Int.max).map { Glob(CaseID($0).text) }
    let library = try Library(invocation)
    let rows = try RowSearch.rows(in: RowSearch.paths(invocation, library)) { id in
      let text = CaseID(id).text
      return cases.contains { $0.matches(text) }
    }
    guard !rows.isEmpty else {
      throw UsageError(
        "no row belongs to \(invocation.operands.joined(separator: " "))",
        hint: "a case is FORMAT/NUMBER, as zego-04-cbc/0063")
    }
    let groups = Dictionary(grouping: rows) { CaseID($0.row.id) }
      .sorted { $0.key.text < $1.key.text }.map { Comparison(id: $0.key, rows: $0.value) }
    try OutputFile.standardOutput.write(
      try invocation.isJSON
        ? JSONValue.array(groups.map(\.json)).encoded + [UInt8(ascii: "\n")]
        : Array(text(groups).utf8))
    return 0
  }

  private static func text(_ groups: [Comparison]) -> String {
    guard groups.count > 1 else { return groups.map(\.text).joined() }
    return Comparison.matrix(groups)
  }
}

/// All answers to one question.
private struct Comparison {
  let id: CaseID
  /// One row a variant: the first run stands for all.
  let rows: [FoundRow]
  private let views: [String]
  private let sample: String

  init(id: CaseID, rows: [FoundRow]) {
    self.id = id
    var seen: Set<String> = []
    self.rows = rows.filter { seen.insert($0.row.id.withoutRun).inserted }
    views = self.rows.map { row in
      Formats.judge(for: row.header.format)?.view(of: row.row) ?? ""
    }
    var counts: [String: Int] = [:]
    for (view, row) in zip(views, self.rows) where row.judgement.verdict == .agrees {
      counts[view, default: 0] += 1
    }
    sample = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? views.first ?? ""
  }

  var text: String {
    let first = rows.first?.row
    let input = first?.question.input.members.filter { $0.name != "secret" } ?? []
    var lines = ["\(id.text): \(first?.title ?? "")"]
    lines += input.map { "  \($0.name.display.padded(28))\(short($0.value))" }
    lines.append("")
    for (row, view) in zip(rows, views) {
      lines.append(
        "  \(row.header.assistant.variant.padded(14))\(row.judgement.verdict.rawValue.padded(13))"
          + cut(view))
      if let difference = difference(of: view) { lines.append("".padded(29) + difference) }
      for behaviour in row.judgement.behaviours where row.judgement.verdict == .differs {
        lines.append("".padded(29) + "known as \(behaviour)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where a view leaves the most frequent one of those that agree.
  private func difference(of view: String) -> String? {
    guard view != sample, !sample.isEmpty else { return nil }
    let (left, right) = (Array(sample.utf8), Array(view.utf8))
    let offset = zip(left, right).prefix { $0 == $1 }.count
    let (expected, got) = (piece(left, offset), piece(right, offset))
    return "first difference at byte \(offset): \(expected) | \(got)"
  }

  private func piece(_ bytes: [UInt8], _ offset: Int) -> String {
    offset < bytes.count
      ? String(decoding: bytes[offset...].prefix(16), as: UTF8.self) : "(the end)"
  }

  private func short(_ value: JSONValue) -> String {
    cut(String(decoding: value.recorded.encoded, as: UTF8.self))
  }

  private func cut(_ text: String) -> String {
    text.count <= 120 ? text : text.prefix(117) + "…"
  }

  var json: JSONValue {
    .object([
      "case": .string(id.text), "title": .string(rows.first?.row.title ?? ""),
      "answers": .array(
        zip(rows, views).map { row, view in
          .object([
            "id": .string(row.row.id), "variant": .string(row.header.assistant.variant),
            "verdict": .string(row.judgement.verdict.rawValue), "answer": .string(view),
            "same": .bool(view == sample),
          ])
        }),
    ])
  }

  private static let marks: [Judgement.Verdict: String] = [
    .agrees: "=", .differs: "x", .unexplained: "?", .notJudged: "-",
  ]

  /// Questions down, assistants across, one mark a verdict.
  static func matrix(_ groups: [Comparison]) -> String {
    var variants: [String] = []
    for variant in groups.flatMap({ $0.rows.map(\.header.assistant.variant) })
    where !variants.contains(variant) { variants.append(variant) }
    let width = (variants.map(\.count).max() ?? 0) + 1
    var lines = ["".padded(20) + variants.map { $0.padded(width) }.joined()]
    for group in groups {
      let cells = variants.map { variant in
        let verdicts = group.rows.filter { $0.header.assistant.variant == variant }
          .compactMap { marks[$0.judgement.verdict] }
        return Set(verdicts).sorted().joined().padded(width)
      }
      lines.append(group.id.text.padded(20) + cells.joined() + (group.rows.first?.row.title ?? ""))
    }
    return lines.joined(separator: "\n")
      + "\n\n= agrees   x differs   ? unexplained   - no answer\n"
  }
}
