// SPDX-License-Identifier: MIT

/// What a page tells of, for those who ask whether anything is missing.
public struct PageMentions: Sendable {
  /// From the top of the repository.
  public let path: String
  public let examples: [PageExample]
  /// The code inside of its text.
  public let spans: [CodeSpan]
  /// The clauses that its tables list.
  public let clauses: Set<String>
  /// The ids of its examples, but for the tables of clauses.
  public let blocks: Set<String>
  /// The examples of other pages that it shows: PATH#ID.
  public let shared: Set<String>
}

/// Code inside of text, and the line where its block begins.
public struct CodeSpan: Equatable, Sendable {
  public let line: Int
  public let text: String
}

extension Site {
  /// Each page of the site with what it tells of.
  public var mentions: [PageMentions] { map.pages.map { PageMentions($0, in: map) } }
}

extension PageMentions {
  init(_ page: SitePage, in map: SiteMap) {
    path = page.path
    examples = page.examples
    spans = page.root.codeSpans
    clauses = page.anchors.intersection(map.clauses.map(\.id))
    blocks = Set(page.blocks.filter { $1.allAnchors.count == 1 }.keys)
    shared = Set(
      map.shown(in: page.root, on: page).compactMap { origin, block in
        block.example.map { "\(origin.path)#\($0)" }
      })
  }
}

extension MarkdownNode {
  fileprivate var codeSpans: [CodeSpan] {
    if case .code(let text) = kind { return [CodeSpan(line: line, text: text)] }
    return children.flatMap(\.codeSpans)
  }
}
