// SPDX-License-Identifier: MIT

import Bytes
import Testing
import Zego

@Suite struct RequestTests {
  @Test(arguments: [
    (
      Token04Request(appID: 0, userID: "u", effectiveTime: 1),
      "policy/member.range in app_id: 0 is no app id"
    ),
    (
      .init(appID: 1, userID: "", effectiveTime: 1),
      "policy/member.range in user_id: the text is empty"
    ),
    (
      .init(appID: 1, userID: String(repeating: "u", count: 65), effectiveTime: 1),
      "policy/member.range in user_id: the text has 65 UTF-16 units, 64 are allowed"
    ),
    (
      .init(appID: 1, userID: String(repeating: "小", count: 65), effectiveTime: 1),
      "policy/member.range in user_id: the text has 65 UTF-16 units, 64 are allowed"
    ),
    (
      .init(appID: 1, userID: "u", effectiveTime: 0),
      "policy/member.range in effective_time_in_seconds: 0 seconds are not a time to live"
    ),
    (
      .init(appID: 1, userID: "u", effectiveTime: -1),
      "policy/member.range in effective_time_in_seconds: -1 seconds are not a time to live"
    ),
    (
      .init(appID: 1, userID: "u", effectiveTime: .max),
      "policy/member.range in effective_time_in_seconds: 1795228894 + 9223372036854775807 does not fit 64 bits"
    ),
  ])
  func `a request out of contract is refused`(request: Token04Request, words: String) {
    let error = #expect(throws: Refusal.self) {
      try Token04(request, form: .cbc, ctime: Forge.ctime, nonce: 0)
    }
    #expect(error?.description == words)
  }

  @Test func `a request for a token03 needs a room`() {
    let request = Token03Request(
      appID: 1, roomID: "", userID: "u", mayLogIn: true, mayPublish: true, effectiveTime: 1)
    let error = #expect(throws: Refusal.self) {
      try Token03(request, createTime: 0, nonce: 0)
    }
    #expect(error?.description == "policy/member.range in room_id: the text is empty")
  }

  @Test(arguments: [0, 12, 15, 17, 32])
  func `an IV of another length than the form's is refused`(count: Int) throws {
    let token = try Token04(
      Token04Request(appID: 1, userID: "u", effectiveTime: 1), form: .cbc, ctime: 0, nonce: 0)
    let error = #expect(throws: Refusal.self) {
      try token.mint(secret: Forge.secret, iv: [UInt8](repeating: 0, count: count))
    }
    #expect(
      error?.description == "policy/iv.length in iv: the IV has \(count) bytes, 16 are expected")
  }

  @Test(arguments: [0, 11, 13, 16])
  func `a nonce of another length than GCM's 12 is refused`(count: Int) throws {
    let token = try Token04(
      Token04Request(appID: 1, userID: "u", effectiveTime: 1), form: .gcm, ctime: 0, nonce: 0)
    let error = #expect(throws: Refusal.self) {
      try token.mint(secret: Forge.secret, iv: [UInt8](repeating: 0, count: count))
    }
    #expect(
      error?.description == "policy/iv.length in iv: the IV has \(count) bytes, 12 are expected")
  }

  @Test(arguments: Sealed.Form.allCases)
  func `the longest ciphertext is minted, the next is refused`(form: Sealed.Form) throws {
    let token = try Token04(
      Token04Request(appID: 1, userID: "u", effectiveTime: 1), form: form, ctime: 0, nonce: 0)
    let room = (form == .cbc ? 65_519 : 65_519) - token.plaintext().count
    let secret = try Forge.secret
    let iv = [UInt8](repeating: 1, count: form.ivLength)
    var longest = token
    longest.payload = String(repeating: "p", count: room)
    let minted = try longest.mint(secret: secret, iv: iv)
    #expect(try Token04(opening: Array(minted.utf8).span, secret: secret) == longest)
    longest.payload += "p"
    let error = #expect(throws: Refusal.self) { try longest.mint(secret: secret, iv: iv) }
    #expect(error?.reason == "ciphertext.length")
  }
}
