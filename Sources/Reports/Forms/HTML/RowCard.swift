// SPDX-License-Identifier: MIT

internal import Bytes
internal import Pages
internal import Suite

/// A row in full: the clause, expected and got, what is known to do that, and how to see it again.
struct RowCard {
  let row: Judgement
  let format: String
  let context: ReportContext

  func write(anchor: String?, to html: inout HTML) {
    html.element(
      "details",
      [
        "class": "row", "id": anchor, "data-verdict": row.verdict.rawValue,
        "data-format": format.printable, "data-severity": row.severity?.rawValue ?? "-",
      ]
    ) { html in
      html.element("summary") { head(&$0) }
      html.element("dl") { html in
        part("clause", &html) { clauses(&$0) }
        mismatch(&html)
        part("known as", &html) { causes(&$0) }
        part("again", &html) { again(&$0) }
        if anchor != nil { part("link", &html) { link(&$0) } }
      }
    }
    html.line()
  }

  private func head(_ html: inout HTML) {
    let known = context.isFailure(row) ? "" : ", expected here"
    html.element(
      "span", ["class": known.isEmpty ? "bad" : "quiet"],
      words: "\(row.verdict.mark) \(row.verdict.rawValue)\(known)")
    html.words(" ")
    html.plain("code", row.id)
    if let severity = row.severity { html.element("span", words: " \(severity.rawValue)") }
  }

  private func part(_ name: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
    html.element("dt", words: name)
    html.element("dd", [:], content)
  }

  private func clauses(_ html: inout HTML) {
    for id in row.clauses {
      html.element("p") { ClauseWords(id, format, context.book).write(to: &$0) }
    }
    if row.clauses.isEmpty { html.plain("p", row.reason ?? "none is named") }
  }

  private func mismatch(_ html: inout HTML) {
    guard let mismatch = row.mismatch else { return }
    part("field", &html) { html in
      html.plain("code", mismatch.field)
      if let offset = mismatch.offset {
        html.element("span", words: ", first difference at byte \(offset)")
      }
    }
    let pair = AlignedPair(mismatch)
    part("expected", &html) { pair.expected.write(to: &$0) }
    part("got", &html) { pair.got.write(to: &$0) }
  }

  private func causes(_ html: inout HTML) {
    for id in row.behaviours {
      html.element("p") { html in
        html.plain("code", id)
        let info = context.book.deviations[id]
        html.plain("span", info.map { " \($0.severity.rawValue): \($0.words)" } ?? "")
      }
    }
    if row.behaviours.isEmpty { html.element("p", words: "nothing known does this") }
  }

  private func again(_ html: inout HTML) {
    let explain = "assay explain \(Shell.word(row.id))"
    for command in [context.replay.command(for: row.id), explain] {
      html.element("p") { $0.plain("code", ["class": "command"], command) }
    }
  }

  private func link(_ html: inout HTML) {
    html.plain("a", ["href": RowAnchor.link(row.id)], row.id)
  }
}
