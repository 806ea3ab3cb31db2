// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// Tokens that open.
extension ZegoVectors {
  func accept(
    _ name: String, _ comment: String, level: ClauseLevel = .must, _ clauses: [String],
    flag: String = "usual", _ draft: ZegoDraft
  ) throws -> Vector {
    try VectorMaker(self, op: "open").accept(
      name, comment, level: level, clauses: clauses.map { "zego.\($0)" }, flags: [flag],
      draft.question)
  }

  /// The usual token, changed.
  func draft(
    _ members: JSONObject = [:], iv: [UInt8]? = nil, _ change: (inout ZegoDraft) -> Void = { _ in }
  ) -> ZegoDraft {
    var draft = ZegoDraft(kind, members, iv: iv)
    change(&draft)
    return draft
  }

  var good: [Vector] {
    get throws {
      let opened = ["open.encoding", "open.form", "open.json", "open.types"]
      let ctime = kind.ctimeName
      let expire = kind.expireName
      let length = model.reference.layout.ivLength
      let reversed = JSONObject(Self.members(kind).members.reversed())
      return [
        try accept("usual", "a usual token", opened, draft()),
        try accept(
          "last-second", "in its last second", ["open.time"], flag: "limit",
          draft { $0.now = .second(Self.ctime + Self.lifetime - 1) }),
        try accept(
          "before-ctime", "made in the future by a clock that is ahead", ["open.time"],
          flag: "reported", draft { $0.now = .second(Self.ctime - 86_400) }),
        try accept(
          "second-0", "opened at second 0", ["open.time"], flag: "limit",
          draft { $0.now = .second(0) }),
        try accept(
          "for-app", "for the app that is asked for", ["open.app-id"],
          draft { $0.expectations = ["app_id": 1_234_567_890] }),
        try accept(
          "for-user", "for the user that is asked for", ["open.user-id"],
          draft { $0.expectations = ["user_id": "user-1"] }),
        try accept(
          "app-id-1", "the smallest app id", ["open.types"], flag: "limit", draft(["app_id": 1])),
        try accept(
          "app-id-largest", "the largest app id", ["open.types"], flag: "limit",
          draft(["app_id": 4_294_967_295])),
        try accept("nonce-0", "a nonce of 0", ["open.types"], flag: "limit", draft(["nonce": 0])),
        try accept(
          "nonce-smallest", "the smallest nonce", ["open.types"], flag: "limit",
          draft(["nonce": .integer(kind == .token03 ? Int64.min : -2_147_483_648)])),
        try accept(
          "nonce-largest", "the largest nonce", ["open.types"], flag: "limit",
          draft(["nonce": .integer(kind == .token03 ? Int64.max : 2_147_483_647)])),
        try accept("ctime-0", "made at second 0", ["open.types"], flag: "limit", draft([ctime: 0])),
        try accept(
          "expire-largest", "an expiry of 2⁶³−1", ["open.types", "open.time"], flag: "limit",
          draft([expire: .integer(Int64.max)])),
        try accept(
          "user-of-1000", "a user id of 1000 letters: who opens sets no limit", ["open.types"],
          flag: "limit", draft(["user_id": .string(String(repeating: "u", count: 1000))])),
        try accept(
          "user-in-chinese", "a user id in Chinese, written as it is", ["open.json"], flag: "text",
          draft {
            $0.plaintext.add { $0.replacing(Array("user-1".utf8), with: Array("用户一号".utf8)) }
          }),
        try accept(
          "user-escaped", "a user id in escapes, a pair of surrogates among them", ["open.json"],
          flag: "text", draft(["user_id": "用户😀"])),
        try accept(
          "user-of-blanks", "a user id of blanks", ["open.json"], flag: "text",
          draft(["user_id": "   "])),
        try accept(
          "nul-in-user", "U+0000 in the user id", ["open.json"], flag: "text",
          draft(["user_id": "ab\0cd"])),
        try accept(
          "slash-escaped", "a slash with a backslash before it", ["open.json"], flag: "choice",
          draft {
            $0.plaintext.add { $0.replacing(Array("user-1".utf8), with: Array(#"user\/1"#.utf8)) }
          }),
        try accept(
          "reversed", "the members in reverse order", ["open.json"], flag: "choice",
          draft { $0.members = reversed }),
        try accept(
          "spaced", "blanks and line feeds between the members", ["open.json"], flag: "choice",
          draft { $0.plaintext.add { $0.replacing(Array(",".utf8), with: Array(" ,\n\t".utf8)) } }),
        try accept(
          "names-escaped", "a name written with an escape", ["open.json"], flag: "choice",
          draft {
            $0.plaintext.add { $0.replacing(Array("nonce".utf8), with: Array(#"n\u006fnce"#.utf8)) }
          }),
        try accept(
          "iv-of-zeros", "an IV of zeros", ["open.form"], flag: "limit",
          draft(iv: [UInt8](repeating: 0, count: length))),
        try accept(
          "iv-of-ones", "an IV of bytes 255", ["open.form"], flag: "limit",
          draft(iv: [UInt8](repeating: 255, count: length))),
        try accept(
          "secret-of-capitals", "a secret with capitals", ["key"],
          draft {
            $0.secret = "A3C1F0E29B7D48566F1E0D2C3B4A5968"
            $0.key = $0.secret.bytes
          }),
        try accept(
          "secret-of-signs", "a secret of signs", ["key"],
          draft {
            $0.secret = "+/=&<>\"'\\!@#$%^*()_-{}[]|:;,.?~`"
            $0.key = $0.secret.bytes
          }),
      ] + (kind == .token03 ? try goodPrivileges : try goodPayloads)
        + (kind == .token04GCM ? [] : try goodBlocks)
    }
  }

  var goodPayloads: [Vector] {
    get throws {
      let lists: [(String, String, String)] = [
        ("no-list", "no list of streams", #"{"room_id":"room-1","privilege":{"1":1,"2":0}}"#),
        (
          "null-list", "a list of streams that is null",
          #"{"room_id":"room-1","privilege":{"1":1},"stream_id_list":null}"#
        ),
        (
          "empty-list", "an empty list of streams",
          #"{"room_id":"room-1","privilege":{"2":1},"stream_id_list":[]}"#
        ),
        (
          "list", "a list of streams",
          #"{"room_id":"room-1","privilege":{"1":0,"2":0},"stream_id_list":["s1"]}"#
        ),
      ]
      return try lists.map {
        try accept(
          "room-\($0.0)", "for the room that is asked for, \($0.1)", ["open.room"],
          draft(["payload": .string($0.2)]) {
            $0.expectations = ["room_id": "room-1", "user_id": "user-1"]
          })
      } + [
        try accept(
          "payload-of-words", "a payload of words, since no room is asked for", ["open.json"],
          draft(["payload": "hello world"])),
        try accept(
          "payload-long", "a payload of 4096 characters", ["open.lengths"], flag: "limit",
          draft(["payload": .string(String(repeating: "p", count: 4096))])),
      ]
    }
  }

  var goodPrivileges: [Vector] {
    get throws {
      let pairs: [(String, JSONValue)] = [
        ("none", ["1": 0, "2": 0]), ("all", ["1": 1, "2": 1]), ("swapped", ["2": 1, "1": 0]),
      ]
      return try pairs.map {
        try accept(
          "privilege-\($0.0)", "privilege \($0.0)", ["open.types"], flag: "limit",
          draft(["privilege": $0.1]))
      } + [
        try accept(
          "for-room", "for the room that is asked for", ["open.room"],
          draft { $0.expectations = ["room_id": "room-1"] })
      ]
    }
  }

  /// CBC shows what it cannot see: changed bytes that open.
  var goodBlocks: [Vector] {
    get throws {
      try (1...16).map { count in
        try accept(
          "padding-\(count)", "a user id of \(count) letters: padding of another length",
          ["open.padding"], flag: "limit",
          draft(["user_id": .string(String(repeating: "p", count: count))]))
      } + [
        try accept(
          "iv-bit-in-app-id", "a bit of the IV changes a digit of the app id: nothing protects it",
          level: .should, ["open.no-mac"], flag: "malleable",
          draft { draft in draft.bytes.add { $0.flipping(0, of: 21) } })
      ]
    }
  }
}

extension [UInt8] {
  fileprivate func flipping(_ bit: UInt8, of place: Int) -> [UInt8] {
    var bytes = self
    if bytes.indices.contains(place) { bytes[place] ^= 1 << bit }
    return bytes
  }
}
