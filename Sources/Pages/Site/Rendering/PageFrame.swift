// SPDX-License-Identifier: MIT

/// What stands around the content of every page of the site.
struct PageFrame {
  let map: SiteMap
  let output: String
  let title: String
  let language: SiteLanguage

  func text(content: (inout HTML) -> Void) -> String {
    var html = HTML()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": language.code, "data-root": root]) { html in
      head(&html)
      html.element("body") { html in
        html.line()
        html.element("a", ["class": "skip", "href": "#content"], words: language.skip)
        header(&html)
        html.element("div", ["class": "columns"]) { html in
          navigation(&html)
          html.element("main", ["id": "content", "tabindex": "-1"], content)
          html.line()
        }
      }
    }
    html.line()
    return html.text
  }

  /// The way to the folder of the site, with a slash at its end.
  private var root: String { String(path("index.html").dropLast(10)) }

  private func path(_ file: String) -> String { PagePath.relative(file, from: output) }

  private func head(_ html: inout HTML) {
    html.element("head") { html in
      html.open("meta", ["charset": "utf-8"])
      html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.element("title", words: output == "index.html" ? title : "\(title) – Assay")
      html.open("link", ["rel": "icon", "href": "data:,"])
      html.open("link", ["rel": "stylesheet", "href": path(SiteStyle.file.path)])
      html.element("script", ["src": path(SiteScript.file.path)]) { _ in }
      html.element("script", ["src": path(ClauseIndex.path), "defer": ""]) { _ in }
    }
    html.line()
  }

  /// The parts that need the script are hidden until it runs.
  private func header(_ html: inout HTML) {
    html.line()
    html.element("header") { html in
      html.element("a", ["class": "name", "href": path("index.html")], words: "Assay")
      html.element("form", ["role": "search", "hidden": ""]) { html in
        html.element("label", ["for": "search"], words: language.clauses)
        html.open(
          "input",
          [
            "id": "search", "type": "search", "role": "combobox", "autocomplete": "off",
            "aria-autocomplete": "list", "aria-controls": "found", "aria-expanded": "false",
            "aria-keyshortcuts": "/",
          ])
        html.element(
          "ul",
          ["id": "found", "role": "listbox", "aria-label": language.clauses, "hidden": ""]
        ) { _ in }
        html.element("p", ["role": "status"]) { _ in }
      }
      html.element(
        "button", ["id": "theme", "type": "button", "aria-pressed": "false", "hidden": ""],
        words: language.darkTheme)
    }
    html.line()
  }

  private func navigation(_ html: inout HTML) {
    html.element("nav", ["class": "pages", "aria-label": language.pages]) { html in
      html.element("details", ["open": ""]) { html in
        html.element("summary", words: language.pages)
        for group in SiteGroup.allCases { list(group, &html) }
      }
    }
    html.line()
  }

  private func list(_ group: SiteGroup, _ html: inout HTML) {
    let pages = map.pages.filter { $0.group == group }
    if pages.isEmpty { return }
    html.element("p", ["lang": group.language.code], words: group.rawValue)
    html.element("ul", ["lang": group.language.code]) { html in
      for page in pages {
        html.element("li") { html in
          html.element(
            "a",
            [
              "href": path(page.output), "aria-current": page.output == output ? "page" : nil,
            ], words: page.title)
        }
      }
    }
  }
}
