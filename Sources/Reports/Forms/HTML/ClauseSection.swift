// SPDX-License-Identifier: MIT

internal import Pages
internal import Suite

/// The matrix: clauses down, ports or assistants across.
struct ClauseSection {
  let groups: [FormatGroup]
  let shares: [(assistant: Results.Assistant, own: ArraySlice<Judgement>)]
  let context: ReportContext

  func write(to html: inout HTML) {
    html.element("h2", ["id": "clauses"], words: "Clauses")
    html.element(
      "p",
      words: "✗ rows that break the clause; ! rows whose answer is allowed, though it breaks it;"
        + " ✓ rows that ask for it and keep it; – no row says anything about it. Clauses that no"
        + " row says anything about are left out.")
    for group in groups { table(group, &html) }
  }

  private func table(_ group: FormatGroup, _ html: inout HTML) {
    let columns = shares.filter { $0.assistant.format == group.format }
      .map { (label: group.label(of: $0.assistant), tally: ClauseTally($0.own)) }
    let ids = self.ids(of: group.format, Set(columns.flatMap { $0.tally.cells.keys }))
    guard !ids.isEmpty else { return }
    let broken = ids.count { id in columns.contains { $0.tally.cells[id]?.first != nil } }
    html.element("details", ["open": broken > 0 ? "" : nil]) { html in
      html.plain("summary", "\(group.format): \(ids.count.counted("clause")), \(broken) broken")
      html.table("Clauses of \(group.format)") { html in
        html.heads(["clause"] + columns.map(\.label))
        html.element("tbody") { html in
          for id in ids { row(id, group.format, columns.map { $0.tally.cells[id] }, &html) }
        }
      }
    }
    html.line()
  }

  /// In the order of the format, then those that it does not have.
  private func ids(of format: String, _ seen: Set<String>) -> [String] {
    let known = context.book.clauseSets.first { $0.format == format }?.clauses.map(\.id) ?? []
    return known.filter(seen.contains) + seen.subtracting(known).sorted()
  }

  private func row(
    _ id: String, _ format: String, _ cells: [ClauseTally.Cell?], _ html: inout HTML
  ) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { ClauseWords(id, format, context.book).write(to: &$0) }
      for cell in cells {
        html.element("td") { Self.write(cell ?? ClauseTally.Cell(), to: &$0) }
      }
    }
  }

  private static func write(_ cell: ClauseTally.Cell, to html: inout HTML) {
    if let first = cell.first {
      html.element(
        "a", ["class": "bad", "href": RowAnchor.link(first)], words: "✗ \(cell.broken) broken")
    }
    let rest = [("! ", cell.found, " found"), ("✓ ", cell.kept, " kept")].filter { $0.1 > 0 }
    for (mark, count, word) in rest { html.element("span", words: "\(mark)\(count)\(word)") }
    if rest.isEmpty, cell.first == nil { html.element("span", words: "– none") }
  }
}
