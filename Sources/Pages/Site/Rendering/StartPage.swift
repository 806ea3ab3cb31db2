// SPDX-License-Identifier: MIT

/// The first page of the site: all pages, and what came of their examples.
struct StartPage {
  let map: SiteMap
  let results: SiteResults

  var file: SiteFile {
    let frame = PageFrame(map: map, output: "index.html", title: "Assay", language: .english)
    return SiteFile(path: "index.html", text: frame.text(content: write(to:)))
  }

  private func write(to html: inout HTML) {
    html.line()
    html.element("h1", words: "Assay")
    html.line()
    html.element("p", words: Self.words)
    html.line()
    for group in SiteGroup.allCases { table(group, &html) }
  }

  private static let words = """
    The formats of service access tokens, in pages whose examples are run before the site is \
    written. Each example and each clause bears its last result.
    """

  private func table(_ group: SiteGroup, _ html: inout HTML) {
    let pages = map.pages.filter { $0.group == group }
    if pages.isEmpty { return }
    html.element("h2", ["lang": group.language.code], words: group.rawValue)
    html.element("div", PageRenderer.region("table", "table \(group.rawValue)")) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", ["scope": "col"], words: "page")
            html.element("th", ["scope": "col"], words: "examples")
          }
        }
        html.element("tbody") { html in for page in pages { row(page, &html) } }
      }
    }
    html.line()
  }

  private func row(_ page: SitePage, _ html: inout HTML) {
    html.line()
    html.element("tr") { html in
      html.element("td") { html in
        html.element(
          "a", ["href": page.output, "lang": page.language.code], words: page.title)
      }
      html.element("td") { html in
        guard page.hasExamples else { return html.words("none") }
        ResultMark(results: results.all(on: page), language: .english).write(to: &html)
      }
    }
  }
}
