// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// One question with its answer and what comes of it.
struct PortCase {
  enum Finding: Equatable {
    case met
    case notJudged(String)
    case broken(String)
    /// The port declares a choice that leaves the question out, and answers it all the same.
    case undone(DeviationInfo)
  }

  /// The vector as the port was asked it.
  let vector: Vector
  let answer: VectorAnswer?
  /// Whether the port draws by itself what others are given.
  let isFree: Bool
  /// What is given to a port that takes it, and shows in its answer.
  let given: Set<String>
  /// When the port looked at its own clock for the answer; nothing where it did not, or nobody knows.
  let times: AnswerTimes?
  let finding: Finding
  private let mismatch: Mismatch?
  /// The deviations that give the port's answer, the worst first.
  var causes: [DeviationInfo] = []

  init(
    _ question: PortQuestion, _ hello: PortHello, _ answer: PortAnswer?, _ times: AnswerTimes?,
    _ model: any VectorModel, _ choices: PortChoices
  ) {
    let reading = hello.reading(of: question)
    let vector = reading.map { question.vector.asked($0, of: model) } ?? question.vector
    self.vector = vector
    isFree = question.vector.question.now == .ownClock
    given = question.vector.given
    self.times = reading.map(question.readsClock) == true ? times : nil
    if case .given(let given) = answer { self.answer = given } else { self.answer = nil }
    let obstacle = Self.obstacle(question, reading, isAnswered: self.answer != nil, model)
    finding =
      obstacle.map { .notJudged($0) }
      ?? Self.finding(answer, to: vector, model, hello.indistinct, choices)
    mismatch =
      switch (finding, self.answer) {
      case (.undone(let choice), let answer?): Self.contradiction(choice, answer)
      case (_, let answer?): Self.mismatch(of: answer, to: vector, model)
      case (_, nil): Self.lack(finding, vector)
      }
  }

  /// Why no answer would be wrong.
  private static func obstacle(
    _ question: PortQuestion, _ reading: VectorQuestion?, isAnswered: Bool,
    _ model: any VectorModel
  ) -> String? {
    guard let reading else { return "the port does not promise to answer it" }
    return isAnswered && !question.vector.isSteady(askedAs: reading, of: model)
      ? "what is right depends on what the port reads from its clock, or draws" : nil
  }

  private static func contradiction(_ choice: DeviationInfo, _ answer: VectorAnswer) -> Mismatch {
    Mismatch(
      choice.clause, field: "outcome",
      expected: "a question that cannot be stated, as hello.choices says by \(choice.id),",
      got: answer.words)
  }

  /// What stands in a report where there is no answer to compare.
  private static func lack(_ finding: Finding, _ vector: Vector) -> Mismatch? {
    guard case .broken(let why) = finding else { return nil }
    return Mismatch(
      vector.clauses.first ?? "", field: "outcome", expected: "an answer", got: "none (\(why))")
  }

  private static func finding(
    _ answer: PortAnswer?, to vector: Vector, _ model: any VectorModel,
    _ indistinct: [Set<String>], _ choices: PortChoices
  ) -> Finding {
    if case .given(let given) = answer, let choice = choices.declared(against: vector) {
      return given == .inexpressible
        ? .notJudged("the question cannot be stated, by the choice \(choice.id)") : .undone(choice)
    }
    switch answer {
    case nil: return .broken("there is no answer")
    case .missing(let why): return .broken(why)
    case .unsupported(let what): return .broken("promised, but not supported: \(what)")
    case .given(.inexpressible):
      return vector.expectation.isAccept
        ? .broken("a usual question is said to be impossible to state")
        : .notJudged("the language cannot state the question")
    case .given(.crashed(let words)) where !vector.expectation.isAccept:
      return .notJudged("an exception in place of a refusal: \(words)")
    case .given(let given):
      if let check = vector.expectation.check, case .refused(let found?) = given,
        indistinct.contains(where: { $0.isSuperset(of: [check.name, found.name]) })
      {
        return .met
      }
      if case .broken(let why) = model.outcome(of: given, to: vector) { return .broken(why) }
      return .met
    }
  }

  private static func mismatch(
    of answer: VectorAnswer, to vector: Vector, _ model: any VectorModel
  ) -> Mismatch? {
    let clause = vector.clauses.first ?? ""
    guard case .accepted(let found) = answer,
      case .accept(let expected) = vector.expectation.verdict
    else {
      return Mismatch(
        clause, field: vector.expectation.check?.field ?? "outcome",
        expected: vector.expectation.check?.words ?? "an answer", got: answer.words)
    }
    let wanted = expected["content"]?.object ?? expected
    let said = expected["content"] == nil ? found : model.content(of: found, to: vector.question)
    guard let said else {
      return Mismatch(clause, field: "token", expected: "what can be read", got: answer.words)
    }
    let names = wanted.members.map(\.name.display)
    let differing = names.first { name in
      guard let left = said[name], let right = wanted[name] else { return true }
      return !left.isSame(as: right)
    }
    guard let name = differing else { return nil }
    let (left, right) = (wanted[name]?.shown ?? "nothing", said[name]?.shown ?? "nothing")
    return Mismatch(
      clause, field: name, offset: zip(left.utf8, right.utf8).prefix { $0 == $1 }.count,
      expected: left, got: right)
  }

  var isBroken: Bool { if case .broken = finding { true } else { false } }

  var judgement: Judgement {
    switch finding {
    case .notJudged(let why): judgement(.notJudged, why)
    case .met: judgement(.agrees)
    case .broken(let why): wrong(why)
    case .undone(let choice): wrong("\(choice.id) is declared, and not made")
    }
  }

  private func wrong(_ why: String) -> Judgement {
    vector.level == .must
      ? judgement(causes.isEmpty ? .unexplained : .differs, why)
      : judgement(.agrees, why, findings: vector.clauses)
  }

  private func judgement(
    _ verdict: Judgement.Verdict, _ why: String? = nil, findings: [String] = []
  ) -> Judgement {
    var judgement = Judgement(id: vector.id, verdict: verdict, inContract: true)
    judgement.findings = findings
    judgement.subjects = vector.clauses
    judgement.reason = why
    guard [.differs, .unexplained].contains(verdict) else { return judgement }
    judgement.mismatch = mismatch
    judgement.behaviours = causes.map(\.id)
    judgement.severity = causes.map(\.severity).max()
    judgement.clauses = causes.first.map { [$0.clause] } ?? Array(vector.clauses.prefix(1))
    return judgement
  }
}

extension VectorAnswer {
  /// For people.
  fileprivate var words: String {
    switch self {
    case .accepted(let object): "accepted: \(JSONValue.object(object).shown)"
    case .refused(let check): check.map { "refused by \($0.words)" } ?? "refused"
    case .crashed(let words): "an exception: \(words)"
    case .inexpressible: "the question cannot be stated"
    }
  }
}

extension JSONValue {
  /// For people, cut where it is long.
  fileprivate var shown: String {
    let text = String(decoding: encoded, as: UTF8.self)
    return text.count <= 300 ? text : "\(text.prefix(297))…"
  }
}
