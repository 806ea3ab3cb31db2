// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Profiles
internal import Suite

extension String {
  /// A row id without the number of its run, which stands behind the first dot of the case.
  fileprivate var withoutRun: String {
    let names = split(separator: "/", omittingEmptySubsequences: false)
    let parts = (names.last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let kept = parts.enumerated().filter { $0.offset != 1 || Int($0.element) == nil }
    return (names.dropLast() + [kept.map(\.element).joined(separator: ".")[...]])
      .joined(separator: "/")
  }
}

/// All answers to one question.
struct Comparison {
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
    let input = first?.question.input.members.filter {
      !Question.secretNames.contains($0.name.display)
    }
    var lines = [id.text.titled(first?.title ?? "")]
    lines += (input ?? []).map { "  \($0.name.display.padded(28))\(short($0.value))" }
    lines.append("")
    for (row, view) in zip(rows, views) { lines += self.lines(row, view) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let verdictWidth = 13

  /// Where the verdicts stand: behind the longest name.
  private var nameWidth: Int {
    max(14, (rows.map(\.header.assistant.variant.count).max() ?? 0) + 2)
  }

  /// An answer, and what is to be said about it, one below the other.
  private func lines(_ row: FoundRow, _ view: String) -> [String] {
    let judgement = row.judgement
    let known = judgement.verdict == .differs ? judgement.behaviours : []
    let words =
      view.wrapped(to: Self.longest) + [difference(of: view)].compactMap(\.self)
      + known.map { "known as \($0)" }
    let head =
      "  \(row.header.assistant.variant.padded(nameWidth))"
      + judgement.verdict.rawValue.padded(Self.verdictWidth)
    let margin = "".padded(2 + nameWidth + Self.verdictWidth)
    return words.enumerated().map { ($0.offset == 0 ? head : margin) + $0.element }
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
    text.count <= Self.longest ? text : text.prefix(Self.longest - 3) + "…"
  }

  private static let longest = 120

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
