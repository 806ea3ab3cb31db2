// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// Time, and for whom a token is opened.
extension ZegoVectors {
  var policy: [Negative] {
    let end = Self.ctime + Self.lifetime
    let expired = Check(.time, "expired", kind.expireName)
    let times: [(String, String, Int64)] = [
      ("at-expire", "in the very second of its end", end),
      ("after-expire", "a second after its end", end + 1),
      ("long-after", "years after its end", end + 100_000_000),
      ("largest", "at the last second of 63 bits", .max),
    ]
    let users: [(String, String, String)] = [
      ("other", "another user", "user-2"), ("capital", "the user in capitals", "USER-1"),
      ("prefix", "the beginning of the user", "user-"),
      ("blank", "the user with a blank", "user-1 "),
      ("nul", "the user with a U+0000", "user-1\0"), ("empty", "the empty user", ""),
    ]
    let rows: [Negative] =
      times.map {
        ("opened-\($0.0)", "opened \($0.1)", "now", ["second": .integer($0.2)], expired)
      }
      + users.map {
        (
          "for-user-\($0.0)", "opened for \($0.1)", "expect", ["user_id": .string($0.2)],
          Check(.policy, "user-id", "user_id")
        )
      }
    let room: [Negative] =
      kind == .token03
      ? [
        (
          "for-room-other", "opened for another room", "expect", ["room_id": "room-2"],
          Check(.policy, "room-id", "room_id")
        )
      ] : []
    return rows + room + [
      (
        "for-app-other", "opened for another app", "expect", ["app_id": 1_234_567_891],
        Check(.policy, "app-id", "app_id")
      ),
      (
        "for-app-wrapped", "opened for app 1", "expect", ["app_id": 1],
        Check(.policy, "app-id", "app_id")
      ),
    ]
  }

  /// Tokens that carry another payload, opened for a room.
  var rooms: [Negative] {
    let privilege = Check(.policy, "privilege", "privilege")
    let syntax = Check(.policy, "json.syntax", "payload")
    let room = Check(.policy, "room-id", "room_id")
    let range = Check(.policy, "member.range", "room_id")
    let streams = Check(.policy, "stream-ids", "stream_id_list")
    let cases: [(String, String, String, Check)] = [
      (
        "other", "names another room", #"{"room_id":"room-2","privilege":{"1":1}}"#,
        room
      ),
      (
        "capital", "names the room in capitals", #"{"room_id":"ROOM-1","privilege":{"1":1}}"#,
        room
      ),
      (
        "longer", "names a room that begins with it",
        #"{"room_id":"room-10","privilege":{"1":1}}"#, room
      ),
      (
        "shorter", "names the beginning of the room", #"{"room_id":"room-","privilege":{"1":1}}"#,
        room
      ),
      ("payload-empty", "is empty", "", syntax), ("payload-words", "is no JSON", "room-1", syntax),
      ("payload-cut", "is cut JSON", #"{"room_id":"room-1""#, syntax),
      ("missing", "names no room", #"{"privilege":{"1":1}}"#, range),
      (
        "empty", "names the empty room", #"{"room_id":"","privilege":{"1":1}}"#,
        range
      ),
      ("number", "names a number", #"{"room_id":1,"privilege":{"1":1}}"#, range),
      (
        "twice", "names two rooms", #"{"room_id":"room-1","room_id":"room-2","privilege":{"1":1}}"#,
        Check(.policy, "member.duplicate", "payload")
      ),
      ("no-privilege", "has no privilege", #"{"room_id":"room-1"}"#, privilege),
      (
        "empty-privilege", "has an empty privilege", #"{"room_id":"room-1","privilege":{}}"#,
        privilege
      ),
      ("privilege-3", "has a privilege 3", #"{"room_id":"room-1","privilege":{"3":1}}"#, privilege),
      (
        "privilege-of-2", "has a privilege of 2", #"{"room_id":"room-1","privilege":{"1":2}}"#,
        privilege
      ),
      (
        "privilege-true", "has a privilege of true",
        #"{"room_id":"room-1","privilege":{"1":true}}"#, privilege
      ),
      (
        "privilege-text", "has a privilege of text", #"{"room_id":"room-1","privilege":{"1":"1"}}"#,
        privilege
      ),
      (
        "streams-text", "has a text for its streams",
        #"{"room_id":"room-1","privilege":{"1":1},"stream_id_list":"s1"}"#,
        streams
      ),
      (
        "streams-numbers", "has numbers for its streams",
        #"{"room_id":"room-1","privilege":{"1":1},"stream_id_list":[1]}"#,
        streams
      ),
    ]
    return cases.map { name, comment, payload, check in
      (
        "for-room-\(name)", "opened for a room: the payload \(comment)", "expect-room",
        ["room_id": "room-1", "payload": .string(payload)], check
      )
    }
  }

  /// Tokens whose end every clock agrees on.
  var clockwork: [Vector] {
    get throws {
      let far = draft([kind.expireName: 253_402_300_799]) { $0.now = .ownClock }
      let past = draft([kind.ctimeName: 1, kind.expireName: 2]) { $0.now = .ownClock }
      return [
        try accept(
          "clock-far", "good until the year 9999, by one's own clock", ["open.time"], flag: "clock",
          far),
        VectorMaker(self, op: "open").reject(
          "clock-past", "over since 1970, by one's own clock", clauses: ["zego.open.time"],
          flags: ["clock"],
          past.question, by: Check(.time, "expired", kind.expireName)),
      ]
    }
  }
}
