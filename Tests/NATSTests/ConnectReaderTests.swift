// SPDX-License-Identifier: MIT

import Bytes
import NATS
import Seeded
import Testing

@Suite struct `The object of a CONNECT` {
  static let line =
    #"{"verbose":false,"pedantic":false,"auth_token":"my\u0074öken","protocol":1,"headers":true}"#
  static let server = AdmissionRules.natsServer.connect

  static func read(
    _ line: [UInt8], _ rules: ConnectRules = ConnectRules()
  ) throws(Refusal) -> ConnectRequest {
    var reader = ConnectReader(rules)
    var options = ConnectRequest()
    try reader.read(line.span, into: &options)
    return options
  }

  static func reason(_ line: String, _ rules: ConnectRules = ConnectRules()) -> String? {
    do {
      _ = try read(Array(line.utf8), rules)
      return nil
    } catch {
      return error.reason
    }
  }

  static func token(_ line: String, _ rules: ConnectRules = server) -> Text? {
    try? read(Array(line.utf8), rules).token
  }

  @Test func `is read into what admission depends on`() throws {
    let options = try Self.read(Array(Self.line.utf8))
    #expect(options.token == "mytöken")
    #expect(!options.verbose)
    #expect(options.protocolVersion == 1)
    #expect(options.headers)
    #expect(!options.hasOtherCredentials)
  }

  @Test(arguments: [
    (#"{"auth_token":1}"#, "member.type"), (#"{"auth_token":null}"#, "member.type"),
    (#"{"protocol":1.0}"#, "member.type"), (#"{"verbose":"true"}"#, "member.type"),
    (#"{"protocol":99999999999999999999}"#, "member.type"), ("[]", "member.type"),
    ("null", "member.type"), (#"{"AUTH_TOKEN":"x"}"#, "member.unknown"),
    (#"{"account":"x"}"#, "member.unknown"), (#"{"user":"x","user":"y"}"#, "member.duplicate"),
    (#"{"name":"\ud800"}"#, "text"), (#"{"a":}"#, "json.syntax"), ("", "json.syntax"),
    ("{}{}", "json.syntax"),
  ])
  func `is refused by the reference`(line: String, reason: String) {
    #expect(Self.reason(line) == reason)
  }

  @Test(arguments: [
    (#"{"AUTH_TOKEN":"x"}"#, "x"), ("{\"auth_to\u{212A}en\":\"x\"}", "x"),
    (#"{"auth_to\u212Aen":"x"}"#, "x"), (#"{"auth_token":"x","Auth_Token":"y"}"#, "y"),
    (#"{"auth_token":"x","auth_token":null}"#, "x"), (#"{"auth_token":"\ud800x"}"#, "\u{FFFD}x"),
    (#"{"auth_token":"\ud83d\udd11"}"#, "🔑"),
    (#"{"auth_token":"\udd11\ud83d"}"#, "\u{FFFD}\u{FFFD}"),
    (#"{"auth_token":"x","zzz":{"auth_token":"y"}}"#, "x"),
    (#"{"auth_token":"\/\b\f\n\r\t\"\\"}"#, "/\u{8}\u{C}\n\r\t\"\\"),
  ])
  func `is read as Go reads it by the server's rules`(line: String, token: Text) {
    #expect(Self.token(line) == token)
  }

  @Test func `has U+FFFD for each byte that is no UTF-8`() throws {
    let surrogate: [UInt8] = [0xED, 0xA0, 0xBD]
    let line = Array(#"{"auth_token":""#.utf8) + [0xFF] + surrogate + Array(#""}"#.utf8)
    #expect(try Self.read(line, Self.server).token == Text(String(repeating: "\u{FFFD}", count: 4)))
  }

  @Test(arguments: [
    (#"{"import":null,"export":{"allow":["a",null],"DENY":null,"x":1}}"#, true),
    (#"{"import":[]}"#, false), (#"{"export":{"allow":[1]}}"#, false),
    (#"{"import":{"deny":"a"}}"#, false),
  ])
  func `has permissions with a type of their own`(line: String, isFine: Bool) {
    #expect((Self.reason(line, Self.server) == nil) == isFine)
  }

  @Test func `may be as deep as a line allows by the server's rules`() {
    for (depth, isFine) in [(500, true), (2047, true), (2048, false), (100_000, false)] {
      let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect((Self.reason("{\"x\":\(nested)}", Self.server) == nil) == isFine, "\(depth)")
    }
  }

  @Test func `is refused where it is cut`() {
    let line = Array(Self.line.utf8)
    for length in line.indices {
      #expect(throws: Refusal.self) { try Self.read(Array(line[..<length]), Self.server) }
    }
  }

  @Test func `never traps where bits are flipped`() {
    let line = Array(Self.line.utf8)
    for bit in 0..<line.count * 8 {
      var flipped = line
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      for rules in [ConnectRules(), Self.server] { _ = try? Self.read(flipped, rules) }
    }
  }

  @Test func `never traps where it is mutated`() {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    let alphabet = Array("{}[]\":,\\u0d8ftruenl-1.e \n".utf8) + [0xFF, 0xC3, 0xED]
    for _ in 0..<20_000 {
      var line = Array(Self.line.utf8)
      for _ in 0...Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0..<line.count, using: &random)
        line[place] = alphabet.randomElement(using: &random) ?? 0
      }
      line.removeLast(Int.random(in: 0...3, using: &random))
      for rules in [ConnectRules(), Self.server] { _ = try? Self.read(line, rules) }
    }
  }
}
