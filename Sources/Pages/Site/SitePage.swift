// SPDX-License-Identifier: MIT

/// A page of the documentation with all that can be linked on it.
struct SitePage: Sendable {
  /// From the top of the repository.
  let path: String
  /// From the folder of the site.
  let output: String
  let group: SiteGroup
  let title: String
  let headings: [SiteHeading]
  let root: MarkdownNode
  /// What is executed on it.
  let examples: [PageExample]
  /// The block of each example id.
  let blocks: [String: MarkdownNode]
  /// The page and the id of each example of another page that is shown here.
  private(set) var shown: [(page: String, example: String)] = []
  private(set) var anchors: Set<String>
  private(set) var faults: [PageError]

  init(_ source: SiteSource, clauses: Set<String>, formats: [String]) throws(PageError) {
    path = source.path
    output = PagePath.output(of: source.path)
    group = SiteGroup(path: source.path, formats: formats)
    examples = try Page(path: source.path, bytes: source.bytes, mayBeEmpty: true).examples
    guard let tree = MarkdownTree.root(of: source.bytes) else {
      throw PageError(path: path, line: 1, words: "the page is nested too deeply")
    }
    var outline = PageOutline(path: path, clauses: clauses)
    root = outline.read(tree)
    (headings, blocks, anchors) = (outline.headings, outline.blocks, outline.anchors)
    title = headings.first { $0.level == 1 }?.text ?? output
    faults = outline.faults
    let titles = headings.count { $0.level == 1 }
    if titles != 1 {
      faults.append(
        PageError(path: path, line: 1, words: "the page has \(titles) titles, expected one"))
    }
  }

  var language: SiteLanguage { group.language }

  /// Whether it is the first page of its folder.
  var isIndex: Bool { output.hasSuffix("index.html") }

  /// Within its group the index goes first.
  var sortKey: (Int, String) { (isIndex ? 0 : 1, path) }

  /// How good a home for a clause it is: an index lists what other pages explain.
  var homeRank: Int { isIndex ? 2 : group == .formats ? 0 : 1 }

  /// Whether anything on it was to be run, here or on another page.
  var hasExamples: Bool { !examples.isEmpty || !shown.isEmpty }

  /// Takes in an example of another page, with its anchors.
  mutating func show(_ block: MarkdownNode, from page: SitePage) {
    if let example = block.example { shown.append((page.path, example)) }
    anchors.formUnion(block.allAnchors)
  }
}

/// A heading and the anchor that leads to it.
struct SiteHeading: Equatable, Sendable {
  let level: Int
  let text: String
  let anchor: String
}

extension MarkdownNode {
  /// The anchors of a block and of what is in it.
  var allAnchors: [String] {
    [anchor].compactMap(\.self) + children.flatMap(\.allAnchors)
  }
}
