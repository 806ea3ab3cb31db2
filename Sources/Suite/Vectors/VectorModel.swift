// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// What a format gives its vectors, beside what it gives the judge.
public protocol VectorModel: Sendable {
  var format: String { get }

  /// The files, in their order; equal for ever but for what is added.
  func files() throws -> [VectorFile]

  /// Ways in which makers of answers go wrong: each is a broken copy of the reference.
  var mistakes: [DeviationInfo] { get }
  /// The checks of the openers in the order in which they are made; each can be left out.
  var checks: [OpenerCheck] { get }
  /// Ways to make a negative of a valid vector.
  var edits: [DeviationInfo] { get }
  /// The mistakes that no vector can show, and the choices that show all the same, each with the
  /// reason.
  var spared: [String: String] { get }

  /// Cases without end, drawn by a seed.
  func cases(seed: UInt64) throws -> any CaseStream

  /// What the reference, or a broken copy of it, answers.
  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer
  /// What an accepted answer says, free of what an implementation may choose; nothing where it
  /// cannot be read.
  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject?
  /// Whether an answer to a question that is out of contract is the faithful one.
  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool
  /// Whether a question breaks a rule for callers, so that nobody says what comes of it.
  func isFree(_ question: VectorQuestion) -> Bool
  /// The members of the content that were drawn, or read from a clock.
  var drawnNames: Set<String> { get }
  /// What holds of them over many tokens.
  var drawnRules: [DrawnRule] { get }
  /// Where a token says when it was made; nothing where none does.
  var clockRule: ClockRule? { get }
}

extension VectorModel {
  public var spared: [String: String] { [:] }
  public var drawnNames: Set<String> { [] }
  public func isFree(_ question: VectorQuestion) -> Bool { false }
  public var drawnRules: [DrawnRule] { [] }
  public var clockRule: ClockRule? { nil }

  /// The vectors themselves, again and again, for a format without cases of its own.
  public func cases(seed: UInt64) throws -> any CaseStream {
    RepeatedCases(of: try files().flatMap(\.vectors), seed: seed)
  }

  /// The check of the openers that a refusal comes from.
  public func check(covering check: Check) -> OpenerCheck? {
    checks.first { $0.check.covers(check) }
  }

  /// The broken copy that a deviation makes.
  public func copy(named id: String) -> BrokenCopy? {
    if let check = checks.first(where: { $0.info.id == id }) { return .without(check.check) }
    return mistakes.contains { $0.id == id } ? .making(id) : nil
  }
}

/// The reference with one thing wrong.
public enum BrokenCopy: Hashable, Sendable {
  /// It makes a mistake of the table.
  case making(String)
  /// It leaves out a check.
  case without(Check)
}

/// A check with what it stands for in the table of deviations.
public struct OpenerCheck: Sendable {
  public let check: Check
  /// Leaving it out, as a deviation.
  public let info: DeviationInfo

  /// The id of the deviation is SYSTEM.omits-STAGE-REASON.FIELD, or without a FIELD.
  public init(
    _ system: String, _ stage: Stage, _ reason: String, _ field: String, clause: String,
    _ severity: Severity = .security, _ words: String
  ) {
    check = Check(stage, reason, field)
    let place = field.isEmpty ? "" : ".\(field.replacing(" ", with: "-"))"
    let id = "\(system).omits-\(stage.rawValue)-\(reason.replacing(".", with: "-"))\(place)"
    info = DeviationInfo(id: id, clause: clause, severity: severity, words: words)
  }
}

/// A way to change a valid answer, layer by layer, so that everything outside the change holds.
public struct Edit<Draft>: Sendable {
  public let info: DeviationInfo
  public let change: @Sendable (inout Draft, JSONObject) throws -> Void

  public init(
    _ id: String, clause: String, _ words: String,
    change: @escaping @Sendable (inout Draft, JSONObject) throws -> Void
  ) {
    info = DeviationInfo(id: id, clause: clause, severity: .security, words: words)
    self.change = change
  }
}
