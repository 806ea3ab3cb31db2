// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@Suite struct `A recording` {
  static let header =
    #"{"recording":1,"format":"f","assistant":{"name":"n","language":"l","variant":"v","version":"1"}}"#

  static func row(_ id: String, _ input: String = "{}", _ rest: String = "") -> String {
    #"{"id":"\#(id)","op":"mint","title":"t","input":\#(input),"outcome":"ok"\#(rest)}"#
  }

  static func rows(_ text: String) throws -> [Row] {
    try rows(Array(text.utf8))
  }

  static func rows(_ bytes: [UInt8]) throws -> [Row] {
    let file = try TemporaryFile(bytes)
    var reader = try RecordingReader(file.path)
    var rows: [Row] = []
    while let batch = try reader.nextBatch() {
      try batch.forEachRow { row, _ in rows.append(row) }
    }
    return rows
  }

  /// What the reader says about a file, its name left out.
  static func words(_ bytes: [UInt8]) -> String {
    do {
      return "\(try rows(bytes).count) rows"
    } catch let error as RecordingError {
      return "\(error.line):\(error.column): \(error.reason)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `has a header that names format and assistant`() throws {
    let file = try TemporaryFile(Self.header + "\n")
    let reader = try RecordingReader(file.path)
    #expect(reader.header.format == "f")
    #expect(
      reader.header.assistant == .init(name: "n", language: "l", variant: "v", version: "1"))
  }

  @Test(arguments: [
    ("", "1:1: the file is empty"),
    ("\n", "1:1: a value is expected, the end of the text found"),
    ("{}\n", "1:1: recording: version 1 is expected in the first line"),
    ("[]\n", "1:1: a JSON object is expected"),
    ("{\"recording\":2}\n", "1:1: recording: version 1 is expected in the first line"),
    ("{\"recording\":1}\n", "1:1: format: text is expected in the header"),
    ("{\"recording\":1,\"format\":\"\"}\n", "1:1: format: text is expected in the header"),
    ("{\"recording\":1,\"format\":\"f\"}\n", "1:1: assistant: an object is expected"),
    (
      "{\"recording\":1,\"format\":\"f\",\"assistant\":{\"name\":\"n\"}}\n",
      "1:1: assistant.language: text is expected in the header"
    ),
    ("{\"recording\":1,\"format\":\"f\"", "1:1: the first line has no end"),
    ("not JSON\n", "1:1: a value is expected, the word is not 'null'"),
  ])
  func `with a wrong first line is refused`(text: String, words: String) {
    #expect(Self.words(Array(text.utf8)) == words)
  }

  @Test(arguments: [
    ("{", "3:2: a name in quotes is expected, the end of the text found"),
    ("[]", "3:1: a JSON object is expected"),
    ("7", "3:1: a JSON object is expected"),
    (#"{"id":"a"}"#, "3:1: op: the member is missing"),
    (#"{"id":"a","op":"mint"}"#, "3:1: input: the member is missing"),
    (#"{"id":"a","op":"mint","input":{}}"#, "3:1: outcome: the member is missing"),
    (#"{"id":7}"#, "3:7: id: a string is expected"),
    (#"{"id":"\ud800"}"#, "3:7: id: Unicode text is expected"),
    (#"{"id":"a","op":"mint","input":[],"outcome":"ok"}"#, "3:31: input: an object is expected"),
    (
      #"{"id":"a","op":"mint","input":{},"outcome":"fine"}"#,
      "3:44: outcome: one of ok refused crashed inexpressible unsupported config-error key-refused refused-silently is expected"
    ),
    (row("a", "{}", #","token":7"#), "3:69: token: a string is expected"),
    (
      row("a", "{}", #","tokenHex":"0""#),
      "3:74: length in tokenHex at byte 1: an odd number of digits, 1"
    ),
    (
      row("a", "{}", #","tokenHex":"0g""#),
      "3:74: alphabet in tokenHex at byte 1: 'g' is no hex digit"
    ),
    (row("a", #"{"x":{"hex":"6"}}"#), "3:48: length in hex at byte 1: an odd number of digits, 1"),
    (row("a", #"{"x":{"int":"1.5"}}"#), "3:48: int: '1.5' is no integer"),
    (row("a", #"{"x":{"int":""}}"#), "3:48: int: '' is no integer"),
    (row("a", #"{"x":{"repeat":"a","count":-1}}"#), "3:48: count: -1 is negative"),
    (
      row("a", #"{"x":{"repeat":"ab","count":33554433}}"#),
      "3:48: count: 33554433 × 2 bytes are more than the 67108864 left to the line"
    ),
    (
      row("a", #"{"x":{"repeat":"ab","count":9223372036854775807}}"#),
      "3:48: count: 9223372036854775807 × 2 bytes are more than the 67108864 left to the line"
    ),
    (
      row("a", #"{"x":{"repeat":"a","count":67108864},"y":[{"repeat":"b","count":1}]}"#),
      "3:85: count: 1 × 1 bytes are more than the 0 left to the line"
    ),
    (row("a") + row("b"), "3:61: 60 bytes after the end of the value"),
    (#"{"id":"a",}"#, "3:11: a name in quotes is expected, '}' found"),
    ("{\"id\":\"a\u{1}\"}", "3:9: a control character must be escaped, byte 0x01 found"),
    (String(repeating: "[", count: 600), "3:513: more than 512 values inside each other"),
  ])
  func `with a wrong row is refused with line, column and reason`(line: String, words: String) {
    #expect(
      Self.words(Array((Self.header + "\n" + Self.row("0") + "\n" + line + "\n").utf8)) == words)
  }

  @Test func `that is not UTF-8 is refused at the byte`() {
    let line = Array(#"{"id":"a"#.utf8) + [0xFF] + Array(#"","op":"mint"}"#.utf8)
    let bytes = Array((Self.header + "\n").utf8) + line + [0x0A]
    #expect(Self.words(bytes) == "2:9: the line is not UTF-8")
    #expect(Self.words([0xFF, 0x0A]) == "1:1: a value is expected, byte 0xff found")
  }

  @Test func `whose last row is cut is refused at the cut`() {
    let text = Self.header + "\n" + Self.row("0") + "\n" + Self.row("1").dropLast(3)
    #expect(Self.words(Array(text.utf8)).hasPrefix("3:"))
  }

  @Test(arguments: ["\n", "\r\n", "\n\n", " \n\t\r\n"])
  func `may end its lines in several ways`(end: String) throws {
    let text = [Self.header, Self.row("a"), Self.row("b")].joined(separator: end)
    #expect(try Self.rows(text).map(\.id) == ["a", "b"])
    #expect(try Self.rows(text + end).map(\.id) == ["a", "b"])
  }

  @Test func `may have no rows`() throws {
    #expect(try Self.rows(Self.header + "\n").isEmpty)
  }

  /// Lines that end just before, at and after the border of a chunk.
  @Test(arguments: [-2, -1, 0, 1, 2])
  func `longer than a chunk keeps every row`(distance: Int) throws {
    let first = Self.row("0", "{\"x\":\"\"}").utf8.count + Self.header.utf8.count + 2
    let filler = String(repeating: "y", count: (1 << 18) - first + distance)
    var lines = [Self.header, Self.row("0", "{\"x\":\"\(filler)\"}")]
    lines += (1...3000).map {
      Self.row("\($0)", "{\"x\":\"\(String(repeating: "z", count: $0 % 700))\"}")
    }
    let rows = try Self.rows(lines.joined(separator: "\n") + "\n")
    #expect(rows.map(\.id) == (0...3000).map(String.init))
    #expect(rows[0].question.input["x"]?.string == filler)
  }

  @Test func `longer than a chunk names the right line`() {
    var lines = [Self.header] + (1...3000).map { Self.row("\($0)", #"{"x":"\#(filler)"}"#) }
    lines[2500] = "{"
    #expect(Self.words(Array(lines.joined(separator: "\n").utf8)).hasPrefix("2501:2: "))
  }

  private var filler: String { String(repeating: "z", count: 300) }

  // MARK: - Values

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("-7", .integer(-7)),
      ("3600.0", .float(lexeme: "3600.0")), ("1E5", .float(lexeme: "1E5")),
      ("18446744073709551616", .integer(lexeme: "18446744073709551616")),
      (#"{"int":"9223372036854775808"}"#, .integer(lexeme: "9223372036854775808")),
      (#"{"int":"-1"}"#, .integer(lexeme: "-1")),
      (#"{"hex":"61ff"}"#, .string(Text([0x61, 0xFF]))),
      (#"{"hex":"61eda0bd","utf16be":"0061d83d"}"#, .string(Text([0x61, 0xED, 0xA0, 0xBD]))),
      (#""a\ud83d""#, .string(Text([0x61, 0xED, 0xA0, 0xBD]))),
      (#"{"repeat":"ab","count":3,"before":"x","after":"y"}"#, "xabababy"),
      (#"{"repeat":"用","count":2}"#, "用用"), (#"{"repeat":"a","count":0}"#, ""),
      (#"{"int":7}"#, .object(["int": .integer(7)])),
      (#"{"hex":"61","b":1}"#, .object(["hex": "61", "b": .integer(1)])),
      (#"{"repeat":"a"}"#, .object(["repeat": "a"])), ("{}", .object([:])),
      (#"[{"hex":"62"},[{"int":"1"}]]"#, .array(["b", .array([.integer(1)])])),
      (#"{"a":{"hex":"62"}}"#, .object(["a": "b"])),
    ] as [(String, JSONValue)])
  func `holds values that JSON cannot hold`(text: String, value: JSONValue) throws {
    let row = try #require(
      try Self.rows(Self.header + "\n" + Self.row("a", "{\"x\":\(text)}")).first)
    #expect(row.question.input["x"] == value)
  }

  @Test func `holds the answer`() throws {
    let rest =
      #","tokenHex":"00ff","error":{"code":3,"message":"m","type":"T"},"printed":{"stdout":"p"},"at":9"#
    let row = try #require(
      try Self.rows(Self.header + "\n" + Self.row("a", "{}", rest)).first)
    #expect(row.answer.outcome == .ok)
    #expect(row.answer.token == Text([0x00, 0xFF]))
    #expect(row.answer.error == ErrorAnswer(code: .integer(3), type: "T", message: "m"))
    #expect(row.answer.printed?["stdout"]?.string == "p")
    #expect(row.question.at == 9)
  }
}
