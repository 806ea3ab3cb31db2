// SPDX-License-Identifier: MIT

/// What one token tells of the clock by which it was made.
struct ClockReading {
  /// The time in the token.
  let told: Int64
  /// The time in a token that is made at the second of the question.
  let due: Int64
  let times: AnswerTimes

  /// Seconds between the question and what the port's clock showed.
  var drift: Int64 {
    let (drift, overflow) = told.subtractingReportingOverflow(due)
    return overflow ? (told < due ? .min : .max) : drift
  }
  /// The second that the port's clock showed.
  var second: Int64 { times.asked &+ drift }
  /// How long the answer took.
  var wait: Int64 { times.answered - times.asked }

  /// Seconds are rounded, by either clock.
  var isRight: Bool { -1...(wait + 1) ~= drift }

  /// Whether the clock, or all of the time that is told, goes by parts of a second.
  func isTold(inPartsOf parts: Int64) -> Bool {
    [(told, due), (second, times.asked)].contains { told, due in
      (told / parts &- due).magnitude <= due.magnitude / 1000
    }
  }
}
