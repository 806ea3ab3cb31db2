// SPDX-License-Identifier: MIT

import Bytes
import Testing
import Zego

@Suite struct RoomPayloadTests {
  @Test(
    arguments: [
      (#"{"room_id":"r","privilege":{"1":1,"2":0},"stream_id_list":null}"#, true, false, nil),
      (#"{"room_id":"r","privilege":{"2":1},"stream_id_list":[]}"#, nil, true, []),
      (#"{"room_id":"r","privilege":{"1":0}}"#, false, nil, nil),
      (
        #"{"room_id":"r","privilege":{"2":1,"1":1},"stream_id_list":["s1","小"]}"#, true, true,
        ["s1", "小"]
      ),
    ] as [(String, Bool?, Bool?, [String]?)])
  func `a payload says what is allowed where`(
    payload: String, mayLogIn: Bool?, mayPublish: Bool?, streams: [String]?
  ) throws {
    let room = try RoomPayload(parsing: payload)
    #expect(room.roomID == "r")
    #expect(room.mayLogIn == mayLogIn)
    #expect(room.mayPublish == mayPublish)
    #expect(room.streamIDs == streams)
  }

  @Test(arguments: [
    ("", "policy/json.syntax in payload at byte 0: a value is expected, the end of the text found"),
    ("null", "policy/member.range in room_id: a room id that is not empty is expected"),
    ("{}", "policy/member.range in room_id: a room id that is not empty is expected"),
    (
      #"{"room_id":"","privilege":{"1":1}}"#,
      "policy/member.range in room_id: a room id that is not empty is expected"
    ),
    (
      #"{"room_id":null,"privilege":{"1":1}}"#,
      "policy/member.range in room_id: a room id that is not empty is expected"
    ),
    (
      #"{"room_id":7,"privilege":{"1":1}}"#,
      "policy/member.range in room_id: a room id that is not empty is expected"
    ),
    (
      #"{"room_id":"\ud800","privilege":{"1":1}}"#,
      "policy/member.range in room_id: a room id that is not empty is expected"
    ),
    (
      #"{"room_id":"r"}"#,
      "policy/privilege in privilege: an object with key 1 (log in), key 2 (publish) or both is expected"
    ),
    (
      #"{"room_id":"r","privilege":null}"#,
      "policy/privilege in privilege: an object with key 1 (log in), key 2 (publish) or both is expected"
    ),
    (
      #"{"room_id":"r","privilege":{}}"#,
      "policy/privilege in privilege: an object with key 1 (log in), key 2 (publish) or both is expected"
    ),
    (
      #"{"room_id":"r","privilege":[1]}"#,
      "policy/privilege in privilege: an object with key 1 (log in), key 2 (publish) or both is expected"
    ),
    (
      #"{"room_id":"r","privilege":{"3":1}}"#,
      "policy/privilege in privilege: '3' is expected to be 1 or 2, each once"
    ),
    (
      #"{"room_id":"r","privilege":{"1":1,"1":1}}"#,
      "policy/privilege in privilege: '1' is expected to be 1 or 2, each once"
    ),
    (
      #"{"room_id":"r","privilege":{"1":2}}"#,
      "policy/privilege in privilege: the value of key 1 is expected to be 0 or 1"
    ),
    (
      #"{"room_id":"r","privilege":{"1":true}}"#,
      "policy/privilege in privilege: the value of key 1 is expected to be 0 or 1"
    ),
    (
      #"{"room_id":"r","privilege":{"1":"1"}}"#,
      "policy/privilege in privilege: the value of key 1 is expected to be 0 or 1"
    ),
    (
      #"{"room_id":"r","privilege":{"1":1},"stream_id_list":"s"}"#,
      "policy/stream-ids in stream_id_list: null or a list of strings is expected"
    ),
    (
      #"{"room_id":"r","privilege":{"1":1},"stream_id_list":[1]}"#,
      "policy/stream-ids in stream_id_list: null or a list of strings is expected"
    ),
    (
      #"{"room_id":"r","privilege":{"1":1},"stream_id_list":{}}"#,
      "policy/stream-ids in stream_id_list: null or a list of strings is expected"
    ),
    (
      #"{"room_id":"r","room_id":"s","privilege":{"1":1}}"#,
      "policy/member.duplicate in payload: 'room_id' stands twice in the payload"
    ),
  ])
  func `a payload that says it otherwise is refused`(payload: String, words: String) {
    let error = #expect(throws: Refusal.self) { try RoomPayload(parsing: payload) }
    #expect(error?.description == words)
  }
}
