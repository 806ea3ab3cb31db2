// SPDX-License-Identifier: MIT

internal import Files
internal import Pages
internal import Suite

extension Verbs {
  static let pages = Verb(
    name: "pages", operands: "test [FILE...]",
    words: "Run the examples of the documentation against this binary. Without a file, every page"
      + " of Docs.",
    flags: [.onlyExamples],
    examples: ["assay pages test", "assay pages test Docs/spec/zego-server-assistant.md"],
    run: PagesRun.run)
}

extension Flag {
  static let onlyExamples = Flag("--only", "GLOB", "run the examples whose id matches")
}

/// Runs the documentation.
private enum PagesRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    guard invocation.operands.first == "test" else {
      throw UsageError("'pages' wants 'test'", hint: "usage: assay pages test [FILE...]")
    }
    guard let binary = Machine.executablePath else {
      throw UsageError("the path of this binary is not known")
    }
    let files = try files(invocation)
    let only = invocation.value(.onlyExamples).map { Glob($0) }
    var examples: [PageExample] = []
    for file in files {
      let page = try Page(path: file, bytes: InputFile.contents(of: file))
      examples += page.examples.filter { only?.matches($0.id) ?? true }
    }
    let library = try Library(invocation)
    let run = PageRun(
      binary: binary, environment: ownVariables, links: links(library),
      jobs: Machine.processorCount)
    let results = PageResults(await run.results(of: examples))
    try OutputFile.standardOutput.write(results.text())
    return results.isClean ? 0 : 1
  }

  /// A page says which secret it means; the caller's own is none of it.
  private static let ownVariables = ["ASSAY_SECRET": "", "ASSAY_VECTORS": "Vectors"]

  private static func links(_ library: Library) -> [String: String] {
    ["Vectors": library.path, "Docs": "\(library.path)/../Docs"]
  }

  private static func files(_ invocation: Invocation) throws -> [String] {
    let given = Array(invocation.operands.dropFirst())
    guard given.isEmpty else { return given }
    let library = try Library(invocation)
    return try Folder.files(below: "\(library.path)/../Docs", suffix: ".md")
  }
}
