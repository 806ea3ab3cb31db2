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
      + " questions, only who was asked all of them is called conformant.",
    flags: [.reportForm, .output, .answers, .resume, .baseline, .failOn] + Flag.asking,
    examples: [
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
    let setup = try PortSetup(invocation, library)
    if invocation.has(.questionsOnly) {
      try invocation.output().write(setup.examination.script)
      return 0
    }
    let entry = try await ask(setup, invocation, into: invocation.value(.output))
    for fault in entry.faults { try OutputFile.standardError.write("assay: protocol: \(fault)\n") }
    return entry.faults.isEmpty ? 0 : Results.ExitCode.portFault.rawValue
  }

  static func judge(_ invocation: Invocation) async throws -> Int32 {
    let library = try Library(invocation)
    let gate = try invocation.gate(failingOn: .interop)
    let target = try ReportTarget(invocation, library, gate)
    let setup = try PortSetup(invocation, library)
    let folder = try TemporaryFolder()
    let path = invocation.value(.answers) ?? "\(folder.path)/answers.jsonl"
    let entry = try await ask(setup, invocation, into: path)
    guard entry.hello != nil else {
      for fault in entry.faults {
        try OutputFile.standardError.write("assay: protocol: \(fault)\n")
      }
      return Results.ExitCode.portFault.rawValue
    }
    if entry.strayLines > 0 {
      try OutputFile.standardError.write(
        "assay: \(entry.strayLines) lines of the port are no messages, the first:"
          + " \(entry.straySample ?? "")\n")
    }
    let answers = try PortAnswers(path)
    return try await target.write(Replay(port: try invocation.operands(1...Int.max))) { each in
      try PortJudgement(library: library, gate: gate)
        .outcome(of: answers, faults: entry.faults, each: each)
    }
  }

  private static func ask(
    _ setup: PortSetup, _ invocation: Invocation, into path: String?
  ) async throws -> PortLog.Entry {
    let command = try invocation.operands(1...Int.max)
    let errand = try Errand(setup, path, resuming: invocation.has(.resume), Library(invocation))
    let runner = PortRunner(
      command, limits: setup.limits, jobs: setup.jobs,
      isOneShot: invocation.has(.oneShot))
    return try await runner.ask(errand.questions, run: errand.run, into: errand.file)
  }
}

/// What is left to be asked, and where the answers go.
private struct Errand {
  let questions: [PortQuestion]
  let run: String
  let file: AnswerFile

  init(_ setup: PortSetup, _ path: String?, resuming: Bool, _ library: Library) throws {
    if let path, resuming, Folder.kind(of: path) == .file, try PortAnswers.isBegun(path) {
      try self.init(after: path, library)
    } else {
      let output = try path.map { try OutputFile(creating: $0) } ?? .standardOutput
      self.init(setup.examination.questions, setup.examination.plan.run, AnswerFile(output))
    }
  }

  private init(_ questions: [PortQuestion], _ run: String, _ file: AnswerFile) {
    (self.questions, self.run, self.file) = (questions, run, file)
  }

  /// Goes on where the answers of a file end; a line that was cut is left behind.
  private init(after path: String, _ library: Library) throws {
    let earlier = try PortAnswers(path)
    let known = try PortSetup.examination(earlier.plan, library)
    let output = try OutputFile(appendingTo: path)
    try output.write("\n")
    self.init(
      known.questions.filter { earlier.answers[$0.name] == nil }, earlier.plan.run,
      AnswerFile(output, after: earlier.hello))
  }
}
