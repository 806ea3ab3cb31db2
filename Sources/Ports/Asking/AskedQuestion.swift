// SPDX-License-Identifier: MIT

internal import JSON

/// A question that waits for its answer.
struct AskedQuestion {
  let question: PortQuestion
  /// When it was put to the port.
  let second: Int64

  /// The answer as the runner keeps it: with the times where the port looks at its own clock.
  func answer(_ message: JSONObject, of hello: PortHello?, at second: Int64) -> JSONObject {
    let isTimed = hello?.readsClock(for: question) ?? false
    let times = AnswerTimes(asked: self.second, answered: second)
    return AnswerTimes.note(isTimed ? times : nil, in: message)
  }
}
