// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// A question of the vectors of AccessToken 007, before its answer is known.
struct Case007 {
  var name: String
  var comment: String
  var level = ClauseLevel.must
  var clauses: [String]
  var flags: [String]
  var question: VectorQuestion
  var source = VectorGroup.Source.generated

  init(
    _ name: String, _ comment: String, clauses: [String], flags: [String],
    _ question: VectorQuestion
  ) {
    self.name = name
    self.comment = comment
    self.clauses = clauses
    self.flags = flags
    self.question = question
  }

  /// Says where the question comes from.
  func from(
    _ kind: VectorGroup.Source.Kind, _ name: String, version: String
  ) -> Case007 {
    var sourced = self
    sourced.source = VectorGroup.Source(kind, name, version: version)
    return sourced
  }

  func reported(_ issue: String) -> Case007 { from(.reported, issue, version: "2026-11-21") }

  var recorded: Case007 {
    from(.recorded, "AgoraIO/Tools", version: "da06bfb83556c597bfcb7db65fa65c975165a130")
  }
}

extension Case007 {
  /// The question must be answered; a token is compared by what it says.
  func accepted(_ maker: VectorMaker) throws -> Vector {
    try maker.accept(
      name, comment, level: level, clauses: clauses, flags: flags, question,
      compare: comparison)
  }

  private var comparison: Expectation.Comparison? {
    guard question.op != VectorQuestion.open else { return nil }
    return question.now == .ownClock ? .invariants : .content
  }

  /// The question breaks a clause of the caller; the faithful answer is allowed, if there is one.
  func refused(
    _ maker: VectorMaker, derivation: Derivation? = nil
  ) throws -> Vector {
    let request = RequestChecks007(question)
    guard let check = request.broken.first else {
      throw VectorError("\(maker.id(name)): nothing is wrong with it")
    }
    let isStatable = Faithfulness007(question: question.recorded).isStatable
    return maker.reject(
      name, comment, level: level, clauses: clauses + request.clauses, flags: flags, question,
      by: check, alsoAllowed: isStatable ? [Expectation.accept] : [], derivation: derivation)
  }
}

extension [Case007] {
  /// The vectors in groups, one for each source.
  func groups(
    _ vector: (Case007) throws -> Vector
  ) throws -> [VectorGroup] {
    var groups: [(source: VectorGroup.Source, vectors: [Vector])] = []
    for one in self {
      let made = try vector(one)
      if let known = groups.firstIndex(where: { $0.source == one.source }) {
        groups[known].vectors.append(made)
      } else {
        groups.append((one.source, [made]))
      }
    }
    return groups.map { VectorGroup($0.vectors, from: $0.source) }
  }
}
