// SPDX-License-Identifier: MIT

internal import Bytes

/// Proves the vectors of a format against the reference and against broken copies of it.
public struct Prover {
  private let model: any VectorModel
  private let vectors: [Vector]
  private let clauses: ClauseSet
  /// What stands where the reference should; nothing where that is the reference itself.
  private let standIn: BrokenCopy?
  private var proof: Proof

  public init(
    _ model: any VectorModel, vectors: [Vector], clauses: ClauseSet, standIn: BrokenCopy? = nil
  ) {
    self.model = model
    self.vectors = vectors
    self.clauses = clauses
    self.standIn = standIn
    proof = Proof(format: model.format)
  }

  public consuming func prove() -> Proof {
    proof.vectors = vectors.count
    checkReference()
    checkNegatives()
    proof.copies =
      model.mistakes.map { copy(.making($0.id), $0) }
      + model.checks.map { copy(.without($0.check), $0.info) }
    for copy in proof.copies { checkCopy(copy) }
    proof.edits = model.edits.map { edit in
      (edit.id, vectors.filter { $0.derivation?.edit == edit.id }.map(\.id))
    }
    for edit in proof.edits where edit.vectors.isEmpty {
      note(edit.id, "no vector is made by this edit")
    }
    proof.clauses = clauses.clauses.filter(\.bindsImplementation).map(clauseProof)
    for clause in proof.clauses { checkClause(clause) }
    return proof
  }

  private mutating func note(_ id: String, _ words: String) {
    proof.faults.append(ProofFault(id: id, words: words))
  }

  // MARK: - The reference

  private mutating func checkReference() {
    for vector in vectors {
      let answer = model.answer(to: vector.question, as: standIn)
      if case .broken(let why) = model.outcome(of: answer, to: vector) {
        note(vector.id, "the reference fails it: \(why)")
      }
    }
  }

  // MARK: - Negatives

  /// With its check left out, a negative is accepted or fails at a later check.
  private mutating func checkNegatives() {
    let checks = model.checks.map(\.check)
    let ids = Dictionary(vectors.map { ($0.id, $0) }) { first, _ in first }
    for vector in vectors {
      if let parent = vector.derivation?.parent, ids[parent]?.expectation.isAccept != true {
        note(vector.id, "its parent '\(parent)' is no vector that is accepted")
      }
      guard vector.question.op == VectorQuestion.open, let check = vector.expectation.check else {
        continue
      }
      guard let place = checks.firstIndex(where: { $0.covers(check) }) else {
        note(vector.id, "no opener has the check \(check.words)")
        continue
      }
      let copy = BrokenCopy.without(checks[place])
      if case .refused(let other?) = model.answer(to: vector.question, as: copy),
        !isLater(other, than: place, in: checks)
      {
        note(vector.id, "without \(check.words) it fails earlier, by \(other.words)")
      }
    }
  }

  /// A check of every field is made all along.
  private func isLater(_ check: Check, than place: Int, in checks: [Check]) -> Bool {
    guard let other = checks.firstIndex(where: { $0.covers(check) }) else { return false }
    return other > place || other != place && checks[other].field.isEmpty
  }

  // MARK: - Broken copies

  private func copy(_ copy: BrokenCopy, _ info: DeviationInfo) -> CopyProof {
    var killers: [String] = []
    var witnesses: [String] = []
    for vector in vectors {
      let answer = model.answer(to: vector.question, as: copy)
      switch model.outcome(of: answer, to: vector) {
      case .allowed where answer != model.answer(to: vector.question, as: nil):
        witnesses.append(vector.id)
      case .met, .allowed: break
      case .broken: killers.append(vector.id)
      }
    }
    return CopyProof(
      info: info, killers: killers, witnesses: witnesses, spared: model.spared[info.id])
  }

  /// A choice may not be caught, a mistake has to be, or seen where it is allowed.
  private mutating func checkCopy(_ copy: CopyProof) {
    let isChoice = copy.info.severity == .choice
    let witness = isChoice ? copy.killers.first : copy.killers.first ?? copy.witnesses.first
    switch (copy.spared, witness) {
    case (nil, let vector?) where isChoice:
      note(copy.info.id, "is free to choose, but fails \(vector)")
    case (.some, nil) where isChoice: note(copy.info.id, "is spared, but fails nothing")
    case (.some, let vector?) where !isChoice:
      note(copy.info.id, "is said to be invisible, but \(vector) shows it")
    case (nil, nil) where copy.isWanted: note(copy.info.id, "no vector shows it")
    default: break
    }
  }

  // MARK: - Clauses

  private func clauseProof(_ clause: Clause) -> ClauseProof {
    let killers = proof.copies.filter { $0.info.clause == clause.id }.flatMap(\.killers)
    return ClauseProof(
      clause: clause, vectors: vectors.filter { $0.clauses.contains(clause.id) }.map(\.id),
      killers: vectors.map(\.id).filter(Set(killers).contains))
  }

  private mutating func checkClause(_ proof: ClauseProof) {
    if proof.clause.excluded == nil, proof.killers.isEmpty {
      note(proof.clause.id, "no vector kills a copy that breaks it, and nothing says why not")
    }
    if let why = proof.clause.excluded, !proof.killers.isEmpty {
      note(proof.clause.id, "is excluded (\(why)), but \(proof.killers[0]) kills")
    }
  }
}

extension CopyProof {
  /// Whether it can make an answer wrong that somebody else has to work with.
  public var isWanted: Bool { info.decides && info.severity >= .interop }
}

extension VectorQuestion {
  public static let open = "open"
}

extension Clause {
  /// Whether it can be broken by whoever makes, opens, carries or decides.
  public var bindsImplementation: Bool {
    ["minter", "opener", "carrier", "server"].contains(binds)
  }
}
