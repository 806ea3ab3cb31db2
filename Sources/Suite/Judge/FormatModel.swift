// SPDX-License-Identifier: MIT

/// What a system teaches the judge about one of its formats.
///
/// A question is answered in two steps: `plan` computes everything that the rules decide, and
/// `answer` seals it. What an implementation drew at random is recovered from its own answer.
public protocol FormatModel: Sendable {
  /// How an answer is computed; the reference's rules are those of the documentation.
  associatedtype Rules: Sendable
  /// Time and randomness, taken back out of an answer.
  associatedtype Recovered: Sendable
  /// An answer before it is sealed.
  associatedtype Plan: Equatable, Sendable
  /// What of two sets of rules differs, as far as plans can have steps in common.
  associatedtype Parts: Sendable

  /// The name of the format.
  var format: String { get }
  var reference: Rules { get }
  var deviations: [Deviation<Rules>] { get }
  var profiles: [Profile] { get }

  /// Why nothing is said about a question, although it was answered.
  func unjudged(_ question: Question) -> String?
  /// The caller's clauses that a question breaks; none means that it is in contract.
  func brokenClauses(of question: Question) -> [String]
  /// Why an answer is not allowed, or nothing where it is.
  func mismatch(of answer: Answer, to question: Question, inContract: Bool) -> Mismatch?
  /// The clauses that an allowed answer breaks without being wrong.
  func findings(
    about answer: Answer, to question: Question, broken: [String], recovered: Recovered?
  ) -> [String]

  func recover(from answer: Answer, to question: Question, by rules: Rules) -> Recovered?
  func plan(_ question: Question, by rules: Rules, with recovered: Recovered) -> Plan
  func parts(of rules: Rules, unlike other: Rules) -> Parts
  /// Whether rules that differ in some parts from those of a known plan give another one for the
  /// same question.
  func isChanged(
    _ plan: Plan, of question: Question, by rules: Rules, with recovered: Recovered,
    in changed: Parts
  ) -> Bool
  func answer(_ plan: Plan) -> Answer
  /// How well a plan agrees with an answer, where the choices of the documentation are free.
  func agreement(
    of plan: Plan, with answer: Answer, to question: Question, by rules: Rules
  ) -> Agreement
  /// Whether a behaviour shows in the values that are drawn for a token.
  func isDrawn(_ behaviour: String) -> Bool
  /// An answer for people, with what differs from run to run masked.
  func view(of answer: Answer, to question: Question) -> String
  /// What was recovered, for the reader of a prediction.
  func describe(_ recovered: Recovered) -> [(name: String, value: String)]
}

extension FormatModel {
  public func unjudged(_ question: Question) -> String? { nil }
  public func isDrawn(_ behaviour: String) -> Bool { false }
  public func describe(_ recovered: Recovered) -> [(name: String, value: String)] { [] }
}

/// What is recovered from answers in which nothing was drawn.
public struct Nothing: Equatable, Sendable {
  public init() {}
}

extension FormatModel where Recovered == Nothing {
  public func recover(from answer: Answer, to question: Question, by rules: Rules) -> Nothing? {
    Nothing()
  }
}

/// Where plans have no steps that are worth to be kept, rules differ or they do not.
extension FormatModel where Rules: Equatable, Parts == Bool {
  public func parts(of rules: Rules, unlike other: Rules) -> Bool { rules != other }

  public func isChanged(
    _ plan: Plan, of question: Question, by rules: Rules, with recovered: Recovered,
    in changed: Bool
  ) -> Bool {
    changed && self.plan(question, by: rules, with: recovered) != plan
  }
}

/// How exactly a prediction meets an answer.
public enum Agreement: String, Sendable, CaseIterable {
  case bytes
  case meaning
  case none
}

/// Why an answer is not allowed: the clause, and the first place that is wrong.
public struct Mismatch: Equatable, Sendable {
  public var clause: String
  public var field: String
  public var offset: Int?
  public var expected: String
  public var got: String

  public init(
    _ clause: String, field: String, offset: Int? = nil, expected: String, got: String
  ) {
    self.clause = clause
    self.field = field
    self.offset = offset
    self.expected = expected
    self.got = got
  }
}
