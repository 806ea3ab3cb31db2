// SPDX-License-Identifier: MIT

/// The content of a page: its title, what came of its examples, its headings, and its blocks.
struct PageContents {
  let map: SiteMap
  let page: SitePage
  let results: SiteResults

  var file: SiteFile {
    let frame = PageFrame(
      map: map, output: page.output, title: page.title, language: page.language)
    return SiteFile(path: page.output, text: frame.text(content: write(to:)))
  }

  private func write(to html: inout HTML) {
    var renderer = PageRenderer(page, map: map, results: results)
    let title = page.root.children.firstIndex { $0.kind == .heading(level: 1) } ?? 0
    html.line()
    renderer.blocks(page.root.children.prefix(title + 1))
    summary(&renderer.html)
    table(&renderer.html)
    renderer.html.open("article")
    renderer.html.line()
    renderer.blocks(page.root.children.dropFirst(title + 1))
    renderer.html.raw("</article>\n")
    html.raw(renderer.html.text)
  }

  private func summary(_ html: inout HTML) {
    let all = results.all(on: page)
    if all.isEmpty { return }
    html.element("p", ["class": "summary"]) { html in
      ResultMark(results: all, language: page.language).write(to: &html)
    }
    html.line()
  }

  private func table(_ html: inout HTML) {
    let headings = page.headings.filter { (2...3).contains($0.level) }
    if headings.count < 2 { return }
    html.element("nav", ["class": "contents", "aria-labelledby": "contents"]) { html in
      html.element("p", ["id": "contents"], words: page.language.contents)
      html.element("ul") { html in
        for heading in headings {
          html.element("li", ["class": "level\(heading.level)"]) { html in
            html.element("a", ["href": "#\(heading.anchor)"], words: heading.text)
          }
        }
      }
    }
    html.line()
  }
}
