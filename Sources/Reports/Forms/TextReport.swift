// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The report to read: the matrix, the behaviours, the findings and the gate.
struct TextReport: Report {
  static let width = 110
  /// How many findings of a format are named.
  private static let findings = 6

  private let context: ReportContext
  private let palette: Palette
  private var samples: FailureSamples

  init(_ context: ReportContext) {
    self.context = context
    palette = Palette(isOn: context.colour)
    samples = FailureSamples(context)
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    samples.add(judgements)
    return []
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let groups = FormatGroup.groups(of: results)
    var behaviours = TextBehaviours(groups, context.book, palette)
    let blocks =
      [TextMatrix(groups: groups, total: results.total).lines(palette)] + behaviours.blocks() + [
        findings(groups), failing(results), unreadable(results), verdict(results), Self.more,
      ]
    let text = blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return Array((text.joined(separator: "\n\n") + "\n").utf8)
  }

  private func findings(_ groups: [FormatGroup]) -> [String] {
    let found = groups.filter { !$0.tally.findings.isEmpty }
    guard !found.isEmpty else { return [] }
    let width = found.map(\.format.displayWidth).max() ?? 0
    return [palette.paint("findings: clauses that an allowed answer breaks (rows)", .bold)]
      + found.flatMap { group in
        let lines = entries(group.tally.findings).wrapped(to: Self.width - width - 4)
        return lines.enumerated().map { index, line in
          "  \((index == 0 ? group.format : "").filled(to: width))  \(line.breakable)"
        }
      }
  }

  private func entries(_ findings: [String: Int]) -> String {
    let ranked = findings.ranked
    let rest = ranked.count - Self.findings
    return
      (ranked.prefix(Self.findings).map { "\($0.id) \($0.rows)".unbreakable }
      + (rest > 0 ? ["and \(rest) more".unbreakable] : [])).joined(separator: ", ")
  }

  private func failing(_ results: Results) -> [String] {
    guard !results.failures.isEmpty, !samples.rows.isEmpty else { return [] }
    let kept = samples.rows.count
    let title = "failing rows, the first of each kind (\(kept) of \(samples.count))"
    return [palette.paint(title, .bold)]
      + samples.rows.flatMap { judgement in
        let sentence = judgement.sentence(context.book).printable
        return ["  \(judgement.id.printable)  \(palette.paint(judgement.verdict.rawValue, .red))"]
          + sentence.wrapped(to: Self.width - 4).map { "    \($0)" }
      }
  }

  private func unreadable(_ results: Results) -> [String] {
    guard results.isIncomplete else { return [] }
    let count = results.errors.count
    return [
      palette.paint("\(count.counted("recording")) could not be read to the end", .red)
    ] + results.errors.map { "  \("\($0)".printable)" }
  }

  private func verdict(_ results: Results) -> [String] {
    let headline = Headline(results: results)
    return ["\(palette.paint(headline.verdict, headline.ink)): \(headline.size)"]
      + ["  \(headline.numbers)"] + results.failures.map { "  fails: \($0.printable)" }
      + [results.suite].compactMap { $0.map { "  \($0.words.printable)" } }
  }

  private static let more = [
    "more:  assay verify --format ndjson   every row: its verdict, clause, byte, expected and got",
    "       assay explain ID               a row, a clause or a deviation in full",
    "       assay list deviations          what is known, and who shows it",
  ]
}
