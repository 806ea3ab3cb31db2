// SPDX-License-Identifier: MIT

/// Looks for links of pages that lead to nothing.
struct PageLinks {
  private let map: SiteMap
  private let page: SitePage
  private(set) var faults: [PageError] = []

  init(of page: SitePage, in map: SiteMap) {
    (self.map, self.page) = (map, page)
    check(page.root)
  }

  private mutating func check(_ node: MarkdownNode) {
    if case .link(let url, _) = node.kind, let words = words(about: url) {
      faults.append(PageError(path: page.path, line: node.line, words: words))
    }
    if case .image = node.kind {
      faults.append(
        PageError(path: page.path, line: node.line, words: "the site has no images"))
    }
    for child in node.children { check(child) }
  }

  private func words(about url: String) -> String? {
    switch map.target(of: url, on: page) {
    case .page(let target, let anchor?):
      target.anchors.contains(anchor) ? nil : "\(target.path) has no anchor '\(anchor)'"
    case .nowhere(let words): words
    case .page, .file, .outside: nil
    }
  }
}
