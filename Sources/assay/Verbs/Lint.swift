// SPDX-License-Identifier: MIT

internal import Files
internal import Profiles
internal import Suite

extension Verbs {
  static let lint = Verb(
    name: "lint", operands: "",
    words:
      "Check the files of vectors: ids, clauses, levels, notes, parents, layout, sizes, and that"
      + " no id has got another meaning.",
    flags: [.vectorFormat], examples: ["assay lint", "assay lint --format agora-006"],
    run: LintRun.run)
}

/// Says what is wrong with the files.
private enum LintRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(0...0)
    let library = try Library(invocation)
    let lints = try invocation.vectorModels().map { model in
      try VectorLint(
        model, clauses: library.clauses(of: model.format), vectors: library.path)
    }
    let faults = lints.flatMap(\.faults)
    let vectors = lints.reduce(0) { $0 + $1.vectorCount }
    for fault in faults { try OutputFile.standardOutput.write("\(fault)\n") }
    try OutputFile.standardOutput.write(
      "\(lints.reduce(0) { $0 + $1.fileCount }) files, \(vectors) vectors, \(faults.count) faults\n"
    )
    return faults.isEmpty && vectors > 0 ? 0 : 1
  }
}
