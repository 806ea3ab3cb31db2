// SPDX-License-Identifier: MIT

import Suite
import Testing

@Suite struct `A Unix second` {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (1_795_228_894, "2026-11-21T02:41:34Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"), (-62_135_596_800, "1-01-01T00:00:00Z"),
      (.max, "292277026596-12-04T15:30:07Z"), (.min, "-292277022657-01-27T08:29:52Z"),
    ] as [(Int64, String)])
  func `is a date`(second: Int64, date: String) {
    #expect(UTCTime(second).description == date)
  }

  @Test(
    arguments: [
      (0, 0, "now"), (0, 1, "in 1 seconds"), (100, 0, "100 seconds ago"), (0, 120, "in 2 minutes"),
      (0, 86_400, "in 24 hours"), (0, 864_000, "in 10 days"), (.min, .max, "for ever"),
      (0, .max, "in 292271023045 years"),
    ] as [(Int64, Int64, String)])
  func `has a distance`(now: Int64, then: Int64, words: String) {
    #expect(UTCTime.distance(from: now, to: then) == words)
  }
}
