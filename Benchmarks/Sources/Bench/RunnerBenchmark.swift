// SPDX-License-Identifier: MIT

internal import CBare
internal import Files
internal import Ports
internal import Profiles
internal import Suite

/// Asking a port: what the runner adds to a pipe, and what a run costs beside the port itself.
struct RunnerBenchmark {
  let program: String
  let scratch: String
  let python: String

  private static let window = 64
  private static let rounds = 20
  private static let adapter = "Ports/python/adapter.py"

  private var questions: String { "\(scratch).questions" }
  private var answers: String { "\(scratch).answers" }

  func run() async throws {
    print("\nasking a port, questions  ours us  bare us  difference  ratio")
    let all = Formats.vectors.map(\.format)
    try await measureRunner(try prepare(all, answering: "\(program) answer"))
    let known = all.filter { Self.portFormats.contains($0) }
    measurePort(try prepare(known, answering: "\(python) \(Self.adapter)"), known)
  }

  private static let portFormats: Set = [
    "zego-04-cbc", "zego-04-gcm", "agora-006", "agora-007", "nacos-jwt", "nats-connect",
  ]

  /// Writes the questions and the answers of a port that reads them from a file.
  private func prepare(_ formats: [String], answering port: String) throws -> Examination {
    let shelves = try Formats.vectors.filter { formats.contains($0.format) }.map { model in
      (model.format, try VectorFolder.files(of: model.format, in: "Vectors").flatMap(\.vectors))
    }
    let examination = Examination(.init(seed: "bench", vectors: "", suite: ""), of: shelves)
    try OutputFile(creating: questions).write(examination.script)
    guard command(port, input: questions, output: answers).status == 0 else {
      throw Failure(words: "\(port) does not answer")
    }
    return examination
  }

  /// The same lines, as many of them ahead, to the same other side, which knows the answers.
  private func measureRunner(_ examination: Examination) async throws {
    let program = CommandLine.arguments[0]
    var (own, bare) = (Int64.max, Int64.max)
    for _ in 0..<Self.rounds {
      own = min(own, try await ask(examination, of: program))
      let time = unsafe bench_ping(program, questions, answers, Int32(Self.window))
      guard time > 0 else { throw Failure(words: "the pipe is broken") }
      bare = min(bare, time)
    }
    report("over a pipe", examination, own: Double(own) / 1000, bare: Double(bare) / 1000) {
      $0 - $1 <= 10
    }
  }

  private func ask(_ examination: Examination, of program: String) async throws -> Int64 {
    let runner = PortRunner([program, "pong", answers], clock: { Machine.secondsSince1970 })
    let file = AnswerFile(try OutputFile(creating: scratch))
    let start = bench_now()
    let entry = try await runner.ask(examination.questions, run: examination.plan.run, into: file)
    let time = bench_now() - start
    guard entry.faults.isEmpty else { throw Failure(words: "\(entry.faults)") }
    return time
  }

  /// A whole run, with reading the vectors and judging, beside the port on its own.
  private func measurePort(_ examination: Examination, _ formats: [String]) {
    let port = "\(python) \(Self.adapter)"
    let types = formats.map { "--type \($0)" }.joined(separator: " ")
    var (own, bare) = (Double.infinity, Double.infinity)
    for _ in 0..<Self.rounds {
      own = min(own, command("\(program) run \(types) -- \(port)").seconds)
      bare = min(bare, command(port, input: questions).seconds)
    }
    report("Python", examination, own: own * 1e6, bare: bare * 1e6) { $0 / $1 <= 2 }
  }

  private func report(
    _ name: String, _ examination: Examination, own: Double, bare: Double,
    isWithin: (Double, Double) -> Bool
  ) {
    let count = examination.questions.count
    let (own, bare) = (own / Double(count), bare / Double(count))
    print(
      columns([
        (name, 13), ("\(count)", 11), (fixed(own), 8), (fixed(bare), 8), (fixed(own - bare), 11),
        (fixed(own / bare), 6),
      ]), isWithin(own, bare) ? "" : "  above the limit")
  }

  private struct Failure: Error {
    let words: String
  }
}
