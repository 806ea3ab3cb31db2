// SPDX-License-Identifier: MIT

internal import Suite

/// The matrix: a line for each assistant, a column for each number.
struct TextMatrix {
  /// The longest label that is shown whole.
  private static let labelWidth = 26
  private static let mark = "(no profile)"

  let groups: [FormatGroup]
  let total: Tally

  func lines(_ palette: Palette) -> [String] {
    let columns = Count.verdicts + Count.predictions
    var table = TextTable([.left] + columns.map { _ in .right })
    table.rows = [
      head(columns.map(\.head.0)), head(columns.map(\.head.1)),
    ]
    for group in groups {
      table.rows.append([TextTable.Cell(group.title, .bold)])
      table.rows += group.assistants.map { row(label($0, in: group), $0.tally, $0.hasProfile) }
    }
    table.rows.append(totalRow)
    return table.lines(palette) + notes + Self.legend.map { palette.paint($0, .faint) }
  }

  private func head(_ words: [String]) -> [TextTable.Cell] {
    ([""] + words).map { TextTable.Cell($0, .faint) }
  }

  private func row(_ label: String, _ tally: Tally, _ hasProfile: Bool) -> [TextTable.Cell] {
    [TextTable.Cell(label)]
      + Count.verdicts.map { number($0, tally) }
      + Count.predictions.map { hasProfile ? number($0, tally) : TextTable.Cell("-") }
  }

  /// Predictions are summed up over the assistants that have a profile.
  private var totalRow: [TextTable.Cell] {
    let known = groups.flatMap(\.assistants).filter(\.hasProfile)
    let predicted = known.reduce(into: Tally()) { $0 += $1.tally }
    return [TextTable.Cell("total")] + Count.verdicts.map { number($0, total) }
      + Count.predictions.map { known.isEmpty ? TextTable.Cell("-") : number($0, predicted) }
  }

  private func number(_ count: Count, _ tally: Tally) -> TextTable.Cell {
    let value = count.value(tally)
    return TextTable.Cell("\(value)", value == 0 ? .faint : count.ink)
  }

  private func label(_ assistant: Results.Assistant, in group: FormatGroup) -> String {
    let label = group.label(of: assistant)
    guard !assistant.hasProfile else { return "  \(label.shortened(to: Self.labelWidth))" }
    return "  \(label.shortened(to: Self.labelWidth - Self.mark.count - 1)) \(Self.mark)"
  }

  private var notes: [String] {
    guard groups.contains(where: { $0.assistants.contains { !$0.hasProfile } }) else { return [] }
    return ["\(Self.mark): judged by the reference, explained by known deviations"]
  }

  private static let legend = [
    "agrees: allowed; differs: not allowed, known deviations give it; unexplained: nothing known"
      + " gives it",
    "out of contract: the question breaks a rule for callers; predicted: how exactly the profile"
      + " gives the answer",
  ]
}
