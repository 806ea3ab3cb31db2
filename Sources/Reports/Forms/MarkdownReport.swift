// SPDX-License-Identifier: MIT

internal import Suite

/// A summary for the page of a CI step or for a comment.
struct MarkdownReport: Report {
  /// How many behaviours of a format are listed.
  private static let limit = 10

  private let context: ReportContext
  private var samples: FailureSamples

  init(_ context: ReportContext) {
    self.context = context
    samples = FailureSamples(context)
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    samples.add(judgements)
    return []
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let groups = FormatGroup.groups(of: results)
    let headline = Headline(results: results)
    let blocks = [
      ["## Assay: \(headline.verdict)"], ["\(headline.size): \(headline.numbers)."],
      reasons(results),
      failing(results), matrix(groups, results.total), behaviours(groups),
      [results.suite].compactMap { $0.map { Markdown.escaped($0.words) } },
    ]
    let text = blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return Array((text.joined(separator: "\n\n") + "\n").utf8)
  }

  private func reasons(_ results: Results) -> [String] {
    results.failures.map { "- \(Markdown.escaped($0))" }
      + results.errors.map { "- unreadable: \(Markdown.code("\($0)"))" }
  }

  private func failing(_ results: Results) -> [String] {
    guard !results.failures.isEmpty, !samples.rows.isEmpty else { return [] }
    return ["### Failing rows, the first of each kind", ""]
      + Markdown.table(
        ["row", "verdict", "clause", "what"],
        samples.rows.map { judgement in
          [
            Markdown.code(judgement.id), judgement.verdict.rawValue,
            Markdown.code(judgement.clauses.joined(separator: " ")),
            Markdown.escaped(judgement.sentence(context.book)),
          ]
        })
  }

  private func matrix(_ groups: [FormatGroup], _ total: Tally) -> [String] {
    let counts = Count.verdicts + Count.predictions
    let heads = counts.enumerated().map { index, count in
      let words = [count.head.0, count.head.1].filter { !$0.isEmpty }.joined(separator: " ")
      return index > Count.verdicts.count ? "predicted \(words)" : words
    }
    let rows = groups.flatMap { group in
      group.assistants.map { assistant in
        [Markdown.code(group.format), Markdown.escaped(group.label(of: assistant))]
          + counts.map { "\($0.value(assistant.tally))" }
      }
    }
    return Markdown.table(
      ["format", "assistant"] + heads,
      rows + [["total", ""] + counts.map { "\($0.value(total))" }],
      textColumns: 2)
  }

  private func behaviours(_ groups: [FormatGroup]) -> [String] {
    let rows = groups.flatMap { group -> [[String]] in
      let telling = SeenBehaviour.all(in: group, context.book).filter { $0.severity > .choice }
      let rest = telling.count - Self.limit
      return telling.prefix(Self.limit).map { row($0, group) }
        + (rest > 0 ? [[Markdown.code(group.format), "", "… and \(rest) more", "", ""]] : [])
    }
    guard !rows.isEmpty else { return [] }
    let head = ["format", "severity", "behaviour", "clause", "shown by (rows)"]
    return ["<details><summary>Behaviours that show, the worst first</summary>", ""]
      + Markdown.table(head, rows) + ["", "</details>"]
  }

  private func row(_ behaviour: SeenBehaviour, _ group: FormatGroup) -> [String] {
    let seen = behaviour.seen.map { "\($0.label) \($0.rows)" }.joined(separator: ", ")
    return [
      Markdown.code(group.format), behaviour.severity.rawValue,
      "\(Markdown.code(behaviour.id)) \(Markdown.escaped(behaviour.words))",
      Markdown.code(behaviour.clause), Markdown.escaped(seen),
    ]
  }
}
