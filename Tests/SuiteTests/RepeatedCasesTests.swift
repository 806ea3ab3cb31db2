// SPDX-License-Identifier: MIT

import JSON
import Testing

@testable import Suite

@Suite struct `Cases of a format that draws none` {
  private static let vectors = [`A file of vectors`.vector, `A file of vectors`.accepted]

  private static func lines(seed: UInt64) -> [[UInt8]] {
    var cases = RepeatedCases(of: vectors, seed: seed)
    var lines: [UInt8] = []
    for _ in 0..<100 { cases.next(into: &lines) }
    return lines.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  @Test func `are its vectors, each of them`() throws {
    let ids = try Self.lines(seed: 1).map { try Vector(JSONValue(parsing: $0.span)).id }
    #expect(ids.count == 100)
    #expect(Set(ids) == Set(Self.vectors.map(\.id)))
  }

  @Test func `are the same for the same seed, others for another`() {
    #expect(Self.lines(seed: 7) == Self.lines(seed: 7))
    #expect(Self.lines(seed: 7) != Self.lines(seed: 8))
  }

  @Test func `are none where there are no vectors`() {
    var cases = RepeatedCases(of: [], seed: 1)
    var lines: [UInt8] = []
    cases.next(into: &lines)
    #expect(lines.isEmpty)
  }
}
