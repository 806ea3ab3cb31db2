// SPDX-License-Identifier: MIT

import JSON
import Testing

@testable import Ports

@Suite struct `A port's clock` {
  /// Asked in the second 1,000,000,000 and later; the lifetime of a token is an hour.
  private static func readings(
    _ seconds: [(asked: Int64, wait: Int64, clock: Int64)]
  ) -> [ClockReading] {
    seconds.map { second in
      let asked = 1_000_000_000 + second.asked
      return ClockReading(
        told: second.clock + 3600, due: asked + 3600,
        times: AnswerTimes(asked: asked, answered: asked + second.wait))
    }
  }

  @Test(
    arguments: [
      ([(0, 0, 1_000_000_000)], nil),
      ([(0, 0, 999_999_999), (1, 0, 1_000_000_002)], nil),
      ([(0, 5, 1_000_000_006)], nil),
      ([(0, 0, 1_000_000_002)], "the only token is 2 s ahead of the clock"),
      ([(0, 0, 1_000_000_000), (0, 0, 999_999_900)], "1 of 2 tokens is 100 s behind the clock"),
      (
        [(0, 0, 1_000_003_600), (1, 1, 1_000_003_602)], "all 2 tokens are 3600 s ahead of the clock"
      ),
      (
        [(0, 0, 999_999_990), (20, 0, 1_000_000_000)],
        "all 2 tokens are 10 to 20 s behind the clock"
      ),
      (
        [(0, 0, 999_999_990), (1, 0, 1_000_000_031)],
        "all 2 tokens are off the clock, by -10 to 30 s"
      ),
      (
        [(0, 0, 1_000_000_000), (12, 0, 1_000_000_000)],
        "one time in all 2 tokens, 2001-09-09T01:46:40Z, though 12 s passed"
      ),
      (
        [(0, 0, 1_000_000_000_123), (1, 0, 1_000_000_001_456)],
        "all 2 tokens are in milliseconds: 1000000003723 for 1000003600"
      ),
      ([(0, 0, .min)], "the only token is 9223372036854775808 s behind the clock"),
      ([(0, 0, .max - 3600)], "the only token is 9223372035854772207 s ahead of the clock"),
    ] as [([(asked: Int64, wait: Int64, clock: Int64)], String?)])
  func `What is wrong with it is told by the figures`(
    _ seconds: [(asked: Int64, wait: Int64, clock: Int64)], _ words: String?
  ) {
    #expect(ClockWords(Self.readings(seconds)).text == words)
  }

  @Test func `The runner's times take the place of what a port writes in its name`() throws {
    let said: JSONObject = ["seq": "1", "runner": ["asked": 1, "answered": 2], "refused": [:]]
    #expect(AnswerTimes.note(nil, in: said) == ["seq": "1", "refused": [:]])
    let noted = AnswerTimes.note(AnswerTimes(asked: 7, answered: 9), in: said)
    #expect(AnswerTimes(.object(noted)) == AnswerTimes(asked: 7, answered: 9))
    #expect(AnswerTimes(.object(AnswerTimes.note(nil, in: said))) == nil)
  }

  @Test(arguments: [
    #"{}"#, #"{"runner":7}"#, #"{"runner":{"asked":1}}"#, #"{"runner":{"asked":2,"answered":1}}"#,
    #"{"runner":{"asked":-1,"answered":1}}"#,
    #"{"runner":{"asked":1,"answered":9223372036854775807}}"#,
  ])
  func `Times that cannot be are none`(_ message: String) throws {
    #expect(AnswerTimes(try JSONValue(parsing: message)) == nil)
  }

  @Test func `A clock that is set back between question and answer has not moved`() {
    #expect(AnswerTimes(asked: 9, answered: 7) == AnswerTimes(asked: 9, answered: 9))
  }
}
