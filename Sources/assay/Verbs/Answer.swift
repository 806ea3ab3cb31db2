// SPDX-License-Identifier: MIT

internal import Files
internal import Ports
internal import Profiles
internal import Suite

extension Verbs {
  static let answer = Verb(
    name: "answer", operands: "",
    words: "Answer as a port: questions come by assay-port/1 from the standard input. It is the"
      + " reference that answers, or a broken copy of it.",
    flags: [.flaw, .choice],
    examples: [
      "assay run -- assay answer", "assay run -- assay answer --without zego.omits-crypto-tag.tag",
      "assay answer <questions.jsonl >answers.jsonl",
    ],
    run: AnswerRun.run)
}

extension Flag {
  static let flaw = Flag("--without", "ID", "leave a check out, or make a mistake")
  static let choice = Flag("--choose", "ID", "make a choice that is open, and declare it")
}

/// The reference as a port.
private enum AnswerRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    _ = try invocation.operands(0...0)
    let port = try port(invocation.value(.flaw), choosing: invocation.value(.choice))
    var input = try LineFile("-")
    while let line = try input.next(), !line.isEmpty {
      let answer = try port.answer(line)
      if answer.isEmpty { return 0 }
      try OutputFile.standardOutput.write(answer)
    }
    return 0
  }

  private static func port(_ flaw: String?, choosing choice: String?) throws -> ReferencePort {
    guard flaw == nil || choice == nil else {
      throw UsageError("'--without' and '--choose' cannot be combined")
    }
    if let flaw, !Formats.vectors.contains(where: { $0.copy(named: flaw) != nil }) {
      throw UsageError("nothing that can be left out or done wrong is called '\(flaw)'")
    }
    let choices = Formats.vectors.flatMap(\.mistakes).filter { $0.severity == .choice }
    if let choice, !choices.contains(where: { $0.id == choice }) {
      throw UsageError("no choice is called '\(choice)'", hint: "see 'assay list deviations'")
    }
    return ReferencePort(
      Formats.vectors, flaw: flaw ?? choice, isDeclared: choice != nil,
      clock: { Machine.secondsSince1970 })
  }
}
