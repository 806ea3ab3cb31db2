// SPDX-License-Identifier: MIT

internal import Synchronization

/// The questions that nobody has been asked yet, shared by the processes of a port.
final class QuestionQueue: Sendable {
  private struct State {
    var next = 0
    /// Those that were under way when a process ended; each is asked alone.
    var suspects: [PortQuestion] = []
  }

  private let questions: [PortQuestion]
  private let state = Mutex(State())

  init(_ questions: [PortQuestion]) { self.questions = questions }

  /// The next question, and whether it has to be asked alone.
  func next() -> (question: PortQuestion, isAlone: Bool)? {
    state.withLock { state in
      if let suspect = state.suspects.popLast() { return (suspect, true) }
      guard state.next < questions.count else { return nil }
      state.next += 1
      return (questions[state.next - 1], false)
    }
  }

  func suspect(_ questions: [PortQuestion]) {
    state.withLock { $0.suspects += questions.reversed() }
  }

  /// Those that are left when the time is over.
  func drain() -> [PortQuestion] {
    state.withLock { state in
      defer { (state.next, state.suspects) = (questions.count, []) }
      return state.suspects + questions[state.next...]
    }
  }
}
