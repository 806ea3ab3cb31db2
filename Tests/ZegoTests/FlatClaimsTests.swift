// SPDX-License-Identifier: MIT

import Bytes
import Testing

@testable import Zego

@Suite struct `Claims that are read flat` {
  typealias Member = Token04.Member

  static let orders: [[Member]] = [
    Member.documentedOrder, [.userID, .payload, .expire, .ctime, .appID, .nonce],
    [.appID, .userID, .ctime, .expire, .nonce, .payload],
  ]

  static func text(_ order: [Member]) -> [UInt8] {
    Token04(
      form: .cbc, appID: 4_294_967_295, userID: "demo", nonce: -1, ctime: 0, expire: 1_795_232_494,
      payload: ""
    ).plaintext(order: order)
  }

  static func flat(_ text: [UInt8]) -> Token04? {
    guard let claims = FlatClaims(text, members: Member.table) else { return nil }
    return try? Token04(claims, form: .cbc)
  }

  static func full(_ text: [UInt8]) -> Token04? {
    guard let claims = try? ClaimsReader(text, members: Member.table) else { return nil }
    return try? Token04(claims, form: .cbc)
  }

  @Test(arguments: orders)
  func `are the usual ones, in any order`(order: [Member]) throws {
    let text = Self.text(order)
    let token = try #require(Self.flat(text))
    #expect(token == Self.full(text))
    #expect(token.plaintext(order: order) == text)
  }

  /// What is read flat must be what the strict reader reads; the reverse need not hold.
  @Test(arguments: orders)
  func `are never read otherwise than in full`(order: [Member]) {
    let text = Self.text(order)
    var read = 0
    for index in text.indices {
      for byte in [UInt8](0...255) {
        var other = text
        other[index] = byte
        guard let token = Self.flat(other) else { continue }
        read += 1
        #expect(token == Self.full(other), "byte \(index) is \(byte)")
      }
      #expect(Self.flat(Array(text[..<index])) == nil)
    }
    #expect(read > 100)
  }

  @Test(arguments: [
    #"{"app_id":01,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":-,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":1.0,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":"1","user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":1,"user_id":1,"nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":1,"user_id":"","nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":1,"user_id":"u","nonce":2147483648,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":1,"user_id":"u","nonce":1,"ctime":-1,"expire":1,"payload":""}"#,
    #"{"app_id":1,"app_id":1,"nonce":1,"ctime":1,"expire":1,"payload":""}"#,
    #"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":"","payload":""}"#,
    #"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":1}"#,
    #"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""}}"#,
    #"{"app_id":1,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""} "#, "{", "",
    #"{"app_id":999999999999999999999,"user_id":"u","nonce":1,"ctime":1,"expire":1,"payload":""}"#,
  ])
  func `are none of these`(text: String) {
    #expect(Self.flat(Array(text.utf8)) == nil)
  }
}
