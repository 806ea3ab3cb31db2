// SPDX-License-Identifier: MIT

/// Writes the blocks of a page.
struct PageRenderer {
  let map: SiteMap
  let results: SiteResults
  /// The page that is written.
  let host: SitePage
  /// Where the blocks come from, which is another page where one of its examples is shown.
  private(set) var origin: SitePage
  var html = HTML()
  private var anchors: Set<String> = []

  init(_ page: SitePage, map: SiteMap, results: SiteResults) {
    (self.map, self.results, host, origin) = (map, results, page, page)
  }

  var language: SiteLanguage { host.language }

  mutating func blocks(_ nodes: some Sequence<MarkdownNode>) {
    for node in nodes { block(node) }
  }

  mutating func block(_ node: MarkdownNode) {
    if let (origin, block) = map.shown(by: node, on: origin) { return show(block, from: origin) }
    if let example = node.example { return self.example(node, example) }
    switch node.kind {
    case .heading(let level): inlineElement("h\(level)", node)
    case .paragraph: inlineElement("p", node)
    case .quote: element("blockquote", node.children)
    case .list(let start, let isTight): list(node, start: start, isTight: isTight)
    case .table: table(node, results: [])
    case .codeBlock(let info, let text): listing(info, text)
    case .htmlBlock(let text): html.element("pre", words: text)
    case .rule: html.open("hr")
    default: inlines(node.children)
    }
    html.line()
  }

  private mutating func element(_ name: String, _ nodes: [MarkdownNode]) {
    html.open(name)
    html.line()
    blocks(nodes)
    html.raw("</\(name)>")
  }

  private mutating func inlineElement(_ name: String, _ node: MarkdownNode) {
    html.open(name, ["id": newAnchor(node)])
    inlines(node.children)
    html.raw("</\(name)>")
  }

  private mutating func list(_ node: MarkdownNode, start: String?, isTight: Bool) {
    let name = start == nil ? "ul" : "ol"
    html.open(name, ["start": start == "1" ? nil : start])
    html.line()
    for item in node.children {
      html.open("li")
      for child in item.children {
        if isTight, child.kind == .paragraph { inlines(child.children) } else { block(child) }
      }
      html.raw("</li>")
      html.line()
    }
    html.raw("</\(name)>")
  }

  private mutating func listing(_ info: String, _ text: String) {
    html.element("pre", Self.region("listing", language.listing)) { html in
      html.element("code", words: text)
    }
  }

  /// A block of another page, whose words may be of another language.
  private mutating func show(_ block: MarkdownNode, from page: SitePage) {
    let here = origin
    origin = page
    html.open("div", ["lang": page.language == language ? nil : page.language.code])
    self.block(block)
    html.raw("</div>")
    html.line()
    origin = here
  }

  /// The anchor of a node, the first time that it is asked for.
  mutating func newAnchor(_ node: MarkdownNode) -> String? {
    node.anchor.flatMap { anchors.insert($0).inserted ? $0 : nil }
  }

  /// The attributes of what scrolls by itself, so that keys can scroll it too.
  static func region(_ name: String, _ label: String) -> KeyValuePairs<String, String?> {
    ["class": name, "role": "region", "aria-label": label, "tabindex": "0"]
  }
}
