// SPDX-License-Identifier: MIT

internal import Bytes
internal import Pages
internal import Suite

/// Every row: what fails in full, the others by their ids.
struct RowSection {
  let groups: [FormatGroup]
  let shares: [(assistant: Results.Assistant, own: ArraySlice<Judgement>)]
  let context: ReportContext

  func write(to html: inout HTML) {
    html.element("h2", ["id": "rows"], words: "Rows")
    var anchors = RowAnchor()
    for (assistant, rows) in shares where !rows.isEmpty {
      let label = groups.first { $0.format == assistant.format }?.label(of: assistant) ?? ""
      html.element("section", ["data-group": ""]) { html in
        html.plain("h3", "\(assistant.format): \(label)")
        let isTold = { (row: Judgement) in row.isWrong || context.isFailure(row) }
        for row in rows where isTold(row) {
          let card = RowCard(row: row, format: assistant.format, context: context)
          card.write(anchor: anchors.next(row.id), to: &html)
        }
        list(rows.filter { !isTold($0) }, assistant, &anchors, &html)
      }
    }
  }

  private func list(
    _ rows: [Judgement], _ assistant: Results.Assistant, _ anchors: inout RowAnchor,
    _ html: inout HTML
  ) {
    guard !rows.isEmpty else { return }
    html.open("details", ["class": "list", "data-group": ""])
    let tally = assistant.tally
    html.element("summary", words: "✓ \(tally.agrees) agree, – \(tally.notJudged) not judged")
    html.open("ul")
    for row in rows { item(row, assistant.format, anchors.next(row.id), &html) }
    html.raw("</ul></details>\n")
  }

  private func item(
    _ row: Judgement, _ format: String, _ anchor: String?, _ html: inout HTML
  ) {
    html.element(
      "li", ["id": anchor, "data-verdict": row.verdict.rawValue, "data-format": format.printable]
    ) { html in
      html.words("\(row.verdict.mark) ")
      html.plain("code", row.id)
      let words = row.sentence(context.book)
      if !words.isEmpty { html.plain("span", " \(words)") }
    }
  }
}

extension Judgement.Verdict {
  var mark: String {
    switch self {
    case .agrees: "✓"
    case .differs: "✗"
    case .unexplained: "?"
    case .notJudged: "–"
    }
  }
}
