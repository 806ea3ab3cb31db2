// SPDX-License-Identifier: MIT

/// Goes through the tree of a page, names what can be linked, and takes comments out.
struct PageOutline {
  private let place: PagePlace
  private let clauses: Set<String>
  private var slugs = HeadingSlugs()
  private(set) var headings: [SiteHeading] = []
  private(set) var blocks: [String: MarkdownNode] = [:]
  private(set) var anchors: Set<String> = []
  private(set) var faults: [PageError] = []

  init(path: String, clauses: Set<String>) {
    place = PagePlace(path: path, line: 1)
    self.clauses = clauses
  }

  /// The node with its anchors.
  mutating func read(_ node: MarkdownNode) -> MarkdownNode {
    var node = node
    var example: String?
    node.children = node.children.compactMap { child in
      if let comments = Self.comments(child) {
        example = Self.example(comments) ?? example
        return nil
      }
      defer { example = nil }
      return named(child, example)
    }
    return node
  }

  private mutating func named(_ node: MarkdownNode, _ example: String?) -> MarkdownNode {
    var node = node
    if case .heading(let level) = node.kind { name(&node, level) }
    guard let example else { return read(node) }
    node.example = example
    node.anchor = "example-\(example)"
    add("example-\(example)", node.line)
    if node.kind == .table { nameClauses(of: &node) }
    blocks[example] = node
    return node
  }

  private mutating func name(_ heading: inout MarkdownNode, _ level: Int) {
    let text = heading.plainText
    let anchor = slugs.next(text)
    heading.anchor = anchor
    headings.append(SiteHeading(level: level, text: text, anchor: anchor))
    add(anchor, heading.line)
  }

  private mutating func nameClauses(of table: inout MarkdownNode) {
    for index in table.children.indices {
      guard let id = table.children[index].clause, clauses.contains(id), !anchors.contains(id)
      else { continue }
      table.children[index].anchor = id
      anchors.insert(id)
    }
  }

  private mutating func add(_ anchor: String, _ line: Int) {
    if !anchors.insert(anchor).inserted {
      faults.append(place.at(line).error("the anchor '\(anchor)' stands twice on the page"))
    }
  }

  private static func comments(_ node: MarkdownNode) -> [MarkdownComment]? {
    guard case .htmlBlock(let text) = node.kind else { return nil }
    return MarkdownComment.all(in: text, line: node.line)
  }

  private static func example(_ comments: [MarkdownComment]) -> String? {
    var directives = PageDirectives()
    for comment in comments {
      try? directives.add(comment, PagePlace(path: "", line: comment.line))
    }
    return directives.example?.text
  }
}

extension MarkdownNode {
  /// What may be the id of a clause: the one code span of a row's first cell.
  fileprivate var clause: String? {
    guard kind == .row(isHeader: false), let cell = children.first, cell.children.count == 1,
      case .code(let text) = cell.children[0].kind
    else { return nil }
    return text
  }
}
