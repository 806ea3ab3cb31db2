// SPDX-License-Identifier: MIT

internal import Files
internal import Ports
internal import Reports
internal import Suite

extension Verbs {
  static let record = Verb(
    name: "record", operands: "-- COMMAND...",
    words: "Ask a port the vectors and write its answers, which 'verify' judges. The port is a"
      + " program that speaks assay-port/1. With --requests-only no port is asked: the questions are"
      + " written, to be put to one elsewhere: PORT < questions > answers.",
    flags: [.questionsOnly, .output, .resume] + Flag.asking,
    examples: [
      "assay record --output answers.jsonl -- python3 Ports/python/adapter.py",
      "assay record --requests-only --type zego-04-gcm --output questions.jsonl",
    ],
    run: RecordRun.run)

  static let run = Verb(
    name: "run", operands: "-- COMMAND...",
    words: "Ask a port the vectors and judge its answers. Whatever option chooses a part of the"
      + " questions, only who was asked all of them is called conformant. With --check-adapter the"
      + " program between the port and assay is checked in a short conversation, as text or json.",
    flags: [.reportForm, .output, .checkAdapter, .answers, .resume, .baseline, .failOn]
      + Flag.asking + [.schema],
    examples: [
      "assay run --check-adapter -- python3 Ports/python/adapter.py",
      "assay run -- python3 Ports/python/adapter.py",
      "assay run --type agora-006 --format junit --output report.xml -- ./port",
    ],
    run: RecordRun.judge)
}

extension Flag {
  static let answers = Flag("--answers", "FILE", "keep the answers in a file")
  static let resume = Flag("--resume", nil, "go on where the file of answers ends")
}

/// Asks live ports.
private enum RecordRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let library = try Library(invocation)
    let setup = try await PortSetup(invocation, library)
    if invocation.has(.questionsOnly) {
      try invocation.output().write(setup.examination.script)
      return 0
    }
    let errand = try await Errand(setup, invocation.value(.output), invocation, library)
    let entry = try await errand.run()
    try Complaint.say(Complaint.ofProtocol(entry.faults))
    return try advised(
      entry.faults.isEmpty ? 0 : Results.ExitCode.portFault.rawValue, invocation)
  }

  /// Says who explains what breaks the protocol.
  private static func advised(_ status: Int32, _ invocation: Invocation) throws -> Int32 {
    if status == Results.ExitCode.portFault.rawValue, !invocation.has(.oneShot) {
      try Complaint.say(["hint: 'assay run --check-adapter -- COMMAND...' explains such mistakes"])
    }
    return status
  }

  private static let schemas = ["json": "verify", "ndjson": "verify-row"]

  static func judge(_ invocation: Invocation) async throws -> Int32 {
    let library = try Library(invocation)
    let isCheck = invocation.has(.checkAdapter)
    if invocation.has(.schema) {
      return try library.printSchema(
        of: isCheck ? "json" : try invocation.reportForm(),
        isCheck ? ["json": "adapter-check"] : schemas)
    }
    if isCheck { return try await AdapterRun.run(invocation, library) }
    let gate = try invocation.gate(failingOn: PortJudgement.failsOn)
    let target = try ReportTarget(invocation, library, gate)
    let setup = try await PortSetup(invocation, library)
    let folder = try TemporaryFolder()
    let path = invocation.value(.answers) ?? "\(folder.path)/answers.jsonl"
    let errand = try await Errand(setup, path, invocation, library)
    let entry = try await errand.run()
    guard entry.hello != nil else {
      try Complaint.say(Complaint.ofProtocol(entry.faults))
      return try advised(Results.ExitCode.portFault.rawValue, invocation)
    }
    if let sample = entry.straySample {
      try Complaint.say([
        "\(entry.strayLines) lines of the port are no messages, the first: \(sample)"
      ])
    }
    let answers = try PortAnswers(path)
    let status = try await target.write(Replay(port: errand.command)) { each in
      try PortJudgement(gate: gate)
        .outcome(of: answers, to: errand.examination, faults: entry.faults, each: each)
    }
    return try advised(status, invocation)
  }
}

/// What is left to be asked, of whom, and where the answers go.
private struct Errand {
  let command: [String]
  let examination: Examination
  private let questions: [PortQuestion]
  private let file: AnswerFile
  private let runner: PortRunner

  init(
    _ setup: PortSetup, _ path: String?, _ invocation: Invocation, _ library: Library
  ) async throws {
    command = try invocation.operands(1...Int.max)
    runner = PortRunner(
      command, limits: setup.limits, jobs: setup.jobs, isOneShot: invocation.has(.oneShot),
      clock: { Machine.secondsSince1970 })
    if let path, invocation.has(.resume), Folder.kind(of: path) == .file,
      try PortAnswers.isBegun(path)
    {
      (examination, questions, file) = try await Self.rest(after: path, library)
    } else {
      let output = try path.map { try OutputFile(creating: $0) } ?? .standardOutput
      examination = setup.examination
      (questions, file) = (examination.questions, AnswerFile(output))
    }
  }

  /// Goes on where the answers of a file end; a line that was cut is left behind.
  private static func rest(
    after path: String, _ library: Library
  ) async throws -> (Examination, [PortQuestion], AnswerFile) {
    let earlier = try PortAnswers(path)
    let examination = try await PortSetup.examination(earlier.plan, library)
    let output = try OutputFile(appendingTo: path)
    try output.write("\n")
    return (
      examination, examination.questions.filter { earlier.answers[$0.name] == nil },
      AnswerFile(output, after: earlier.hello)
    )
  }

  func run() async throws -> PortLog.Entry {
    try await runner.ask(questions, run: examination.plan.run, into: file)
  }
}
