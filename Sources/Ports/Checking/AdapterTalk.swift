// SPDX-License-Identifier: MIT

internal import Bytes
internal import Spawn

/// A process of an adapter: lines go in, and what comes is kept.
final class AdapterTalk {
  /// Why nothing more is waited for.
  enum Stop: Equatable {
    /// What was waited for has come.
    case enough
    case timeOver
    case flooded
    case ended(String)
  }

  /// How much longer to wait after a line.
  enum Patience {
    case more
    /// It may have been meant to be what is waited for.
    case little
    case none
  }

  /// Whether its hello has come.
  var isGreeted = false
  /// The names of all questions that were answered.
  var answered: Set<String> = []
  private(set) var lines: [ArraySlice<UInt8>] = []
  /// Whether there is nobody left to talk to.
  private(set) var isOver = false
  private var process: PortProcess
  private var sent: [UInt8] = []
  private var heardBytes = 0
  private let end: ContinuousClock.Instant
  private let mostBytes: Int

  init(_ command: [String], limits: PortLimits, end: ContinuousClock.Instant) throws(SpawnError) {
    process = try PortProcess(command, limit: limits.outputBytes)
    (self.end, mostBytes) = (end, limits.outputBytes)
  }

  /// Begins another exchange.
  func say(_ message: [UInt8]) {
    (sent, lines, heardBytes) = (message, [], 0)
    process.send(message)
  }

  /// Nothing more will be said.
  func close() {
    process.finish()
    isOver = true
  }

  /// Waits until enough lines have come, and a moment more for what should not.
  func hear(for milliseconds: Int, until patience: (ArraySlice<UInt8>) -> Patience) -> Stop {
    hear(until: min(.now + .milliseconds(milliseconds), end), patience)
  }

  /// What still comes once the input is closed, even after the time of the run.
  func hearTheRest(_ patience: (ArraySlice<UInt8>) -> Patience) {
    close()
    _ = hear(until: .now + .milliseconds(Self.lateMilliseconds), patience)
  }

  private func hear(
    until last: ContinuousClock.Instant, _ patience: (ArraySlice<UInt8>) -> Patience
  ) -> Stop {
    var deadline = last
    var stop = Stop.timeOver
    while ContinuousClock.now < deadline {
      switch process.wait(milliseconds: deadline.millisecondsAhead) {
      case .lines(let more):
        lines += more
        for line in more {
          heardBytes += line.count
          let left = patience(line)
          if left == .none { stop = .enough }
          if let time = Self.time(for: left) {
            deadline = min(deadline, .now + .milliseconds(time))
          }
        }
      case .nothing: break
      case .flooded: return flood()
      case .ended(let how):
        isOver = true
        return stop == .enough ? stop : .ended(how)
      }
      if lines.count > Self.mostLines || heardBytes > mostBytes { return flood() }
    }
    return stop
  }

  private func flood() -> Stop {
    isOver = true
    return .flooded
  }

  private static func time(for patience: Patience) -> Int? {
    switch patience {
    case .more: nil
    case .little: 500
    case .none: 15
    }
  }

  /// Whether something stands after the last line feed.
  var hasUnfinished: Bool { !process.unfinished.isEmpty }

  func problem(_ words: String, _ mistake: AdapterMistake) -> AdapterProblem {
    var problem = AdapterProblem(words, mistake)
    problem.sent = sent.shown
    problem.came = lines.prefix(Self.shownLines).map(\.shown)
    if hasUnfinished { problem.came.append(process.unfinished.shown) }
    problem.errors = process.errors.suffix(Self.shownErrors).shown
    return problem
  }

  /// Nothing where an adapter is not to blame.
  func problem(_ fault: PortFault) -> AdapterProblem? {
    fault.mistake.map { problem(fault.words, $0) }
  }

  private static let lateMilliseconds = 2000
  private static let mostLines = 100_000
  private static let shownLines = 3
  private static let shownErrors = 500
}

extension ContinuousClock.Instant {
  var millisecondsAhead: Int64 {
    let time = (self - .now).components
    return max(0, time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000)
  }
}

extension Collection<UInt8> {
  /// For people: without the last line feed, cut where it is long.
  fileprivate var shown: String {
    let lines = String(decoding: self, as: UTF8.self).cut(to: 600)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.last == "" ? lines.dropLast() : lines[...]).map { String($0).printable }
      .joined(separator: "\n")
  }
}
