// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// A behaviour is real where a prediction is lost without it.
@Suite struct `The behaviours of the profiles` {
  private struct Deviation: Decodable {
    let id: String
    let rows: Int
  }

  private struct Assistant: Decodable {
    let behaviours: [String]
  }

  /// Not so those that choose what the reference happens to do, too: they pin a free choice, or
  /// another behaviour of the same profile does the rest.
  static let pinned: Set = [
    "zego.expire-wraps", "zego.json-node", "zego.json-python", "zego.numbers-are-doubles",
    "zego.order-documented", "zego.privilege-checked-last",
    "agora.order-ascending", "agora.007-order-ascending", "agora.init-returns-truth",
    "agora.parse-returns-truth", "agora.007-uid-php",
  ]

  /// What a language does with input that no recorded question has: known from its library.
  static let unasked: Set = [
    "agora.text-utf16-java", "agora.text-utf16-node", "agora.text-code-points",
    "agora.texts-utf16-java", "agora.texts-utf16-node", "agora.texts-code-points",
    "agora.legacy-types-node", "agora.legacy-types-php", "agora.parse-signed-lengths",
    "nats.config-ignores-time-unit",
    "nats.config-loses-name", "nats.nests-deep", "agora.room-cut", "agora.room-raises",
    "agora.room-overflows", "agora.build-roles-constant",
  ]

  @Test func `are needed by a recording`() throws {
    let unneeded = try Self.list(Deviation.self, "deviations").filter { $0.rows == 0 }.map(\.id)
    let used = try Self.list(Assistant.self, "assistants").flatMap(\.behaviours)
    #expect(Set(unneeded).intersection(used) == Self.pinned.union(Self.unasked))
  }

  private static func list<Entry: Decodable>(_ type: Entry.Type, _ what: String) throws -> [Entry] {
    try Assay.run("list", what, "--format", "json").lines.map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }
}
