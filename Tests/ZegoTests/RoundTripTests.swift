// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import JSON
import Testing
import Zego

@Suite struct RoundTripTests {
  static let texts = [
    "d", "demo", "15 bytes, small", "16 bytes, bigger", "小明", "😀👩‍👩‍👧",
    "\"\\/\u{8}\u{C}\n\r\t\u{1}\u{7F}",
    "\u{0}", "é\u{301}", "\u{2028}\u{FFFD}\u{10FFFF}", String(repeating: "a", count: 64),
    String(repeating: "小", count: 64),
  ]
  static let forms = Sealed.Form.allCases

  @Test(arguments: forms, texts)
  func `a token04 opens to the members it was minted from`(
    form: Sealed.Form, text: String
  ) throws {
    let request = Token04Request(
      appID: .max, userID: text, effectiveTime: 86_400, payload: text + text)
    let token = try Token04(request, form: form, ctime: Forge.ctime, nonce: .min)
    #expect(token.expire == Forge.ctime + 86_400)
    try check(token)
  }

  @Test(arguments: [
    (UInt32(1), Int32.min, Int64(0), Int64(1)), (.max, .max, 0, .max), (42, 0, .max, .max),
    (1_234_567_890, -1, 1, 2),
  ])
  func `a token04 keeps the borders of every number`(
    appID: UInt32, nonce: Int32, ctime: Int64, expire: Int64
  ) throws {
    for form in Self.forms {
      try check(
        Token04(
          form: form, appID: appID, userID: "u", nonce: nonce, ctime: ctime, expire: expire,
          payload: ""))
    }
  }

  private func check(_ token: Token04) throws {
    let secret = try Forge.secret
    let iv = Array("0123456789abcdef".utf8.prefix(token.form.ivLength))
    for order in [Token04.Member.allCases, Token04.Member.allCases.reversed()] {
      for style in Self.styles {
        let text = try token.mint(secret: secret, iv: iv, order: order, style: style)
        let bytes = Array(text.utf8)
        #expect(try Token04(opening: bytes.span, secret: secret) == token)
      }
    }
  }

  static let styles: [JSONStyle] = {
    var ascii = JSONStyle()
    ascii.escaped = [0x26...0x26, 0x7F...0x10FFFF]
    ascii.escapesSlash = true
    var bare = JSONStyle()
    bare.letters = ""
    bare.hexIsUpperCase = true
    return [JSONStyle(), ascii, bare]
  }()

  @Test(arguments: texts, [0, 1, 2, 3])
  func `a token03 opens to the members it was minted from`(text: String, flags: Int) throws {
    let request = Token03Request(
      appID: 1, roomID: text, userID: text, mayLogIn: flags & 1 == 1, mayPublish: flags & 2 == 2,
      effectiveTime: 1)
    let token = try Token03(request, createTime: Forge.ctime, nonce: .min)
    let secret = try Forge.secret
    for style in Self.styles {
      let minted = try token.mint(
        secret: secret, iv: Array("0123456789abcdef".utf8),
        order: Token03.Member.allCases.reversed(), style: style)
      #expect(try Token03(opening: Array(minted.utf8).span, secret: secret) == token)
    }
  }

  @Test func `the plaintext is compact and in the documented order`() throws {
    let token = try Token04(
      Token04Request(appID: 1, userID: "demo", effectiveTime: 3600), form: .cbc,
      ctime: Forge.ctime, nonce: -1_234_567_890)
    #expect(String(decoding: token.plaintext(), as: UTF8.self) == Forge.claims04)
    let old = try Token03(
      Token03Request(
        appID: 1, roomID: "room", userID: "demo", mayLogIn: true, mayPublish: false,
        effectiveTime: 3600), createTime: Forge.ctime, nonce: -1)
    #expect(String(decoding: old.plaintext(), as: UTF8.self) == Forge.claims03)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 60_000])
  func `every length of the payload fills its blocks`(count: Int) throws {
    for form in Self.forms {
      let token = try Token04(
        Token04Request(
          appID: 1, userID: "demo", effectiveTime: 1,
          payload: String(repeating: "p", count: count)), form: form, ctime: 0, nonce: 0)
      let secret = try Forge.secret
      let minted = try token.mint(
        secret: secret, iv: [UInt8](repeating: 7, count: form.ivLength))
      #expect(try Token04(opening: Array(minted.utf8).span, secret: secret) == token)
    }
  }
}
