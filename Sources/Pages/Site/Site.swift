// SPDX-License-Identifier: MIT

/// The documentation as a static site.
public struct Site: Sendable {
  let map: SiteMap

  /// `exists` says whether the repository has a file or folder.
  public init(
    _ sources: [SiteSource], clauses: [SiteClause], formats: [String],
    exists: @escaping @Sendable (String) -> Bool
  ) throws(PageError) {
    map = try SiteMap(sources, clauses: clauses, formats: formats, exists: exists)
  }

  /// What is to be run, in the order of the pages.
  public var examples: [PageExample] { map.pages.flatMap(\.examples) }

  /// Links that lead to nothing, anchors that stand twice, pages without a title.
  public var faults: [PageError] {
    map.pages.flatMap { page in
      (page.faults + PageLinks(of: page, in: map).faults).sorted { $0.line < $1.line }
    }
  }

  /// The files of the site, with the results of the examples marked on them.
  public func files(results: [ExampleResult]) -> [SiteFile] {
    let results = SiteResults(results)
    let pages = map.pages.map { PageContents(map: map, page: $0, results: results).file }
    return [StartPage(map: map, results: results).file] + pages
      + [SiteStyle.file, SiteScript.file, ClauseIndex(map: map).file]
  }
}
