// SPDX-License-Identifier: MIT

internal import Bytes
internal import Pages
internal import Suite

/// One page that needs nothing but itself: `PagePolicy` forbids it to ask for more.
struct HTMLReport: Report {
  private let context: ReportContext
  private var rows: [Judgement] = []

  init(_ context: ReportContext) {
    self.context = context
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    rows += judgements
    return []
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let headline = Headline(results: results)
    var html = HTML()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": "en"]) { html in
      html.element("head") { ReportHead(title: "Assay: \(headline.verdict)").write(to: &$0) }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#rows"], words: "Skip to the rows")
        html.element("main") { write(results, headline, to: &$0) }
        html.element("script") { $0.raw(ReportScript.text) }
      }
    }
    html.line()
    return Array(html.text.utf8)
  }

  private func write(_ results: Results, _ headline: Headline, to html: inout HTML) {
    let shares = results.shares(of: rows)
    let groups = FormatGroup.groups(of: results)
    ReportOpening(headline: headline).write(to: &html)
    NumbersSection(groups: groups, total: results.total).write(to: &html)
    ClauseSection(groups: groups, shares: shares, context: context).write(to: &html)
    FindingSection(groups: groups, total: results.total, context: context).write(to: &html)
    RowSection(groups: groups, shares: shares, context: context).write(to: &html)
  }
}

extension HTML {
  /// Appends an element whose words are on one line, whatever is in them.
  mutating func plain(
    _ name: String, _ attributes: KeyValuePairs<String, String?>, _ words: String
  ) {
    element(name, attributes, words: words.printable)
  }

  mutating func plain(_ name: String, _ words: String) { plain(name, [:], words) }

  /// Appends a table that scrolls by itself, with keys too.
  mutating func table(_ label: String, _ content: (inout HTML) -> Void) {
    element(
      "div", ["class": "table", "role": "region", "tabindex": "0", "aria-label": label.printable]
    ) { $0.element("table", [:], content) }
    line()
  }

  mutating func heads(_ words: [String]) {
    element("thead") { html in
      html.element("tr") { html in
        for words in words { html.plain("th", ["scope": "col"], words) }
      }
    }
  }
}
