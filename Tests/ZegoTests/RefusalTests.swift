// SPDX-License-Identifier: MIT

import Bytes
import Testing
import Zego

@Suite struct RefusalTests {
  /// A wrong token, and the words with which it is refused.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: String
    let token: @Sendable () throws -> [UInt8]

    init(_ name: String, _ expected: String, _ token: @escaping @Sendable () throws -> [UInt8]) {
      self.name = name
      self.expected = expected
      self.token = token
    }

    /// A correct token with one thing changed.
    static func forged(
      _ name: String, _ form: Sealed.Form, _ expected: String,
      _ change: @escaping @Sendable (inout Forge) -> Void
    ) -> Case {
      Case(name, expected) {
        var forge = Forge(form)
        change(&forge)
        return try forge.token
      }
    }

    var testDescription: String { name }
  }

  @Test(arguments: encodings + structures + crypto + members)
  func `a wrong token04 is refused in these words`(wrong: Case) throws {
    #expect(try Forge.verdict04(try wrong.token()) == wrong.expected)
  }

  @Test(arguments: old)
  func `a wrong token03 is refused in these words`(wrong: Case) throws {
    #expect(try Forge.verdict03(try wrong.token()) == wrong.expected)
  }

  @Test func `a token03 of privilege keys in another order opens`() throws {
    let claims = Forge.claims03.split(separator: #""1":1,"2":0"#).joined(separator: #""2":0,"1":1"#)
    #expect(try Forge.verdict03(try Forge(claims03: claims).token) == "opens")
  }

  // MARK: - Time and policy

  @Test func `a token ends in the second that it names`() throws {
    let verdicts = try [-1, 0, 1].map {
      try Forge.verdict04(try Forge().token, now: Forge.expire + $0)
    }
    #expect(
      verdicts == [
        "opens",
        "time/expired in expire: the token ended at 1795232494, it is 1795232494",
        "time/expired in expire: the token ended at 1795232494, it is 1795232495",
      ])
    let old = try Forge(claims03: Forge.claims03).token
    #expect(try Forge.verdict03(old, now: Forge.expire - 1) == "opens")
    #expect(
      try Forge.verdict03(old, now: Forge.expire)
        == "time/expired in expire_time: the token ended at 1795232494, it is 1795232494")
  }

  @Test func `without a time none is judged`() throws {
    var forge = Forge(claims: Forge.edited("1795232494", "0"))
    forge.expire = 0
    #expect(try Forge.verdict04(try forge.token) == "opens")
  }

  static let room = #"{\"room_id\":\"r\",\"privilege\":{\"1\":1}}"#

  @Test(arguments: [
    (Token04.Expectation(appID: 1, userID: "demo", roomID: "r"), "opens"),
    (.init(appID: 2), "policy/app-id in app_id: the token is for app 1, not for 2"),
    (
      .init(userID: "Demo"),
      "policy/user-id in user_id: the token is for another user than 'Demo'"
    ),
    (
      .init(userID: "demo\u{0}"),
      "policy/user-id in user_id: the token is for another user than 'demo\u{0}'"
    ),
    (.init(roomID: "R"), "policy/room-id in room_id: the token is for another room than 'R'"),
  ])
  func `what the opener expects is compared`(
    expected: Token04.Expectation, verdict: String
  ) throws {
    let token = try Forge(
      claims: Forge.edited(#""payload":"""#, #""payload":""# + Self.room + "\"")
    )
    .token
    #expect(try Forge.verdict04(token, expecting: expected) == verdict)
  }

  @Test(arguments: [
    (Token03.Expectation(appID: 1, userID: "demo", roomID: "room"), "opens"),
    (.init(appID: 2), "policy/app-id in app_id: the token is for app 1, not for 2"),
    (.init(userID: "x"), "policy/user-id in user_id: the token is for another user than 'x'"),
    (.init(roomID: "x"), "policy/room-id in room_id: the token is for another room than 'x'"),
  ])
  func `what the opener of a token03 expects is compared`(
    expected: Token03.Expectation, verdict: String
  ) throws {
    #expect(
      try Forge.verdict03(try Forge(claims03: Forge.claims03).token, expecting: expected) == verdict
    )
  }

  @Test(arguments: ["", "a", String(repeating: "s", count: 31), String(repeating: "é", count: 32)])
  func `a secret of another length than 32 bytes is refused`(secret: String) throws {
    let error = #expect(throws: Refusal.self) { try ZegoSecret(Text(secret)) }
    #expect(
      error?.description
        == "policy/secret.length in secret: the secret has \(secret.utf8.count) bytes, 32 are expected"
    )
  }
}
