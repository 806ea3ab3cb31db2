// SPDX-License-Identifier: MIT

import Bytes
import NATS
import Testing

@testable import Profiles

@Suite struct `The configuration of a nats-server` {
  static func read(
    _ file: String?, _ arguments: [Text] = [], environment: [Text: Text] = [:],
    rules: ConfRules = ConfRules()
  ) -> ServerConfiguration? {
    try? ConfigurationBuilder.build(
      file: file.map { Text($0) }, arguments: arguments, environment: environment, rules: rules)
  }

  /// The token that a value in a file, or in the environment, ends up as.
  static func token(_ value: String, environment: [Text: Text] = [:]) -> Text? {
    read("authorization { token: \(value) }\n", environment: environment)?.gate.token?.text
  }

  @Test(
    arguments: [
      ("mytoken", "mytoken"), ("'a\\b'", "a\\b"),
      ("\"\\x6dy\\ttoken\\n\\\"\\\\\"", "my\ttoken\n\"\\"),
      ("9b727ae05f", "9b727ae05f"), ("12ab34", "12ab34"), ("0x1F", "0x1F"), ("+12", "+12"),
      ("null", "null"), ("a:b", "a:b"), ("a@b", "a@b"), ("a=b", "a=b"), ("a#b", "a#b"),
      ("mytoken # note\n", "mytoken"), ("mytoken;", "mytoken"), ("127.0.0.1", "127.0.0.1"),
      ("8xb", "8xb"), ("3kx", "3kx"), ("my\\x74oken", "mytoken"), ("a\"b", "a\"b"),
      ("(\nabc\n)\n", "\nabc\n"), ("first, token: second", "second"), ("令牌", "令牌"),
      ("$2a$04$N9qo8uLOickgx2ZMRZoMye", "$2a$04$N9qo8uLOickgx2ZMRZoMye"), ("\"$X\"", "$X"),
    ] as [(String, Text)])
  func `has a token by its spelling`(value: String, token: Text) {
    #expect(Self.token(value) == token)
  }

  @Test(arguments: [
    "12345", "007", "-7", "1.5", "3k", "4gb", "true", "yes", "on", "2016-05-04T18:53:41Z",
    "2016-13-04T18:53:41Z", "758e126b25e89e987c0d", "1e5", "[a]", "{a: b}", "$NOPE", "$2b$04$x",
    "\"\\qa\"", "\"a", "'a", ".5", "1.", "a'b", "my token", "-x", "9223372036854775808", "",
    "3kbb", "x }\n,", "include y",
  ])
  func `keeps the server from starting`(value: String) {
    #expect(Self.read("authorization { token: \(value) }\n") == nil)
  }

  @Test(
    arguments: [
      ("mytoken", "mytoken"), ("\"12345\"", "12345"), ("a#b", "a#b"), ("a #b", "a"),
      ("$OTHER", "x"),
      ("a;", "a"),
    ] as [(Text, Text)])
  func `reads a variable as it reads a value`(value: Text, token: Text) {
    let environment: [Text: Text] = ["TOK": value, "OTHER": "x"]
    #expect(Self.token("$TOK", environment: environment) == token)
  }

  @Test(arguments: ["12345", "a b", "{a", "$TOK", "$NOPE", "550e8400-e29b-41d4", "a,b"] as [Text])
  func `does not start with some variables`(value: Text) {
    #expect(Self.token("$TOK", environment: ["TOK": value]) == nil)
  }

  @Test func `cuts a variable at a comma where the rules are old`() {
    let old = ConfRules(losesLastName: true)
    let read = Self.read(
      "authorization { token: $TOK }\n", environment: ["TOK": "a,b"], rules: old)
    #expect(read?.gate.token?.text == "a")
  }

  @Test(arguments: [
    "authorization { user: a, password: b, token: c }", "authorization { token: a, users: [] }",
    "authorization { token: a, tokens: b }", "token: a", "authorization: a",
    "accounts { A { users: [{user: a, password: b}] } }\nauthorization { token: c }",
    "authorization { token: a }\ncluster { authorization { token: b } }",
    "authorization { token: a }\nleafnodes { authorization { token: b } }",
    "authorization { token: a }\nno_auth_user: b", "authorization { token: a",
  ])
  func `has a token alone`(file: String) {
    #expect(Self.read(file) == nil)
  }

  @Test func `is overruled by flags`() {
    let file = "authorization { token: a }"
    #expect(Self.read(file, ["--auth", "b"])?.gate.token?.text == "b")
    #expect(Self.read(file, ["-auth=b"])?.gate.token?.text == "b")
    #expect(Self.read(file, ["--auth", ""])?.gate.token == nil)
    #expect(Self.read(file, ["--user", "u"])?.gate.token?.text == "a")
    #expect(Self.read(nil, ["--auth"]) == nil)
    #expect(Self.read(nil, ["x"]) == nil)
    #expect(Self.read(nil, ["--js"])?.unknown == "--js")
  }

  @Test(
    arguments: [
      ("500ms", 0.5), ("1m30s", 90), ("2h", 7200), ("1.5s", 1.5), ("", nil), ("5", nil), ("s", nil),
      ("1x", nil), ("1..2s", nil),
    ] as [(Text, Double?)])
  func `has times with units`(text: Text, seconds: Double?) {
    #expect(ConfigurationBuilder.seconds(in: text) == seconds)
  }

  @Test func `is patient as it is told`() {
    func patience(_ value: String, old: Bool = false) -> Double? {
      Self.read(
        "authorization { token: a, timeout: \(value) }",
        rules: ConfRules(ignoresTimeoutText: old))?.patience
    }
    #expect(patience("0.5") == 0.5)
    #expect(patience("0") == 2)
    #expect(patience("\"500ms\"") == 0.5)
    #expect(patience("\"500ms\"", old: true) == 1)
    #expect(patience("\"soon\"") == nil)
    #expect(patience("5pib") == -1)
  }

  @Test(arguments: [
    "authorization { token: \"my\\x74oken\" } // x\nX: [1, 2 {a: b}]\nY = $X\n",
    "{\"authorization\": {\"token\": \"mytoken\"}, \"z\": (\nx\n)\n}",
  ])
  func `never traps where it is cut or changed`(file: String) {
    let bytes = Array(file.utf8)
    for length in 0...bytes.count { _ = ConfReader.read(Text(Array(bytes[..<length]))) }
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      _ = ConfReader.read(Text(flipped), environment: ["X": Text(flipped)])
    }
  }

  @Test(arguments: ["[", "{a:", "(", "a: [", "\"", "$A"])
  func `never traps where it is deep`(part: String) {
    let deep = Text("A: " + String(repeating: part, count: 100_000))
    #expect(ConfReader.read(deep, environment: ["A": deep]) == nil)
  }
}
