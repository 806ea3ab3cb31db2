// SPDX-License-Identifier: MIT

internal import Files
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

  static let report = Verb(
    name: "report", operands: "PATH...",
    words: "Write a report of files that are there: the answers of a port, or recordings. It is"
      + " 'verify' with a path, by another name.",
    flags: [.reportForm, .output, .baseline, .failOn],
    examples: ["assay report answers.jsonl --format html --output report.html"],
    run: VerifyRun.report)
}

extension Flag {
  static let reportForm = Flag(
    "--format", "FORM", "one of \(ReportFormats.all.map(\.name).joined(separator: " "))")
  static let baseline = Flag("--baseline", "FILE", "the failures that are known, with reasons")
  static let failOn = Flag(
    "--fail-on", "LEVEL", "differences from this severity on fail (interop, and quality for ports)")
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
    let library = try Library(invocation)
    if invocation.has(.schema) {
      let form = try invocation.reportForm()
      return try library.printSchema(of: form, ["json": "verify", "ndjson": "verify-row"])
    }
    let isShipped = invocation.operands.isEmpty
    let paths =
      isShipped
      ? try library.recordings(matching: invocation.value(.only).map { [$0] } ?? [])
      : try invocation.operands.flatMap { try Folder.files(below: $0, suffix: ".jsonl") }
    guard !paths.isEmpty else { throw UsageError("there is no recording to judge") }
    let isPort = FileJudgement.isPort(paths)
    // The differences of the shipped recordings are known; only what is unexplained fails there.
    let gate = try invocation.gate(
      failingOn: isPort ? PortJudgement.failsOn : isShipped ? nil : .interop)
    let judgement = FileJudgement(
      paths: paths, library: library, gate: gate, only: invocation.value(.only),
      jobs: try invocation.integer(.jobs, in: 1...256) ?? 2)
    let replay = isPort ? Replay(port: []) : Replay(recordings: isShipped ? [] : paths)
    return try await ReportTarget(invocation, library, gate)
      .write(replay) { try await judgement.outcome(each: $0) }
  }

  /// The same with files alone.
  static func report(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(1...Int.max)
    return try await run(invocation)
  }
}
