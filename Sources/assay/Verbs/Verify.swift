// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Ports
internal import Profiles
internal import Reports
internal import Suite

extension Verbs {
  static let verify = Verb(
    name: "verify", operands: "[PATH...]",
    words: "Judge recordings: files, folders or - for the standard input. Without a path the"
      + " shipped recordings of the vendors' assistants are judged.",
    flags: [.reportForm, .output, .only, .jobs, .baseline, .failOn, .schema],
    examples: [
      "assay verify", "assay verify --format junit --output report.xml answers.jsonl",
      "assay verify --baseline known.json answers.jsonl",
    ],
    run: VerifyRun.run)
}

extension Flag {
  static let reportForm = Flag(
    "--format", "FORM", "one of \(ReportFormats.all.map(\.name).joined(separator: " "))")
  static let baseline = Flag("--baseline", "FILE", "the failures that are known, with reasons")
  static let failOn = Flag(
    "--fail-on", "LEVEL", "differences from this severity on fail (interop)")
  static let schema = Flag("--schema", nil, "print the JSON Schema of the format and stop")
}

extension Invocation {
  func reportForm() throws -> String {
    try choice(.reportForm, of: ReportFormats.all.map(\.name))
  }

  /// What shuts the gate, from a severity on if no other is asked for.
  func gate(failingOn usual: Severity?) throws -> Gate {
    let levels = Severity.allCases.map(\.rawValue)
    let level = has(.failOn) ? Severity(rawValue: try choice(.failOn, of: levels)) : usual
    var gate = Gate(failsOn: level, baseline: try value(.baseline).map { try Baseline($0) })
    gate.today = String(UTCTime(Machine.secondsSince1970).description.prefix(10))
    return gate
  }
}

/// Judges recordings and reports.
private enum VerifyRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let form = try invocation.reportForm()
    let library = try Library(invocation)
    if invocation.has(.schema) {
      return try library.printSchema(of: form, ["json": "verify", "ndjson": "verify-row"])
    }
    let isShipped = invocation.operands.isEmpty
    let paths =
      isShipped
      ? try library.recordings(matching: invocation.value(.only).map { [$0] } ?? [])
      : try invocation.operands.flatMap { try Folder.files(below: $0, suffix: ".jsonl") }
    guard !paths.isEmpty else { throw UsageError("there is no recording to judge") }
    let verification = Verification(
      judges: Formats.judges, only: invocation.value(.only).map { Glob($0) },
      jobs: try invocation.integer(.jobs, in: 1...256) ?? 2)
    // The differences of the shipped recordings are known; only what is unexplained fails there.
    let gate = try invocation.gate(failingOn: isShipped ? nil : .interop)
    if paths.count == 1, PortAnswers.isOne(paths[0]) {
      return try PortJudgement(invocation, library, form, gate).run(try PortAnswers(paths[0]))
    }
    return try await report(verification, paths, gate, form, library, invocation)
  }

  private static func report(
    _ verification: Verification, _ paths: [String], _ gate: Gate, _ form: String,
    _ library: Library, _ invocation: Invocation
  ) async throws -> Int32 {
    let output = try invocation.output()
    let book = SpecBook(
      deviations: Formats.judges.flatMap(\.deviations), clauses: try library.allClauses())
    let colour = output.isTerminal && Machine.environment("NO_COLOR") == nil
    var report = ReportFormats.make(form, book: book, colour: colour, gate: gate)
    let results = try await verification.run(paths, gate: gate) { judgements in
      try output.write(report.add(judgements))
    }
    try output.write(report.finish(results))
    for error in results.errors {
      try OutputFile.standardError.write("assay: \(error)\n")
    }
    return results.exitCode.rawValue
  }
}
