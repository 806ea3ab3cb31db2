// SPDX-License-Identifier: MIT

/// One step of the conversation by which an adapter is checked.
public struct AdapterCheck: Equatable, Sendable {
  public enum Outcome: String, Sendable {
    case passed
    case failed
    case notReached = "not reached"
  }

  /// The steps, in their order.
  public enum Step: String, Sendable, CaseIterable {
    case start, hello, promise, answers, together
    case unknownMember = "unknown-member"
    case unknownOperation = "unknown-operation"
    case bye
    case endOfInput = "end-of-input"

    /// What holds where the check is passed.
    public var words: String { Self.table[self] ?? "" }

    private static let table: [Step: String] = [
      .start: "the command starts",
      .hello: "a hello comes in time",
      .promise: "the hello is complete, and fits the suite",
      .answers: "an answer has the right form",
      .together: "as many questions as inFlight says are answered at once",
      .unknownMember: "a member that is not known is passed over",
      .unknownOperation: "what was not promised is answered by unsupported",
      .bye: "the bye ends the port with exit 0",
      .endOfInput: "the end of the input ends it, too",
    ]
  }

  public let step: Step
  /// The format and operation, where a step is taken for each.
  public let subject: String
  public let outcome: Outcome
  public var problems: [AdapterProblem] = []
  /// What is no mistake, and good to know.
  public var notes: [String] = []

  init(
    _ step: Step, _ subject: String = "", problems: [AdapterProblem] = [], notes: [String] = []
  ) {
    (self.step, self.subject) = (step, subject)
    outcome = problems.isEmpty ? .passed : .failed
    (self.problems, self.notes) = (problems, notes)
  }

  /// A check that could not be made, with the reason.
  init(_ step: Step, _ subject: String = "", notReached why: String) {
    (self.step, self.subject, outcome, notes) = (step, subject, .notReached, [why])
  }
}
