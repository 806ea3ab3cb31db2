// SPDX-License-Identifier: MIT

internal import Suite

/// What is wrong with a clock, by the figures.
struct ClockWords {
  private let readings: [ClockReading]
  private let wrong: [ClockReading]

  init(_ readings: [ClockReading]) {
    self.readings = readings
    wrong = readings.filter { !$0.isRight }
  }

  /// Nothing where every time is right.
  var text: String? { wrong.isEmpty ? nil : units ?? standstill ?? distance }

  /// A clock that stands still shows after as many seconds, rounding aside.
  private static let leastPassed: Int64 = 3
  private static let parts: [(name: String, perSecond: Int64)] = [
    ("milliseconds", 1000), ("microseconds", 1_000_000), ("nanoseconds", 1_000_000_000),
  ]

  private var units: String? {
    let unit = Self.parts.first { unit in wrong.allSatisfy { $0.isTold(inPartsOf: unit.perSecond) }
    }
    guard let unit, let first = wrong.first else { return nil }
    return "\(subject) in \(unit.name): \(first.told) for \(first.due)"
  }

  private var standstill: String? {
    guard let first = readings.first, readings.allSatisfy({ $0.second == first.second }),
      let start = readings.map(\.times.asked).min(), let end = readings.map(\.times.answered).max(),
      end - start >= Self.leastPassed
    else { return nil }
    return "one time in all \(readings.count) tokens, \(UTCTime(first.second)),"
      + " though \(end - start) s passed"
  }

  private var distance: String? {
    let drifts = wrong.map(\.drift).sorted()
    guard let least = drifts.first, let most = isSteady(least) ? least : drifts.last else {
      return nil
    }
    if least < 0, most > 0 { return "\(subject) off the clock, by \(least) to \(most) s" }
    let span = Set([least.magnitude, most.magnitude]).sorted().map(String.init)
    return "\(subject) \(span.joined(separator: " to ")) s"
      + " \(least < 0 ? "behind" : "ahead of") the clock"
  }

  /// Whether one distance accounts for every wrong time: the rest is how long the answers took.
  private func isSteady(_ least: Int64) -> Bool {
    wrong.allSatisfy { $0.drift &- $0.wait <= least &+ 1 }
  }

  private var subject: String {
    let isAll = wrong.count == readings.count
    if isAll, wrong.count == 1 { return "the only token is" }
    return isAll
      ? "all \(wrong.count) tokens are"
      : "\(wrong.count) of \(readings.count) tokens \(wrong.count == 1 ? "is" : "are")"
  }
}
