// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// Annotations of a GitHub workflow: the first failing row of each kind, then the verdict.
struct GitHubReport: Report {
  /// GitHub shows ten annotations of a kind and step; one of them is the verdict.
  private static let limit = 9

  private let context: ReportContext
  private var samples: FailureSamples

  init(_ context: ReportContext) {
    self.context = context
    samples = FailureSamples(context, limit: Self.limit)
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    samples.add(judgements)
    return []
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let lines = samples.rows.map(line) + [verdict(results)]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func line(_ judgement: Judgement) -> String {
    let words = [
      "\(judgement.verdict.rawValue): \(judgement.sentence(context.book))",
      context.replay.command(for: judgement.id),
    ]
    return Self.command(Self.level(judgement), title: judgement.id, words)
  }

  /// What nothing explains is as bad as what hurts somebody else.
  private static func level(_ judgement: Judgement) -> String {
    (judgement.severity ?? .security) >= .interop ? "error" : "warning"
  }

  private func verdict(_ results: Results) -> String {
    let headline = Headline(results: results)
    let rest = samples.count - samples.rows.count
    let words =
      ["\(headline.size): \(headline.numbers)"] + results.failures
      + results.errors.map { "unreadable: \($0)" }
      + (rest > 0 ? ["\(rest.counted("failing row")) more not shown here"] : [])
    let isGood = headline.outcome == .conformant || headline.outcome == .partial
    return Self.command(isGood ? "notice" : "error", title: "assay: \(headline.verdict)", words)
  }

  private static func command(_ name: String, title: String, _ lines: [String]) -> String {
    let text = lines.map(\.printable).joined(separator: "\n")
    return "::\(name) title=\(escaped(title.printable, ["%", "\n", ":", ","]))"
      + "::\(escaped(text, ["%", "\n"]))"
  }

  /// What would end a value stands as the number of its byte.
  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    text.replacing { scalar in
      guard special.contains(scalar) else { return nil }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return digits.count < 2 ? "%0\(digits)" : "%\(digits)"
    }
  }
}
