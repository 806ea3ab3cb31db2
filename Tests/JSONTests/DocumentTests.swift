// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

struct `A JSON text read without loss` {
  typealias Issues = JSONDocument.StringIssues

  @Test(arguments: [
    ("0", Int64(0)), ("-0", 0), ("3600", 3600), ("-1", -1),
    ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ("9223372036854775808", nil), ("-9223372036854775809", nil),
    ("18446744073709551616", nil), ("1" + String(repeating: "0", count: 400), nil),
  ])
  func `has integers of any size`(text: String, value: Int64?) throws {
    let document = try document(text)
    #expect(document.nodes[0].kind == .integer)
    #expect(document.lexemeText(of: 0) == text)
    #expect(document.integer(0, as: Int64.self) == value)
    #expect(try JSONValue(parsing: text) == .integer(lexeme: text))
    #expect(try JSONValue(parsing: text).int64 == value)
  }

  @Test func `has integers for narrower and wider types`() throws {
    let document = try document("[127,128,-128,-129,255,18446744073709551616,1.0,\"1\"]")
    let values = Array(document.children(of: 0))
    #expect(values.map { document.integer($0, as: Int8.self) } == [127, nil, -128] + nils(5))
    #expect(
      values.map { document.integer($0, as: UInt8.self) }
        == [127, 128, nil, nil, 255] + nils(3))
    #expect(document.integer(values[5], as: Int128.self) == 18_446_744_073_709_551_616)
  }

  @Test(arguments: [
    "3600.0", "1e2", "1E2", "1e+2", "1E-2", "-0.0", "0e0", "-0e-0", "0.1", "1.50",
    "123456789012345678901234567890.5e-400", "1e400", "0e01",
  ])
  func `has floats with their spelling`(text: String) throws {
    let document = try document(text)
    #expect(document.nodes[0].kind == .float)
    #expect(document.lexemeText(of: 0) == text)
    #expect(document.integer(0, as: Int64.self) == nil)
    #expect(try JSONValue(parsing: text) == .float(lexeme: text))
    #expect(try JSONValue(parsing: text).int64 == nil)
  }

  @Test func `has numbers that differ by their spelling alone`() throws {
    let value = try JSONValue(parsing: "[1,1.0,1e0,-0,0]")
    let values = try #require(value.array)
    #expect(Set(values).count == 5)
  }

  @Test func `has duplicate names in their order`() throws {
    let value = try JSONValue(parsing: #"{"b":1,"a":2,"b":3,"":4,"a":2}"#)
    let members = try #require(value.object?.members)
    #expect(members.map(\.name) == ["b", "a", "b", "", "a"])
    #expect(members.compactMap(\.value.int) == [1, 2, 3, 4, 2])
    #expect(value["b"]?.int == 1)
    #expect(value[""]?.int == 4)
    #expect(value["c"] == nil)
  }

  struct Sample: CustomTestStringConvertible {
    let content: [UInt8]
    let text: Text
    let issues: Issues
    var testDescription: String { String(decoding: content, as: UTF8.self).debugDescription }

    init(_ content: String, _ text: Text, _ issues: Issues) {
      self.init(Array(content.utf8), text, issues)
    }

    init(_ content: [UInt8], _ text: Text, _ issues: Issues) {
      (self.content, self.text, self.issues) = (content, text, issues)
    }
  }

  static let strings = [
    Sample("", "", []),
    Sample("plain", "plain", []),
    Sample("é€😀\u{7F}\u{FFFF}", "é€😀\u{7F}\u{FFFF}", []),
    Sample(#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t", .escaped),
    Sample(#"\u0041\u00e9\u20AC"#, "Aé€", .escaped),
    Sample(#"\ud83d\ude00\uD83D\uDE00"#, "😀😀", .escaped),
    Sample(#"\udbff\udfff\ud800\udc00"#, "\u{10FFFF}\u{10000}", .escaped),
    Sample(#"a\u0000b"#, "a\u{0}b", [.escaped, .nul]),
    Sample(#"\ud800"#, Text([0xED, 0xA0, 0x80]), [.escaped, .loneSurrogate]),
    Sample(#"\uDFFF"#, Text([0xED, 0xBF, 0xBF]), [.escaped, .loneSurrogate]),
    Sample(
      #"\udc00\ud800"#, Text([0xED, 0xB0, 0x80, 0xED, 0xA0, 0x80]), [.escaped, .loneSurrogate]),
    Sample(
      #"\ud800\ud83d\ude00"#, Text([0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98, 0x80]),
      [.escaped, .loneSurrogate]),
    Sample(
      #"\ud83dx\ude00"#, Text([0xED, 0xA0, 0xBD, 0x78, 0xED, 0xB8, 0x80]),
      [.escaped, .loneSurrogate]),
    Sample(#"\ud83d\n"#, Text([0xED, 0xA0, 0xBD, 0x0A]), [.escaped, .loneSurrogate]),
    Sample(#"\ud83d\u0000"#, Text([0xED, 0xA0, 0xBD, 0]), [.escaped, .loneSurrogate, .nul]),
    Sample([0xFF], Text([0xFF]), .invalidUTF8),
    Sample([0x61, 0xC3], Text([0x61, 0xC3]), .invalidUTF8),
    Sample([0xC0, 0x80], Text([0xC0, 0x80]), .invalidUTF8),
    Sample([0xED, 0xA0, 0x80], Text([0xED, 0xA0, 0x80]), .invalidUTF8),
    Sample([0xF4, 0x90, 0x80, 0x80], Text([0xF4, 0x90, 0x80, 0x80]), .invalidUTF8),
    Sample([0xFF, 0x5C, 0x6E], Text([0xFF, 0x0A]), [.escaped, .invalidUTF8]),
  ]

  @Test(arguments: strings)
  func `has strings as written and as meant`(sample: Sample) throws {
    let quote = UInt8(ascii: "\"")
    let text = [quote] + sample.content + [quote]
    let document = try JSONDocument(parsing: text.span)
    #expect(document.nodes[0].kind == .string)
    #expect(document.nodes[0].issues == sample.issues)
    #expect(document.lexeme(of: 0).elementsEqual(text))
    #expect(document.text(of: 0) == sample.text)
    #expect(document.string(of: 0) == sample.text.display)
  }

  @Test func `has names with the same care`() throws {
    let document = try document(#"{"\ud800":1,"a\u0000":2,"app\u005fid":3}"#)
    let children = Array(document.children(of: 0))
    #expect(document.nodes[children[0]].issues == [.escaped, .loneSurrogate])
    #expect(document.nodes[children[2]].issues == [.escaped, .nul])
    #expect(document.isString(children[4], "app_id"))
  }

  @Test func `finds a string by its text`() throws {
    let document = try document(#"["ab","\u0061b","abc","a","é",1]"#)
    let values = Array(document.children(of: 0))
    #expect(values.map { document.isString($0, "ab") } == [true, true] + falses(4))
    #expect(document.isString(values[4], "é"))
    #expect(!document.isString(values[5], "1"))
  }

  @Test func `has the offset of every value`() throws {
    let text = " {\"a\" : [ 1 ,\t\"x\" ] , \"b\":\n{} } "
    let document = try document(text)
    let bytes = Array(text.utf8)
    let pieces = document.nodes.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    #expect(
      pieces == [
        "{\"a\" : [ 1 ,\t\"x\" ] , \"b\":\n{} }", "\"a\"", "[ 1 ,\t\"x\" ]", "1", "\"x\"", "\"b\"",
        "{}",
      ])
    #expect(document.nodes.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
    #expect(Array(document.children(of: 0)) == [1, 2, 5, 6])
    #expect(Array(document.children(of: 2)) == [3, 4])
    #expect(Array(document.children(of: 6)) == [])
    #expect(document.length == bytes.count)
  }

  @Test(arguments: [
    ("{} {}", 2), (" [1]x", 4), ("12 3", 2), ("1.5,", 3), ("truefalse", 4), ("\"a\"\u{0}", 3),
    ("null", 4), ("0\n", 1),
  ])
  func `leaves what follows where it was told so`(text: String, length: Int) throws {
    let bytes = Array(text.utf8)
    var document = JSONDocument()
    try document.parse(bytes.span, leavingRest: true)
    #expect(document.length == length)
    #expect(document.bytes.elementsEqual(bytes[..<length]))
  }

  @Test func `is read into the same document again and again`() throws {
    var document = JSONDocument()
    let (good, bad, other) = (Array("[1,2]".utf8), Array("[1,".utf8), Array("7".utf8))
    try document.parse(good.span)
    #expect(document.nodes.count == 3)
    #expect(throws: JSONError(.value, at: 3, "")) { try document.parse(bad.span) }
    #expect(document.nodes.isEmpty)
    #expect(document.bytes.isEmpty)
    #expect(document.length == 0)
    try document.parse(other.span)
    #expect(document.integer(JSONDocument.root, as: Int.self) == 7)
    #expect(document.nodes.count == 1)
  }

  private func document(_ text: String) throws(JSONError) -> JSONDocument {
    let bytes = Array(text.utf8)
    return try JSONDocument(parsing: bytes.span)
  }

  private func nils<Value>(_ count: Int) -> [Value?] { Array(repeating: nil, count: count) }
  private func falses(_ count: Int) -> [Bool] { Array(repeating: false, count: count) }
}
