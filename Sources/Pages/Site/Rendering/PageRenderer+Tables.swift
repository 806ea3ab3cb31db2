// SPDX-License-Identifier: MIT

// Tables, with the result of each row where the rows are examples.
extension PageRenderer {
  /// Where the result of a row is known, every row begins with a mark.
  mutating func table(_ node: MarkdownNode, results: [ExampleResult]) {
    let rows = node.children.filter { $0.kind == .row(isHeader: false) }
    let verdicts = rows.enumerated().map { index, row in
      results.filter { $0.tells(ofRow: index + 1, at: row.line) }
    }
    let isMarked = verdicts.contains { !$0.isEmpty }
    html.open("div", Self.region("table", label(node)))
    html.open("table")
    html.line()
    for row in node.children where row.kind == .row(isHeader: true) { header(row, isMarked) }
    html.open("tbody")
    html.line()
    for (row, results) in zip(rows, verdicts) { self.row(row, isMarked ? results : nil) }
    html.raw("</tbody></table></div>")
    html.line()
    failures(results.filter { !verdicts.joined().contains($0) })
  }

  private func label(_ node: MarkdownNode) -> String {
    [language.table, node.example].compactMap(\.self).joined(separator: " ")
  }

  private mutating func header(_ row: MarkdownNode, _ isMarked: Bool) {
    html.open("thead")
    html.open("tr")
    if isMarked { html.element("th", ["scope": "col"], words: language.result) }
    for cell in row.children { self.cell("th", cell, scope: "col") }
    html.raw("</tr></thead>")
    html.line()
  }

  private mutating func row(_ row: MarkdownNode, _ results: [ExampleResult]?) {
    html.open("tr", ["id": newAnchor(row)])
    if let results {
      let language = language
      html.element("td", ["class": "verdict", "lang": language.code]) { html in
        ResultMark(results: results, language: language).write(to: &html)
      }
    }
    for cell in row.children { self.cell("td", cell) }
    html.raw("</tr>")
    html.line()
    for result in results ?? [] where result.verdict == .failed {
      html.element("tr") { html in
        html.element("td", ["colspan": "\(row.children.count + 1)"]) { html in
          html.element("pre", ["class": "failure"], words: result.detail)
        }
      }
      html.line()
    }
  }

  private mutating func cell(_ name: String, _ cell: MarkdownNode, scope: String? = nil) {
    var style: String?
    if case .cell(let alignment?) = cell.kind { style = alignment.rawValue }
    html.open(name, ["scope": scope, "class": style])
    inlines(cell.children)
    html.raw("</\(name)>")
  }
}

extension ExampleResult {
  /// Whether it is the result of a row: its own, or that of a table which passed as a whole or
  /// failed in this row.
  fileprivate func tells(ofRow number: Int, at line: Int) -> Bool {
    guard !id.contains("/") else { return id.hasSuffix("/\(number)") }
    return failure == nil || failure?.line == line
  }
}
