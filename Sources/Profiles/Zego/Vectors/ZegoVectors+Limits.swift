// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// The ends of ranges, clocks and sizes.
extension ZegoVectors {
  var numbers: [Vector] {
    get throws {
      let appIDs: [Int64] = [1, 255, 65_536, 2_147_483_647, 2_147_483_648, 4_294_967_295]
      let times: [Int64] = [1, 86_400, 2_147_483_647, 2_147_483_648, 9_007_199_254_740_993]
      return try appIDs.map {
        try accept(
          "app-id-\($0)", "app id \($0)", ["app-id.kept"], flag: "limit", ["app_id": .integer($0)])
      }
        + times.map {
          try accept(
            "effective-time-\($0)", "\($0) seconds", ["expire.sum", "expire.header"], flag: "limit",
            ["effective_time_in_seconds": .integer($0)])
        }
        + [
          try accept(
            "expire-largest", "an expiry of 2⁶³−1", ["expire.sum", "expire.header"], flag: "limit",
            ["effective_time_in_seconds": .integer(Int64.max - Self.ctime)]),
          try accept(
            "ctime-0", "made at second 0", ["ctime.now"], flag: "limit", now: .second(0)),
          try accept(
            "ctime-after-2038", "made after 2038", ["ctime.now"], flag: "limit",
            now: .second(2_147_483_648)),
        ]
    }
  }

  var drawn: [Vector] {
    get throws {
      let length = model.reference.layout.ivLength
      let nonces: [(String, Int64)] =
        kind == .token03
        ? [("0", 0), ("negative", -1), ("smallest", .min), ("largest", .max)]
        : [("0", 0), ("negative", -1), ("smallest", -2_147_483_648), ("largest", 2_147_483_647)]
      let ivs: [(String, String, [UInt8])] = [
        ("zeros", "an IV of zeros", [UInt8](repeating: 0, count: length)),
        ("ones", "an IV of bytes 255", [UInt8](repeating: 255, count: length)),
        ("counted", "an IV that begins with 0", (0..<UInt8(length)).map { $0 }),
      ]
      return try nonces.map {
        try accept("nonce-\($0.0)", "nonce \($0.1)", ["nonce.range"], flag: "limit", nonce: $0.1)
      }
        + ivs.map {
          try accept("iv-\($0.0)", $0.1, ["iv.length", "cipher"], flag: "limit", iv: $0.2)
        }
        + (kind == .token04GCM ? [] : try paddings)
    }
  }

  /// Texts that end at each place of a block.
  var paddings: [Vector] {
    get throws {
      try (1...16).map { count in
        try accept(
          "padding-user-of-\(count)", "a user id of \(count) letters: padding of another length",
          ["padding"], flag: "limit", ["user_id": .string(String(repeating: "p", count: count))])
      }
    }
  }

  var clocks: [Vector] {
    get throws {
      let clauses = ["ctime.now", "expire.sum", "iv.fresh", "nonce.random"]
      let room = Self.payloadCases[0].value
      return [
        try accept("clock", "at the maker's own time", clauses, flag: "clock", now: .ownClock),
        try accept(
          "clock-one-second", "good for one second", clauses, flag: "clock",
          ["effective_time_in_seconds": 1], now: .ownClock),
        try accept(
          "clock-ten-years", "good for ten years", clauses, flag: "clock",
          ["effective_time_in_seconds": 315_360_000], now: .ownClock),
        try accept(
          "clock-text", "a user in Chinese", clauses, flag: "clock", ["user_id": "用户一号"],
          now: .ownClock),
      ]
        + (kind == .token03
          ? []
          : [
            try accept(
              "clock-room", "a permission token", clauses, flag: "clock",
              ["payload": .string(room)], now: .ownClock)
          ])
    }
  }

  // MARK: - Sizes

  /// The argument that may be as long as one likes: no clause limits the payload but the size.
  var sizes: [Vector] {
    get throws {
      guard kind != .token03 else { return [] }
      var members = Self.members(kind)
      members["nonce"] = 1_804_289_383
      let frame = JSONValue.object(members).encoded.count
      let ends =
        kind == .token04GCM
        ? [(32_767, true), (32_768, true), (65_535, true), (65_536, false)]
        : [(32_752, true), (32_768, true), (65_520, true), (65_536, false)]
      return try ends.map { length, fits in
        let room = kind == .token04GCM ? length - 16 : length - 1
        let payload = JSONValue.string(String(repeating: "p", count: room - frame))
        guard !fits else {
          return try accept(
            "ciphertext-of-\(length)", "a ciphertext of \(length) bytes", ["ciphertext.length"],
            flag: "limit", ["payload": payload])
        }
        return reject(
          "ciphertext-of-\(length)",
          "a ciphertext of \(length) bytes does not fit its length field",
          "ciphertext.length", "ciphertext-length", ["payload": payload], mayAccept: false)
      } + [
        reject(
          "ciphertext-of-70000", "a payload of 70000 bytes", "ciphertext.length",
          "ciphertext-length",
          ["payload": .string(String(repeating: "p", count: 70_000))], mayAccept: false)
      ]
    }
  }
}
