// SPDX-License-Identifier: MIT

import Bytes
import JSON
import NATS
import Testing

@Suite struct `A CONNECT line` {
  static func write(
    _ url: String, _ credentials: NATSCredentials? = nil
  ) throws(Refusal) -> [UInt8] {
    let url = try NATSURL(reading: Array(url.utf8).span)
    let options = ConnectOptions(credentials: credentials, language: "go", version: "9")
    return try ConnectLine(to: url, with: options).bytes()
  }

  static func read(_ text: String) throws(Refusal) -> ConnectLine {
    try ConnectLine(reading: Array(text.utf8).span)
  }

  private static func refusal(writing token: Text) -> String? {
    do throws(Refusal) {
      _ = try write("nats://h", .token(token))
      return nil
    } catch {
      return error.description
    }
  }

  private static func refusal(reading text: String) -> String? {
    do throws(Refusal) {
      _ = try read(text)
      return nil
    } catch {
      return error.description
    }
  }

  /// What a server reads: token, user and password.
  private static func sent(_ line: [UInt8]) throws -> [Text?] {
    let sent = try ConnectLine(reading: line.span).credentials()
    return [sent.token, sent.user, sent.password]
  }

  @Test func `has the token of the option`() throws {
    let line = try Self.write("nats://127.0.0.1:4222", .token("mytoken"))
    let words =
      #"CONNECT {"verbose":false,"pedantic":false,"auth_token":"mytoken","lang":"go","version":"9","#
      + #""protocol":1}"#
    #expect(line == Array((words + "\r\n").utf8))
  }

  @Test func `has what the address says, whatever the option is`() throws {
    let token = try Self.write("nats://a%40b@h", .token("t"))
    #expect(try Self.sent(token) == ["a@b", nil, nil])
    let user = try Self.write("nats://u:p@h", .token("t"))
    #expect(try Self.sent(user) == [nil, "u", "p"])
  }

  @Test(arguments: [
    "say \"hi\"", "a\\b", "a\nb", "a\r\nPING\r\nb", "x\",\"user\":\"admin", "\u{1}\u{7F}",
    "\u{2028}", "🔑", "\\u0041", String(repeating: "t", count: 3840),
  ])
  func `is one line in ASCII that is read as it was given`(token: String) throws {
    let line = try Self.write("nats://h", .token(Text(token)))
    #expect(line.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0D || $0 == 0x0A })
    #expect(line.filter { $0 == 0x0A }.count == 1)
    #expect(try Self.sent(line) == [Text(token), nil, nil])
  }

  @Test func `is refused where a token is none, or fits no line`() {
    let known: [(Text, String)] = [
      ("", "policy/token.empty in token: a token has at least one character"),
      ("a\u{0}b", "policy/token.text in token at byte 1: a token has no character U+0000"),
      (Text([0x61, 0xFF]), "policy/token.text in token: Unicode text is expected"),
      (
        Text([UInt8](repeating: 0x74, count: 5000)),
        "policy/line.length in argument: 5089 bytes, at most 4096 are expected"
      ),
    ]
    for (token, words) in known {
      #expect(Self.refusal(writing: token) == words)
    }
  }

  @Test func `is read as a server reads it`() throws {
    let line =
      #"connect{"AUTH_TOKEN":"a","auth_to\u212Aen":"b","auth_token":null,"u\u017fer":"c"}"#
    #expect(try Self.sent(Array(line.utf8)) == ["b", "c", nil])
    let user = #"CONNECT \t{"u\u017fer":"c","Pass":"d"}"#.replacing("\\t", with: "\t")
    #expect(try Self.sent(Array(user.utf8)) == [nil, "c", "d"])
  }

  static let broken: [(String, String)] = [
    ("CONNEC", "structure/verb in verb at byte 0: 'CONNECT' is expected"),
    ("PING", "structure/verb in verb at byte 0: 'CONNECT' is expected"),
    (
      "CONNECT {}\nX",
      "structure/line.trailing in line at byte 11: 1 bytes after the end of the line"
    ),
    ("CONNECT []", "structure/json.syntax in argument at byte 8: an object is expected"),
    (
      #"CONNECT {"auth_token":1}"#,
      "claims/member.type in auth_token: an integer, a string is expected"
    ),
  ]

  @Test(arguments: broken)
  func `is refused with the field and the byte`(text: String, words: String) {
    #expect(Self.refusal(reading: text) == words)
  }

  @Test func `is refused where its object is longer than a server takes`() {
    let text = #"CONNECT {"auth_token":""# + String(repeating: "t", count: 4079) + "\"}"
    #expect(Self.refusal(reading: text) == nil)
    #expect(
      Self.refusal(reading: text + " ")
        == "structure/line.length in argument at byte 8: 4097 bytes, at most 4096 are expected")
  }
}
