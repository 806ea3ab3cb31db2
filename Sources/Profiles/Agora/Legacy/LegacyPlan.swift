// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the rules give for a question; there is nothing random in it.
struct LegacyPlan: Equatable, Sendable {
  var outcome: Outcome
  var error: ErrorAnswer?
  var token: [UInt8]?

  init(_ body: () throws(CallEnding) -> [UInt8]) {
    do throws(CallEnding) {
      token = try body()
      outcome = .ok
    } catch {
      outcome = error.outcome
      self.error = error.error
    }
  }

  var answer: Answer {
    Answer(outcome, token: token.map { Text($0) }, error: error)
  }
}

extension CallEnding {
  /// The reference's own signal, in free words.
  static let refusal = CallEnding.refused(ErrorAnswer(code: .null, type: "refusal"))
}

/// The clock's second, for the function that asks it.
struct LegacyDrawn: Equatable, Sendable {
  var now: Int64
}
