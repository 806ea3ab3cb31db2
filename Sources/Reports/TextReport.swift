// SPDX-License-Identifier: MIT

internal import Suite

/// What people read first: the matrix, the behaviours, the findings and the gate.
struct TextReport: Report {
  let book: SpecBook
  let colour: Bool

  mutating func add(_ judgements: [Judgement]) -> [UInt8] { [] }

  mutating func finish(_ results: Results) -> [UInt8] {
    var formats: [String] = []
    for assistant in results.assistants where !formats.contains(assistant.format) {
      formats.append(assistant.format)
    }
    let parts =
      [matrix(results)]
      + formats.map { format in
        behaviours(format, results.assistants.filter { $0.format == format })
      }
      + [gate(results)]
    let text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return Array((text.joined(separator: "\n\n") + "\n").utf8)
  }

  // MARK: - The matrix

  private func matrix(_ results: Results) -> [String] {
    var table = TextTable()
    let columns = Matrix.columns + Matrix.predictions
    table.add(["format", "assistant"] + columns.map(\.title))
    for assistant in results.assistants {
      let name =
        assistant.identity.variant.isEmpty ? assistant.identity.name : assistant.identity.variant
      let mark = assistant.hasProfile ? "" : " (no profile)"
      table.add(
        [assistant.format, name + mark] + columns.map { String($0.value(assistant.tally)) })
    }
    if results.assistants.count > 1 {
      table.add(["all", ""] + columns.map { String($0.value(results.total)) })
    }
    return ["Conformance: verdicts, contract, and what the profiles predict", ""]
      + table.lines(numbersFrom: 2)
  }

  // MARK: - The behaviours

  /// The behaviours of a format's assistants, worst first; choices are only counted.
  private func behaviours(_ format: String, _ assistants: [Results.Assistant]) -> [String] {
    let known = assistants.reduce(into: Set<String>()) { $0.formUnion($1.tally.behaviours.keys) }
      .compactMap { book.deviations[$0] }
    let shown = known.filter { $0.severity > .choice }
      .sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
    guard !shown.isEmpty else { return [] }
    var lines = ["\(format): behaviours that show, worst first"]
    for info in shown {
      lines.append("")
      lines.append("  \(paint(info.severity))  \(info.id)  (\(info.clause))")
      lines.append("            \(info.words)")
      lines.append("            " + rows(of: info.id, assistants))
    }
    let choices = known.count - shown.count
    if choices > 0 {
      lines += [
        "", "  and \(choices) choice\(choices == 1 ? "" : "s") that the documentation leaves open",
      ]
    }
    return lines
  }

  private func rows(of id: String, _ assistants: [Results.Assistant]) -> String {
    assistants.compactMap { assistant in
      assistant.tally.behaviours[id].map { rows in
        "\(assistant.identity.variant.isEmpty ? assistant.identity.name : assistant.identity.variant) \(rows)"
      }
    }.joined(separator: ", ")
  }

  private static let colours: [Severity: String] = [
    .security: "31", .interop: "33", .quality: "36",
  ]

  /// A severity in its column; the colour says nothing that the word does not.
  private func paint(_ severity: Severity) -> String {
    let word = severity.rawValue
    let blanks = String(repeating: " ", count: 8 - word.count)
    guard colour, let code = Self.colours[severity] else { return word + blanks }
    return "\u{1B}[\(code)m\(word)\u{1B}[0m\(blanks)"
  }

  // MARK: - The gate

  private func gate(_ results: Results) -> [String] {
    var lines: [String] = []
    if results.assistants.contains(where: { !$0.hasProfile }) {
      lines += [
        "An assistant without a profile is judged by the reference and explained by known deviations.",
        "",
      ]
    }
    let findings = results.total.findings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !findings.isEmpty {
      let words = findings.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      lines += ["Findings on answers that are allowed: \(words)", ""]
    }
    lines += results.errors.map { "unreadable: \($0)" }
    lines += results.failures.map { "fails: \($0)" }
    lines.append(verdict(results))
    lines += [
      "", "More: assay verify --format ndjson | assay explain ID | assay list deviations",
    ]
    return lines
  }

  private func verdict(_ results: Results) -> String {
    switch results.exitCode {
    case .conformant:
      results.total.unexplained == 0
        ? "Nothing is unexplained. \"agrees\" means: with the clauses and the recorded"
          + " implementations; no vendor was asked." : "conformant"
    case .notConformant: "Not conformant."
    default: "Incomplete: a recording could not be read to its end."
    }
  }
}
