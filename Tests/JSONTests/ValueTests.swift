// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

struct `A JSON value` {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "3600.0", "1e2", "123456789012345678901234567890",
    #""""#, #""a\"\\\b\t\n\f\r""#, #""\u0000\u001f\u007f\u00e9\u20ac\ud83d\ude00""#,
    #""\ud800""#, #""\udc00\ud800""#, "[]", "[[],[[1]],{}]", "{}",
    #"{"b":1,"a":{"":[true,null]},"b":"x"}"#, #"{"\ud800":1,"\u0000":2}"#,
  ])
  func `is written as it was read`(text: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(String(decoding: value.encoded, as: UTF8.self) == text)
    let again = value.encoded
    #expect(try JSONValue(parsing: again.span) == value)
  }

  @Test(arguments: [
    (Text("/é\u{7F}"), #""/\u00e9\u007f""#),
    (Text("\u{FFFF}\u{10000}\u{10FFFF}"), #""\uffff\ud800\udc00\udbff\udfff""#),
    (Text([0xED, 0xA0, 0x80]), #""\ud800""#),
    (Text([0xED, 0xB0, 0x80, 0x61]), #""\udc00a""#),
    (Text([0x61, 0xFF, 0xC3]), #""a\ufffd\ufffd""#),
  ])
  func `is printable ASCII`(text: Text, written: String) {
    let encoded = JSONValue.string(text).encoded
    #expect(String(decoding: encoded, as: UTF8.self) == written)
    #expect(encoded.allSatisfy { (0x20...0x7E).contains($0) })
  }

  /// Six bytes that a UTF-8 program holds as two surrogates are a pair for every reader of JSON.
  @Test func `joins surrogates that stand side by side`() throws {
    let encoded = JSONValue.string(Text([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80])).encoded
    #expect(try JSONValue(parsing: encoded.span) == "😀")
  }

  @Test func `returns every scalar value and every surrogate`() throws {
    var value: UInt32 = 0
    while value <= 0x10FFFF {
      var bytes: [UInt8] = []
      bytes.append(codePoint: value)
      let encoded = JSONValue.string(Text(bytes)).encoded
      if try JSONValue(parsing: encoded.span) != .string(Text(bytes)) {
        Issue.record("\(value) is lost")
      }
      value += value < 0x300 ? 1 : 83
    }
  }

  @Test func `is built from literals and read by its kind`() {
    let value: JSONValue = .object([
      "app_id": .integer(1), "user_id": "demo", "ok": .bool(true),
      "list": .array([.null, .float(lexeme: "1.0")]),
    ])
    #expect(
      String(decoding: value.encoded, as: UTF8.self)
        == #"{"app_id":1,"user_id":"demo","ok":true,"list":[null,1.0]}"#)
    #expect(value["app_id"]?.int == 1)
    #expect(value["user_id"]?.string == "demo")
    #expect(value["ok"]?.bool == true)
    #expect(value["list"]?.array?.count == 2)
    #expect(value["user_id"]?.int64 == nil)
    #expect(value["app_id"]?.string == nil)
    #expect(value["app_id"]?["x"] == nil)
    #expect(value.string == nil && value.text == nil && value.array == nil && value.bool == nil)
    let kinds = value.object?.members.map(\.value.kind)
    #expect(kinds == ["an integer", "a string", "a boolean", "an array"])
    #expect(value["list"]?.array?.map(\.kind) == ["null", "a float"])
    #expect(value.kind == "an object")
  }

  @Test func `has a text where it has no string`() {
    let broken = Text([0xED, 0xA0, 0x80])
    #expect(JSONValue.string(broken).string == nil)
    #expect(JSONValue.string(broken).text == broken)
  }

  @Test func `is found by the bytes of its name`() {
    let object: JSONObject = ["e\u{301}": .integer(1), "\u{E9}": .integer(2)]
    #expect(object["\u{E9}"]?.int == 2)
  }
}
