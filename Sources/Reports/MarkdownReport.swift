// SPDX-License-Identifier: MIT

internal import Suite

/// A summary for a pull request or a CI step.
struct MarkdownReport: Report {
  /// How many rows are shown one by one.
  private static let most = 20

  let book: SpecBook
  private var failing: [Judgement] = []

  init(book: SpecBook) {
    self.book = book
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    for judgement in judgements where failing.count < Self.most {
      if judgement.verdict == .unexplained || judgement.verdict == .differs {
        failing.append(judgement)
      }
    }
    return []
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let columns = Matrix.columns + Matrix.predictions
    let verdict = results.exitCode == .conformant ? "conformant" : "not conformant"
    var lines = [
      "## Assay: \(verdict)", "",
      "| format | assistant | " + columns.map(\.title).joined(separator: " | ") + " |",
      "|---|---|" + columns.map { _ in "---:|" }.joined(),
    ]
    lines += results.assistants.map { assistant in
      "| \(assistant.format) | \(assistant.identity.variant) | "
        + columns.map { String($0.value(assistant.tally)) }.joined(separator: " | ") + " |"
    }
    if !results.failures.isEmpty { lines += [""] + results.failures.map { "- \($0.cell)" } }
    if !failing.isEmpty {
      lines += ["", "| row | verdict | what |", "|---|---|---|"]
      lines += failing.map {
        "| `\($0.id)` | \($0.verdict.rawValue) | \($0.sentence(book).cell) |"
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension String {
  /// The text in a cell of a table.
  fileprivate var cell: String {
    replacing("|", with: "\\|").replacing("\n", with: " ").replacing("<", with: "&lt;")
  }
}
