// SPDX-License-Identifier: MIT

internal import Files
internal import Pages
internal import Profiles
internal import Suite

/// Says what the documentation does not show.
enum PagesCoverage {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    guard invocation.operands.count == 1 else {
      throw UsageError("'pages coverage' takes no file", hint: "usage: assay pages coverage")
    }
    let library = try Library(invocation)
    let site = try PagesBuild.site(library)
    let mentions = Mentions(site.mentions)
    let shelves = try Formats.vectors.map { ($0, try VectorShelf(library).vectors(of: $0)) }
    let clauses = try library.distinctClauses()
    let formats = try Formats.judges.map { judge in
      try FormatCoverage(
        judge, shelves.first { $0.0.format == judge.format }, mentions, library)
    }
    let holes =
      site.faults.map(\.description) + formats.flatMap(\.holes) + CommandCoverage(mentions).holes
      + DocumentationCoverage(mentions: mentions, clauses: clauses).holes
      + references(mentions, clauses, shelves.flatMap(\.1)).holes
    for format in formats {
      let lines = [format.format, ClauseCoverage.head] + format.clauses.map(\.line)
      try OutputFile.standardOutput.write(lines.map { $0 + "\n" }.joined() + "\n")
    }
    for hole in holes { try OutputFile.standardOutput.write("HOLE \(hole)\n") }
    try OutputFile.standardOutput.write(
      "\(mentions.pages.count) pages, \(mentions.pages.reduce(0) { $0 + $1.examples.count }) examples,"
        + " \(formats.reduce(0) { $0 + $1.clauses.count }) clauses of \(formats.count) formats:"
        + " \(holes.count) holes\n")
    return holes.isEmpty ? 0 : 1
  }

  private static func references(
    _ mentions: Mentions, _ clauses: [Clause], _ vectors: [Vector]
  ) -> ReferenceCoverage {
    ReferenceCoverage(
      mentions: mentions,
      known: Set(vectors.map(\.id) + Formats.deviations.map(\.id) + clauses.map(\.id)),
      reasons: Set(RefusalReason.all(in: vectors).map(\.name)))
  }
}
