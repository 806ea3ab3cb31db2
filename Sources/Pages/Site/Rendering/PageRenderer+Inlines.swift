// SPDX-License-Identifier: MIT

// The parts of a line.
extension PageRenderer {
  /// A code span that is longer than this gets room to wrap in a table.
  private static let longCode = 40

  mutating func inlines(_ nodes: [MarkdownNode], inLink: Bool = false) {
    for node in nodes { inline(node, inLink) }
  }

  private mutating func inline(_ node: MarkdownNode, _ inLink: Bool) {
    switch node.kind {
    case .text(let text): html.words(text)
    case .code(let text): code(text, inLink)
    case .softBreak: html.line()
    case .lineBreak: html.open("br")
    case .emphasis: element("em", node, inLink)
    case .strong: element("strong", node, inLink)
    case .link(let url, let title): link(node, url, title.isEmpty ? nil : title)
    case .html(let text): if !text.hasPrefix("<!--") { html.words(text) }
    default: inlines(node.children, inLink: inLink)
    }
  }

  private mutating func element(_ name: String, _ node: MarkdownNode, _ inLink: Bool) {
    html.open(name)
    inlines(node.children, inLink: inLink)
    html.raw("</\(name)>")
  }

  private mutating func code(_ text: String, _ inLink: Bool) {
    let isLong = text.unicodeScalars.count > Self.longCode
    let address = inLink ? nil : clauseAddress(text)
    if let address { html.open("a", ["href": address]) }
    html.element("code", ["class": isLong ? "long" : nil], words: text)
    if address != nil { html.raw("</a>") }
  }

  /// Where a clause is: here if this page has it too.
  private func clauseAddress(_ id: String) -> String? {
    guard let home = map.homes[id] else { return nil }
    return address(of: host.anchors.contains(id) ? host : home, id)
  }

  private func address(of page: SitePage, _ anchor: String?) -> String {
    let path =
      page.path == host.path ? "" : PagePath.relative(page.output, from: host.output)
    return path + (anchor.map { "#\($0)" } ?? "")
  }

  private mutating func link(_ node: MarkdownNode, _ url: String, _ title: String?) {
    switch map.target(of: url, on: origin) {
    case .page(let page, let anchor):
      link(node, to: address(of: page, anchor), title)
    case .outside: link(node, to: url, title)
    case .file(let path):
      inlines(node.children, inLink: true)
      html.raw(" (")
      html.element("code", words: path)
      html.raw(")")
    case .nowhere: inlines(node.children, inLink: true)
    }
  }

  private mutating func link(_ node: MarkdownNode, to address: String, _ title: String?) {
    html.open("a", ["href": address.isEmpty ? "#content" : address, "title": title])
    inlines(node.children, inLink: true)
    html.raw("</a>")
  }
}
