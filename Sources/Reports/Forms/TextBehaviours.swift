// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// The behaviours of each format: the worst first, with who shows them.
///
/// Over many recordings it is a survey: a behaviour takes a line, and only those of security are
/// put into words, where they come first.
struct TextBehaviours {
  /// Up to how many recordings everything is said about each behaviour.
  private static let detailedRecordings = 3
  private static let severityWidth = 8

  private let tables: [(group: FormatGroup, behaviours: [SeenBehaviour])]
  private let isSurvey: Bool
  private let idWidth: Int
  private let clauseWidth: Int
  private let palette: Palette
  private var described: Set<String> = []

  init(_ groups: [FormatGroup], _ book: SpecBook, _ palette: Palette) {
    tables = groups.map { ($0, SeenBehaviour.all(in: $0, book)) }.filter { !$0.1.isEmpty }
    isSurvey = groups.reduce(0) { $0 + $1.assistants.count } > Self.detailedRecordings
    let shown = tables.flatMap(\.behaviours).filter { $0.severity > .choice }
    idWidth = shown.map(\.id.displayWidth).max() ?? 0
    clauseWidth = shown.map(\.clause.displayWidth).max() ?? 0
    self.palette = palette
  }

  /// One block for each format that has behaviours.
  mutating func blocks() -> [[String]] {
    var blocks: [[String]] = []
    for table in tables { blocks.append(block(table.group, table.behaviours)) }
    return blocks
  }

  private mutating func block(
    _ group: FormatGroup, _ behaviours: [SeenBehaviour]
  ) -> [String] {
    let title = "\(group.format.printable): behaviours, the worst first (rows that show them)"
    var lines = [palette.paint(title, .bold)]
    for behaviour in behaviours where behaviour.severity > .choice {
      lines += self.lines(behaviour, in: group)
    }
    let choices = behaviours.count { $0.severity == .choice }
    guard choices > 0 else { return lines }
    return lines + ["  … and \(choices.counted("choice")) that the documentation leaves open"]
  }

  /// On the left the behaviour, its clause and its words, on the right who shows it.
  private mutating func lines(
    _ behaviour: SeenBehaviour, in group: FormatGroup
  ) -> [String] {
    let leftWidth = idWidth + 2 + clauseWidth
    let indent = Self.severityWidth + 4
    let right = seen(behaviour, group).wrapped(to: TextReport.width - indent - leftWidth - 2)
    let room = right.count > 1 ? leftWidth : TextReport.width - indent
    let left =
      ["\(behaviour.id.filled(to: idWidth))  \(behaviour.clause)"]
      + words(of: behaviour).wrapped(to: room)
    return (0..<max(left.count, right.count)).map { index in
      let isFirst = index == 0
      let cells = [
        TextTable.Cell(isFirst ? behaviour.severity.rawValue : "", Ink(behaviour.severity)),
        TextTable.Cell(left.indices.contains(index) ? left[index] : "", isFirst ? nil : .faint),
        TextTable.Cell(right.indices.contains(index) ? right[index].breakable : ""),
      ]
      return "  " + TextTable.line(cells, widths: [Self.severityWidth, leftWidth, 0], palette)
    }
  }

  private mutating func words(of behaviour: SeenBehaviour) -> String {
    let isFirst = described.insert(behaviour.id).inserted
    let isTold = !isSurvey || (behaviour.severity == .security && isFirst)
    return isTold ? behaviour.words.printable : ""
  }

  private func seen(_ behaviour: SeenBehaviour, _ group: FormatGroup) -> String {
    guard behaviour.seen.count < group.assistants.count || behaviour.seen.count < 3 else {
      return "all \(behaviour.seen.count): \(behaviour.rows)".unbreakable
    }
    return behaviour.seen.map { "\($0.label.shortened(to: 20)) \($0.rows)".unbreakable }.joined(
      separator: ", ")
  }
}

extension String {
  /// The text with blanks that no line ends at.
  var unbreakable: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }

  /// The text with common blanks again.
  var breakable: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
