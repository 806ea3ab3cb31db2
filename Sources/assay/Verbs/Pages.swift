// SPDX-License-Identifier: MIT

internal import Files
internal import Pages
internal import Suite

extension Verbs {
  static let pages = Verb(
    name: "pages", operands: "test [FILE...]",
    words: "Run the examples of the documentation against this binary. Without a file, every page"
      + " of Docs/spec.",
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
    var (passed, failed) = (0, 0)
    for file in files {
      let page = try Page(file: file, text: InputFile.contents(of: file))
      for result in PageRun(binary: binary).results(of: page, where: { only?.matches($0) ?? true })
      {
        guard let failure = result.failure else {
          passed += 1
          continue
        }
        failed += 1
        let example = result.example
        try OutputFile.standardOutput.write(
          "\(example.file):\(example.line): \(example.id): \(failure)\n")
      }
    }
    try OutputFile.standardOutput.write("\(passed) examples passed, \(failed) failed\n")
    return failed == 0 && passed > 0 ? 0 : 1
  }

  private static func files(_ invocation: Invocation) throws -> [String] {
    let given = Array(invocation.operands.dropFirst())
    guard given.isEmpty else { return given }
    let library = try Library(invocation)
    return try Folder.files(below: "\(library.path)/../Docs/spec", suffix: ".md")
  }
}
