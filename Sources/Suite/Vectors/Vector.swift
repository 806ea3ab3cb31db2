// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// A question with its expected answer, under an id that never gets another meaning.
public struct Vector: Sendable {
  public let id: String
  public var level: ClauseLevel
  /// The clauses that an implementation breaks that answers otherwise.
  public var clauses: [String]
  /// What kind of case it is; each is explained in the notes of the file.
  public var flags: [String]
  public var comment: String
  public var question: VectorQuestion
  public var expectation: Expectation
  /// The valid vector that it was made of, where it is a negative.
  public var derivation: Derivation?

  public init(
    id: String, level: ClauseLevel = .must, clauses: [String], flags: [String], comment: String,
    question: VectorQuestion, expectation: Expectation, derivation: Derivation? = nil
  ) {
    self.id = id
    self.level = level
    self.clauses = clauses
    self.flags = flags
    self.comment = comment
    self.question = question
    self.expectation = expectation
    self.derivation = derivation
  }
}

/// How much a vector weighs.
public enum ClauseLevel: String, Sendable, CaseIterable {
  case must = "MUST"
  case should = "SHOULD"
  case may = "MAY"
}

/// What an implementation is asked.
public struct VectorQuestion: Hashable, Sendable {
  public var op: String
  public var input: JSONObject
  /// What would be drawn at random or read from a clock otherwise.
  public var inject: JSONObject
  public var now: Moment
  /// How the server that is asked is set up.
  public var world: JSONObject

  public init(
    op: String, input: JSONObject, inject: JSONObject = [:], now: Moment = .timeless,
    world: JSONObject = [:]
  ) {
    self.op = op
    self.input = input
    self.inject = inject
    self.now = now
    self.world = world
  }

  /// The second that counts as now.
  public enum Moment: Hashable, Sendable {
    case second(Int64)
    /// Whatever the implementation's own clock says; the expectation holds for each.
    case ownClock
    /// Time plays no part.
    case timeless
  }

  /// The question as a recording has it.
  public var recorded: Question {
    Question(op: op, input: input, at: second, world: world)
  }

  public var second: Int64? {
    if case .second(let second) = now { second } else { nil }
  }
}

/// What must come back.
public struct Expectation: Sendable {
  public enum Verdict: Sendable {
    /// Accepted, with what the answer says.
    case accept(JSONObject)
    /// Refused by a check.
    case reject(Check)
  }

  /// How an accepted answer is compared.
  public enum Comparison: String, Sendable, CaseIterable {
    /// The answer itself.
    case bytes
    /// What the answer says, in whatever order or compression.
    case content
    /// What holds whatever was drawn.
    case invariants
  }

  public var verdict: Verdict
  public var comparison: Comparison?
  /// What else is right: `accept` (a faithful answer), or STAGE/REASON of another check.
  public var alsoAllowed: [String]

  public init(
    _ verdict: Verdict, comparison: Comparison? = nil, alsoAllowed: [String] = []
  ) {
    self.verdict = verdict
    self.comparison = comparison
    self.alsoAllowed = alsoAllowed
  }

  public static let accept = "accept"

  public var isAccept: Bool { if case .accept = verdict { true } else { false } }

  public var check: Check? { if case .reject(let check) = verdict { check } else { nil } }
}

/// How a negative came about: the edit of a valid one, which seals again what encloses the change.
public struct Derivation: Hashable, Sendable {
  public let parent: String
  public let edit: String
  public let arguments: JSONObject

  public init(parent: String, edit: String, arguments: JSONObject = [:]) {
    self.parent = parent
    self.edit = edit
    self.arguments = arguments
  }
}
