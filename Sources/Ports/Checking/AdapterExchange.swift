// SPDX-License-Identifier: MIT

internal import JSON

/// What was said to an adapter, and what came of it.
struct AdapterExchange {
  var hello: JSONValue?
  /// By the names of the questions.
  var answers: [String: JSONValue] = [:]
  var problems: [AdapterProblem] = []
  var notes: [String] = []

  /// Puts what went wrong in another exchange beside it, each mistake once.
  mutating func add(_ other: AdapterExchange) {
    problems += other.problems.filter { new in
      !problems.contains { ($0.mistake, $0.words) == (new.mistake, new.words) }
    }
    notes += other.notes.filter { !notes.contains($0) }
  }
}
