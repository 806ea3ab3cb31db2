// SPDX-License-Identifier: MIT

/// A format's judge, whatever its model: what the rest of the suite works with.
public protocol RowJudge: Sendable {
  var format: String { get }
  var deviations: [DeviationInfo] { get }
  var profiles: [Profile] { get }

  /// A row's answer for people, with what differs from run to run masked.
  func view(of row: Row) -> String

  /// The judge for what one assistant answered.
  func seat(for assistant: RecordingHeader.Assistant) -> any SeatedJudge
}

/// A judge who knows whose answers are judged.
public protocol SeatedJudge: Sendable {
  /// Whether the assistant is known.
  var hasProfile: Bool { get }

  func judge(_ row: Row) -> Judgement
  /// The rules for callers that a question breaks.
  func brokenClauses(by row: Row) -> [String]
  /// Every behaviour without which the prediction would be another, choices too.
  func needs(_ row: Row) -> [String]
  /// What the assistant is predicted to answer, and what was recovered for that.
  func predict(_ row: Row) -> Prediction?
}

/// A predicted answer.
public struct Prediction: Sendable {
  public let answer: Answer
  public let recovered: [(name: String, value: String)]
}
