// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// A question that waits for its answer.
struct AskedQuestion {
  let question: PortQuestion
  /// What the port reads.
  let line: [UInt8]
  /// When it was put to a port that looks at its own clock.
  private let second: Int64?

  /// Nothing where the port does not promise to answer.
  init?(_ question: PortQuestion, of hello: PortHello, at second: Int64) {
    guard let reading = hello.reading(of: question) else { return nil }
    self.question = question
    line = question.line(asking: reading)
    self.second = question.readsClock(askedAs: reading) ? second : nil
  }

  /// The answer as the runner keeps it: with the times where the port looks at its own clock.
  func answer(_ message: JSONObject, at second: Int64) -> JSONObject {
    AnswerTimes.note(self.second.map { AnswerTimes(asked: $0, answered: second) }, in: message)
  }
}
