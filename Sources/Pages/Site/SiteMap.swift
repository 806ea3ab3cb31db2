// SPDX-License-Identifier: MIT

/// All pages, and where everything on them is.
struct SiteMap: Sendable {
  /// In the order of the navigation.
  private(set) var pages: [SitePage]
  let clauses: [SiteClause]
  /// The page that lists a clause; those of formats go before others, an index last.
  private(set) var homes: [String: SitePage] = [:]
  private let places: [String: Int]
  /// Whether the repository has a file or folder.
  private let exists: @Sendable (String) -> Bool

  init(
    _ sources: [SiteSource], clauses: [SiteClause], formats: [String],
    exists: @escaping @Sendable (String) -> Bool
  ) throws(PageError) {
    let ids = Set(clauses.map(\.id))
    var read: [SitePage] = []
    for source in sources {
      read.append(try SitePage(source, clauses: ids, formats: formats))
    }
    pages = SiteGroup.allCases.flatMap { group in
      read.filter { $0.group == group }.sorted { $0.sortKey < $1.sortKey }
    }
    places = Dictionary(pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { $1 })
    self.clauses = clauses
    self.exists = exists
    for index in pages.indices {
      for (origin, block) in shown(in: pages[index].root, on: pages[index]) {
        pages[index].show(block, from: origin)
      }
    }
    for rank in 0...2 {
      for page in pages where page.homeRank == rank {
        for id in ids.intersection(page.anchors) where homes[id] == nil { homes[id] = page }
      }
    }
  }

  func page(at path: String) -> SitePage? { places[path].map { pages[$0] } }

  /// Where a link of a page leads.
  func target(of url: String, on page: SitePage) -> SiteTarget {
    let address = PageURL(url)
    if let scheme = address.scheme {
      return ["http", "https", "mailto"].contains(scheme)
        ? .outside : .nowhere("the link '\(url)' is not relative, nor one of http, https or mailto")
    }
    let (path, anchor) = address.parts
    if path.isEmpty { return .page(page, anchor: anchor) }
    guard let file = PagePath.resolved(path, in: page.path) else {
      return .nowhere("the link '\(url)' leaves the repository")
    }
    if let found = self.page(at: file) ?? self.page(at: "\(file)/README.md") {
      return .page(found, anchor: anchor)
    }
    return exists(file) ? .file(file) : .nowhere("the link '\(url)' leads to nothing")
  }

  /// The example of another page that a paragraph stands for.
  func shown(
    by node: MarkdownNode, on page: SitePage
  ) -> (origin: SitePage, block: MarkdownNode)? {
    guard let url = node.onlyLink, let (path, id) = PageURL(url).example,
      let file = PagePath.resolved(path, in: page.path), let origin = self.page(at: file),
      let block = origin.blocks[id]
    else { return nil }
    return (origin, block)
  }

  /// Those of a node and of what is in it.
  func shown(
    in node: MarkdownNode, on page: SitePage
  ) -> [(origin: SitePage, block: MarkdownNode)] {
    if let found = shown(by: node, on: page) { return [found] }
    return node.children.flatMap { shown(in: $0, on: page) }
  }
}

/// Where a link leads.
enum SiteTarget {
  case page(SitePage, anchor: String?)
  /// A file of the repository that is no page.
  case file(String)
  case outside
  /// With what is wrong about it.
  case nowhere(String)
}

extension MarkdownNode {
  /// The address of the link that a paragraph consists of.
  fileprivate var onlyLink: String? {
    guard kind == .paragraph, children.count == 1, case .link(let url, _) = children[0].kind else {
      return nil
    }
    return url
  }
}
