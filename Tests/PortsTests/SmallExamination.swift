// SPDX-License-Identifier: MIT

import Bytes
import Files
import JSON
import Ports
import Profiles
import Suite

/// The reference, or a copy of it, as a port that was asked the vectors of one format.
struct SmallExamination {
  let judgements: [Judgement]
  let faults: [String]

  /// `answering` chooses, by their order, the questions that the reference itself answers.
  init(
    _ format: String, making flaw: String? = nil, declaring choices: [String] = [],
    answering other: (Int) -> Bool = { _ in false }
  ) throws {
    let models = Formats.vectors.filter { $0.format == format }
    let plan = Examination.Plan(seed: "", vectors: "", suite: "")
    let examination = Examination(
      plan, of: try models.map { ($0.format, try $0.files().flatMap(\.vectors)) })
    let lines = examination.script.split(separator: UInt8(ascii: "\n")).dropLast().map { Array($0) }
    let ports = [flaw, nil].map { ReferencePort(models, flaw: $0, clock: { 1_700_000_000 }) }
    let answers = try lines.enumerated().map { index, line in
      try ports[other(index) ? 1 : 0].answer(line)
    }
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/answers.jsonl"
    let file = try OutputFile(creating: path)
    try file.write(try Self.declaring(choices, answers[0]))
    for answer in answers.dropFirst() { try file.write(answer) }
    let read = try PortAnswers(path)
    let examiner = PortExaminer(Formats.vectors)
    judgements = examiner.judgements(of: read, to: examination).flatMap(\.judgements)
    faults = examiner.faults(in: read, to: examination)
  }

  private static func declaring(_ choices: [String], _ line: [UInt8]) throws -> [UInt8] {
    var hello = try JSONValue(parsing: line.span)["hello"]?.object ?? [:]
    hello["choices"] = .strings(choices)
    return JSONValue.object(["hello": .object(hello)]).line
  }

  /// Why a gate is shut that fails from a severity on.
  func failures(from severity: Severity) -> [String] {
    var gate = Gate(failsOn: severity, baseline: nil)
    for judgement in judgements { gate.add(judgement) }
    return gate.failures
  }
}
