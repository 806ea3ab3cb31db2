// SPDX-License-Identifier: MIT

internal import Files
internal import Pages
internal import Reports
internal import Suite

extension Verbs {
  static let pages = Verb(
    name: "pages", operands: PagesRun.things.map(\.usage).joined(separator: " | "),
    words: "Run the examples of the documentation against this binary. Without a file, every page"
      + " of Docs. With build they are run, and then the documentation is written as a static"
      + " site that says what came of them. With coverage nothing is run: it is said which clause,"
      + " refusal, behaviour, verb and option stands in no executed example, and which link or id"
      + " leads to nothing.",
    flags: [.pageForm, .output, .onlyExamples, .jobs, .schema, .toSite],
    examples: [
      "assay pages test", "assay pages test Docs/spec/zego-server-assistant.md",
      "assay pages coverage", "assay pages build --to .build/site",
    ],
    run: PagesRun.run)
}

extension Flag {
  static let pageForm = Flag(
    "--format", "FORM", "one of \(PageReport.all.map(\.name).joined(separator: " "))")
  static let onlyExamples = Flag("--only", "GLOB", "run the examples whose id matches")
}

/// Runs the documentation.
enum PagesRun {
  static let things:
    [(name: String, usage: String, run: @Sendable (Invocation) async throws -> Int32)] =
      [
        ("test", "test [FILE...]", test), ("coverage", "coverage", PagesCoverage.run),
        ("build", "build", PagesBuild.build),
      ]

  static func run(_ invocation: Invocation) async throws -> Int32 {
    guard let name = invocation.operands.first,
      let thing = things.first(where: { $0.name == name })
    else {
      throw UsageError(
        "'pages' wants one of \(things.map(\.name).joined(separator: " "))",
        hint: "see 'assay pages --help'")
    }
    return try await thing.run(invocation)
  }

  private static func test(_ invocation: Invocation) async throws -> Int32 {
    let form = try invocation.choice(.pageForm, of: PageReport.all.map(\.name))
    let library = try Library(invocation)
    if invocation.has(.schema) {
      return try library.printSchema(of: form, ["json": "pages", "ndjson": "pages-row"])
    }
    let examples = try pages(invocation, library).flatMap(\.examples)
    let results = try await results(of: examples, invocation)
    let output = try invocation.output()
    for report in PageReport.all where report.name == form {
      try output.write(report.text(results))
    }
    return results.isClean ? 0 : 1
  }

  /// What comes of the examples that the options choose.
  static func results(
    of examples: [PageExample], _ invocation: Invocation
  ) async throws -> PageResults {
    guard let binary = Machine.executablePath else {
      throw UsageError("the path of this binary is not known")
    }
    let library = try Library(invocation)
    let only = invocation.value(.onlyExamples).map { Glob($0) }
    let run = PageRun(
      binary: binary, environment: ownVariables,
      links: links(library),
      jobs: try invocation.integer(.jobs, in: 1...256) ?? Machine.processorCount)
    return PageResults(
      await run.results(of: examples.filter { only?.matches($0.id) ?? true }))
  }

  /// What examples find in their folder, as far as it is there.
  private static func links(_ library: Library) -> [String: String] {
    let places = ["Docs", "Ports"].map { ($0, "\(library.top)/\($0)") }
    return Dictionary(uniqueKeysWithValues: places + [("Vectors", library.path)])
      .filter { Folder.kind(of: $0.value) == .folder }
  }

  /// A page says which secret it means; the caller's own is none of it.
  private static let ownVariables = ["ASSAY_SECRET": "", "ASSAY_VECTORS": "Vectors"]

  private static func pages(_ invocation: Invocation, _ library: Library) throws -> [Page] {
    let given = Array(invocation.operands.dropFirst())
    if given.isEmpty {
      return try library.documentation().map { source in
        try Page(path: source.path, bytes: source.bytes)
      }
    }
    return try given.map { try Page(path: $0, bytes: InputFile.contents(of: $0)) }
  }
}
