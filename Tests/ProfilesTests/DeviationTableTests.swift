// SPDX-License-Identifier: MIT

import Suite
import Testing

@testable import Profiles

@Suite struct `The table of deviations` {
  static let vectors =
    "/" + Recordings.folder.split(separator: "/").dropLast().joined(separator: "/")
  static let formats = Formats.judges.map(\.format)

  private static func judge(_ format: String) throws -> any RowJudge {
    try #require(Formats.judge(for: format))
  }

  @Test(arguments: formats)
  func `names each deviation once`(format: String) throws {
    let ids = try Self.judge(format).deviations.map(\.id)
    let system = format.prefix { $0 != "-" } + "."
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix(system) })
  }

  @Test(arguments: formats)
  func `names only clauses of the format`(format: String) throws {
    let clauses = try ClauseSet(format: format, vectors: Self.vectors)
    for info in try Self.judge(format).deviations {
      #expect(clauses[info.clause] != nil, "\(info.id): \(info.clause)")
    }
  }

  @Test func `gives one id one meaning in all formats`() {
    var known: [String: DeviationInfo] = [:]
    for info in Formats.judges.flatMap(\.deviations) {
      let first = known[info.id] ?? info
      #expect(first.words == info.words, "\(info.id)")
      known[info.id] = first
    }
  }

  @Test(arguments: formats)
  func `has every behaviour of every profile`(format: String) throws {
    let judge = try Self.judge(format)
    let ids = Set(judge.deviations.map(\.id))
    for profile in judge.profiles {
      #expect(ids.isSuperset(of: profile.behaviours), "\(profile.variant)")
      #expect(Set(profile.behaviours).count == profile.behaviours.count, "\(profile.variant)")
    }
  }

  /// A behaviour is real where a prediction is lost without it.
  ///
  /// Not so those that choose what the reference happens to do, too: they pin a free choice, or
  /// another behaviour of the same profile does the rest.
  static let pinned: Set = [
    "zego.expire-wraps", "zego.json-node", "zego.json-python", "zego.numbers-are-doubles",
    "zego.order-documented", "zego.privilege-checked-last",
  ]

  @Test func `has no behaviour in a profile that no recording needs`() throws {
    var unneeded: Set<String> = []
    var needed: Set<String> = []
    for name in Recordings.all {
      let seat = try Recordings.seat(name)
      let judge = try Self.judge(String(name.prefix { $0 != "/" }))
      let variant = name.split(separator: "/").last?.dropLast(".jsonl".count)
      let profile = try #require(judge.profiles.first { $0.variant == variant ?? "" })
      var mine: Set<String> = []
      for row in try Recordings.rows(name) { mine.formUnion(seat.needs(row)) }
      needed.formUnion(mine)
      unneeded.formUnion(profile.behaviours.filter { !mine.contains($0) })
    }
    #expect(unneeded.subtracting(needed) == Self.pinned)
  }
}
