// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Profiles
internal import Reports
internal import Suite

extension Verbs {
  static let prove = Verb(
    name: "prove", operands: "[CASES]",
    words: "Prove the vectors: the reference meets each, every broken copy of it is caught, every"
      + " negative fails by its own check, every clause that binds an implementation is killed or says"
      + " why not. Prints the kill matrix and what does not hold. With a file of drawn cases"
      + " (- is the standard input) the reference is put to them instead.",
    flags: [.vectorFormat, .proofForm, .without],
    examples: [
      "assay prove", "assay prove --format zego-04-cbc --as json",
      "assay prove --format zego-04-gcm --without zego.omits-crypto-tag.tag",
      "assay generate --format zego-03 --count 100000 | assay prove -",
    ],
    run: ProveRun.run)
}

extension Flag {
  static let proofForm = Flag("--as", "FORM", "text, matrix (every vector) or json (text)")
  static let without = Flag(
    "--without", "ID", "put a broken copy in the place of the reference: the proof fails")
}

/// Proves the vectors of every format that is asked for.
private enum ProveRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    if let cases = try invocation.operands(0...1).first { return try run(cases) }
    let library = try Library(invocation)
    let form = try invocation.choice(.proofForm, of: ["text", "matrix", "json"])
    let models = try invocation.vectorModels()
    let proofs = try models.map { model in
      try proof(of: model, standIn: try standIn(invocation, model), library)
    }
    if let id = invocation.value(.without), !models.contains(where: { $0.copy(named: id) != nil }) {
      throw UsageError("nothing that can be left out or done wrong is called '\(id)'")
    }
    let text = proofs.map { ProofText(proof: $0).text(form) }.joined(
      separator: form == "json" ? "" : "\n")
    try OutputFile.standardOutput.write(text)
    return proofs.allSatisfy(\.holds) ? 0 : 1
  }

  private static func run(_ cases: String) throws -> Int32 {
    var trial = CaseTrial(Formats.vectors)
    try trial.run(cases)
    for sample in trial.samples { try OutputFile.standardOutput.write("FAULT \(sample)\n") }
    try OutputFile.standardOutput.write(
      "\(trial.count) cases: \(trial.accepted) to accept, \(trial.refused) to refuse;"
        + " \(trial.broken) faults\n")
    return trial.broken == 0 && trial.count > 0 ? 0 : 1
  }

  private static func standIn(
    _ invocation: Invocation, _ model: any VectorModel
  ) throws -> BrokenCopy? {
    invocation.value(.without).flatMap { model.copy(named: $0) }
  }

  private static func proof(
    of model: any VectorModel, standIn: BrokenCopy?, _ library: Library
  ) throws -> Proof {
    let files = try VectorFolder.files(of: model.format, in: library.path)
    return Prover(
      model, vectors: files.flatMap(\.vectors), clauses: try library.clauses(of: model.format),
      standIn: standIn
    ).prove()
  }
}
