// SPDX-License-Identifier: MIT

import Suite
import Testing

@testable import Profiles

@Suite struct `The table of deviations` {
  static let vectors = Recordings.folder.split(separator: "/").dropLast().joined(separator: "/")

  @Test(arguments: ZegoFormat.allCases)
  func `names each deviation once`(format: ZegoFormat) {
    let ids = ZegoDeviations.table(for: format).map(\.info.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("zego.") })
  }

  @Test(arguments: ZegoFormat.allCases)
  func `names only clauses of the format`(format: ZegoFormat) throws {
    let clauses = try ClauseSet(format: format.rawValue, vectors: "/" + Self.vectors)
    for entry in ZegoDeviations.table(for: format) {
      #expect(clauses[entry.info.clause] != nil, "\(entry.info.id): \(entry.info.clause)")
    }
  }

  @Test(arguments: ZegoFormat.allCases)
  func `has every behaviour of every profile`(format: ZegoFormat) {
    let ids = Set(ZegoDeviations.table(for: format).map(\.info.id))
    for profile in ZegoProfiles.all[format] ?? [] {
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
    for name in Recordings.names {
      let seat = try Recordings.seat(name)
      let format = try #require(ZegoFormat(rawValue: String(name.prefix { $0 != "/" })))
      let variant = name.split(separator: "/").last?.dropLast(".jsonl".count)
      let profile = try #require(ZegoProfiles.all[format]?.first { $0.variant == variant ?? "" })
      var mine: Set<String> = []
      for row in try Recordings.rows(name) { mine.formUnion(seat.needs(row)) }
      needed.formUnion(mine)
      unneeded.formUnion(profile.behaviours.filter { !mine.contains($0) })
    }
    #expect(unneeded.subtracting(needed) == Self.pinned)
  }
}
