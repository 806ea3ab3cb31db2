// SPDX-License-Identifier: MIT

import Suite
import Testing

@testable import Profiles

/// What holds for every recorded assistant of the formats that are judged by one computation.
@Suite struct `The answers of a known assistant` {
  static let names = [
    "agora-legacy", "nacos-jwt", "nacos-http", "nats-connect", "nats-admission",
  ].flatMap(Recordings.names)

  /// Clients that write members in any order, or draw one of several servers.
  private static let drawing = ["swift", "ruby", "ruby-legacy"].map { "nats-connect/\($0).jsonl" }

  /// Servers that make of an odd key what only three of their behaviours together explain.
  private static let threefold = ["1.4.8", "2.0.4", "2.1.2", "2.2.0.1"].map {
    "nacos-jwt/\($0).jsonl"
  }

  @Test(arguments: names)
  func `are predicted in every byte, but for what was drawn`(name: String) throws {
    let seat = try Recordings.seat(name)
    for row in try Recordings.rows(name) {
      let judgement = seat.judge(row)
      #expect(judgement.verdict != .unexplained, "\(row.id)")
      #expect(
        judgement.prediction == .bytes
          || Self.drawing.contains(name) && judgement.prediction == .meaning, "\(row.id)")
    }
  }

  /// The same answers by a port that nobody knows.
  @Test(arguments: names)
  func `are explained by known deviations where the name is hidden`(name: String) throws {
    let seat = try Recordings.seat(name, asPort: true)
    for row in try Recordings.rows(name) {
      let judgement = seat.judge(row)
      #expect(
        judgement.verdict != .unexplained
          || Self.threefold.contains(name) && !judgement.inContract, "\(row.id)")
      if judgement.verdict == .differs { #expect(!judgement.behaviours.isEmpty, "\(row.id)") }
    }
  }
}
