// SPDX-License-Identifier: MIT

import Foundation
import Pages

/// Pages of a test, their examples run by a fake binary.
struct SiteSample {
  let site: Site
  let texts: [String: String]

  static let clauses = [
    SiteClause(id: "a.first", level: "MUST", english: "First of all.", chinese: "首先。"),
    SiteClause(id: "a.second", level: "MAY", english: "Then \"this\".", chinese: "然后。"),
  ]

  init(_ pages: KeyValuePairs<String, String>) async throws {
    let assay = try FakeAssay()
    let sources = pages.map { SiteSource(path: $0.key, bytes: Array($0.value.utf8)) }
    site = try Site(
      sources, clauses: Self.clauses, formats: ["a-format"],
      exists: { ["README.md", "Vectors/README.md", "Vectors"].contains($0) })
    let results = await PageRun(binary: assay.path, directory: assay.folder)
      .results(of: site.examples)
    texts = Dictionary(
      uniqueKeysWithValues: site.files(results: results).map { ($0.path, $0.text) })
  }

  /// The content of the one page of a site, without what stands around it.
  static func article(_ page: String) async throws -> String {
    let sample = try await SiteSample(["Docs/spec/p.md": "# Title\n\n" + page])
    return sample.article("spec/p.html")
  }

  func article(_ path: String) -> String {
    let parts = (texts[path] ?? "").components(separatedBy: "<article>\n")
    return parts.last?.components(separatedBy: "</article>").first ?? ""
  }

  /// The faults of the one page of a site.
  static func faults(_ page: String) async throws -> [String] {
    try await SiteSample(["Docs/spec/p.md": page]).site.faults.map(\.description)
  }
}
