// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// What the rules give for a question; there is nothing random in it.
struct LegacyPlan: Equatable, Sendable {
  var outcome: Outcome
  var error: LegacyEnding?
  var token: [UInt8]?

  init(_ body: () throws(LegacyEnding) -> [UInt8]) {
    do throws(LegacyEnding) {
      token = try body()
      outcome = .ok
    } catch {
      outcome = error.outcome
      self.error = error
    }
  }

  var answer: Answer {
    Answer(outcome, token: token.map { Text($0) }, error: error?.error)
  }
}

/// The clock's second, for the function that asks it.
struct LegacyDrawn: Equatable, Sendable {
  var now: Int64
}
