// SPDX-License-Identifier: MIT

internal import Files
internal import Pages
internal import Profiles
internal import Suite

extension Flag {
  static let toSite = Flag("--to", "DIR", "the folder of the site, new, empty or of a site")
}

/// Runs the documentation and writes it as a static site.
enum PagesBuild {
  static func build(_ invocation: Invocation) async throws -> Int32 {
    guard invocation.operands.count == 1 else {
      throw UsageError("'pages build' takes no file", hint: "usage: assay pages build --to DIR")
    }
    guard let path = invocation.value(.toSite) else { throw UsageError("--to DIR is wanted") }
    let folder = try SiteFolder(path)
    let site = try site(Library(invocation))
    let results = try await PagesRun.results(of: site.examples, invocation)
    let files = site.files(results: results.examples)
    try folder.write(files)
    let faults = site.faults
    for fault in faults { try OutputFile.standardOutput.write("FAULT \(fault)\n") }
    try OutputFile.standardOutput.write(results.text())
    try OutputFile.standardOutput.write("\(files.count) files in \(path), \(faults.count) faults\n")
    return results.isClean && faults.isEmpty ? 0 : 1
  }

  /// The documentation beside the vectors.
  static func site(_ library: Library) throws -> Site {
    let top = library.top
    return try Site(
      library.documentation(), clauses: library.distinctClauses().map(SiteClause.init),
      formats: Formats.judges.map(\.format),
      exists: { Folder.kind(of: "\(top)/\($0)") != .nothing })
  }
}

extension SiteClause {
  fileprivate init(_ clause: Clause) {
    self.init(
      id: clause.id, level: clause.level, english: clause.english, chinese: clause.chinese)
  }
}
