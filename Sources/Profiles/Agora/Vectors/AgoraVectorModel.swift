// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Makes the vectors of a format from tables of cases.
protocol AgoraVectorModel: VectorModel {
  associatedtype Draft: AgoraDraft

  /// The check by which a strict maker refuses a request, where it breaks a rule for callers.
  func refusal(of question: VectorQuestion) -> Check?
  /// Whether a token can say what such a request asks for.
  func isStatable(_ question: VectorQuestion) -> Bool
  func comparison(of question: VectorQuestion) -> Expectation.Comparison
}

extension AgoraVectorModel {
  var edits: [DeviationInfo] { Draft.edits.map(\.info) }

  // MARK: - Making

  /// Requests that are answered.
  func kept<Request>(
    _ op: String, _ topic: String, _ about: String, _ cases: [AgoraCase<Request>]
  ) throws -> VectorFile {
    let maker = VectorMaker(self, op: op)
    return file(
      op, topic, about,
      try groups(cases) { kept in
        let question = kept.request.question
        return try maker.accept(
          kept.name, kept.comment, clauses: kept.clauses, flags: [kept.flag], question,
          compare: comparison(of: question))
      })
  }

  /// Requests that are refused.
  func refused<Request>(
    _ op: String, _ topic: String, _ about: String, _ cases: [AgoraCase<Request>]
  ) throws -> VectorFile {
    let maker = VectorMaker(self, op: op)
    return file(op, topic, about, try groups(cases) { try refused($0, maker, flag: $0.flag) })
  }

  /// A request that a strict maker refuses; where a token can say it faithfully, that is right too.
  func refused<Request>(
    _ request: AgoraCase<Request>, _ maker: VectorMaker, flag: String,
    derivation: Derivation? = nil
  ) throws -> Vector {
    let question = request.request.question
    guard let check = refusal(of: question) else {
      throw VectorError("\(request.name): no rule for callers is broken")
    }
    return maker.reject(
      request.name, request.comment, clauses: request.clauses, flags: [flag], question,
      by: check, alsoAllowed: isStatable(question) ? [Expectation.accept] : [],
      derivation: derivation)
  }

  /// The vectors of cases, those of one source together.
  private func groups<Request>(
    _ cases: [AgoraCase<Request>], _ vector: (AgoraCase<Request>) throws -> Vector
  ) throws -> [VectorGroup] {
    var sources: [VectorGroup.Source] = []
    for known in cases where !sources.contains(known.source) { sources.append(known.source) }
    return try sources.map { source in
      VectorGroup(try cases.filter { $0.source == source }.map(vector), from: source)
    }
  }

  // MARK: - Opening

  /// A question that opens.
  func opened(
    _ name: String, _ comment: String, _ clauses: [String], _ flag: String,
    _ question: VectorQuestion
  ) throws -> Vector {
    try VectorMaker(self, op: VectorQuestion.open).accept(
      name, comment, clauses: clauses, flags: [flag], question)
  }

  /// What edits make of questions that open.
  func negatives(
    _ negatives: [OpenNegative], of good: [Vector], from source: VectorGroup.Source = .generated
  ) throws -> VectorGroup {
    let maker = VectorMaker(self, op: VectorQuestion.open)
    return VectorGroup(
      try negatives.map { negative in
        guard let parent = good.first(where: { $0.id == maker.id(negative.parent) }) else {
          throw VectorError("\(negative.name): there is no '\(negative.parent)'")
        }
        return try self.negative(negative, of: parent, maker)
      }, from: source)
  }

  private func negative(
    _ negative: OpenNegative, of parent: Vector, _ maker: VectorMaker
  ) throws -> Vector {
    let edit = try Draft.edit(named: negative.edit)
    guard let check = check(covering: negative.check) else {
      throw VectorError("\(negative.name): no opener has the check \(negative.check.words)")
    }
    var draft = try Draft(parent.question)
    try edit.change(&draft, negative.arguments)
    return maker.reject(
      negative.name, negative.comment, clauses: [check.info.clause], flags: [edit.info.id],
      draft.question, by: negative.check, alsoAllowed: negative.alsoAllowed,
      derivation: Derivation(
        parent: parent.id, edit: edit.info.id, arguments: negative.arguments))
  }

  // MARK: - Files

  func file(
    _ op: String, _ topic: String, _ about: String, _ groups: [VectorGroup]
  ) -> VectorFile {
    VectorFile(
      format: format, op: op, topic: topic, about: about,
      notes: AgoraNotes.table + AgoraNotes.notes(of: edits), groups: groups)
  }
}

extension VectorAnswer {
  /// What a copy answers; where there is no such function, without an error, it cannot be asked.
  init(of answer: Answer) {
    let isMissing = answer.outcome == .unsupported && answer.error == nil
    self = isMissing ? .inexpressible : VectorAnswer(answer)
  }
}
