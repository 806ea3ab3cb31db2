// SPDX-License-Identifier: MIT

import Bytes
import NATS
import Testing

@Suite struct `The address of a NATS server` {
  static func read(_ text: String) throws(Refusal) -> NATSURL {
    try NATSURL(reading: Array(text.utf8).span)
  }

  private static func refusal(_ text: String) -> Refusal? {
    do throws(Refusal) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  static let tokens: [(String, Text)] = [
    ("nats://mytoken@127.0.0.1:4222", "mytoken"), ("mytoken@localhost", "mytoken"),
    ("nats://my%20token@h", "my token"), ("nats://a%40b@h", "a@b"), ("nats://a%3Ab@h", "a:b"),
    ("nats://a%2fb@h", "a/b"), ("nats://100%25@h", "100%"), ("nats://a%2540b@h", "a%40b"),
    ("nats://caf%C3%A9@h", "café"), ("nats://a+b@h", "a+b"), ("nats://a,b@h", "a,b"),
    ("nats://$2a$11$x@h", "$2a$11$x"), ("TLS://dG9rZW4=@h:1/", "dG9rZW4="),
  ]

  @Test(arguments: tokens)
  func `has a token in front of the host, with its escapes resolved once`(
    text: String, token: Text
  ) throws {
    #expect(try Self.read(text).credentials == .token(token))
  }

  @Test func `has a user and a password where there is a colon, empty ones too`() throws {
    let pairs: [(String, Text, Text)] = [
      ("u:p", "u", "p"), ("u:", "u", ""), (":p", "", "p"), ("a:b:c", "a", "b:c"),
      ("u%3A:p%40", "u:", "p@"),
    ]
    for (part, user, password) in pairs {
      let url = try Self.read("nats://\(part)@127.0.0.1")
      #expect(url.credentials == .user(user, password: password), "\(part)")
    }
  }

  @Test func `needs neither a scheme nor a port`() throws {
    let url = try Self.read("127.0.0.1")
    #expect(url.scheme == "nats")
    #expect(url.credentials == nil)
    #expect(url.port == 4222)
  }

  @Test func `can be one of IPv6`() throws {
    let url = try Self.read("nats://t@[::1]:4223")
    #expect(url.host == "::1")
    #expect(url.port == 4223)
    #expect(url.fields.map(\.name) == ["scheme", "user part", "host", "port"])
  }

  static let broken: [(String, String)] = [
    (
      "http://h",
      "structure/url.scheme in scheme at byte 0: one of nats, tls, ws, wss is expected"
    ),
    (
      "nats://a b@h",
      "structure/url.character in user part at byte 8: the character is written with '%' and two"
        + " digits"
    ),
    (
      "nats://é@h",
      "structure/url.character in user part at byte 7: the character is written with '%' and two"
        + " digits"
    ),
    ("nats://a@b@h", "structure/url.character in user part at byte 8: '@' is written as '%40'"),
    (
      "nats://100%@h",
      "structure/url.escape in user part at byte 10: '%' and two hexadecimal digits are expected"
    ),
    (
      "nats://a%zzb@h",
      "structure/url.escape in user part at byte 8: '%' and two hexadecimal digits are expected"
    ),
    ("nats://caf%E9@h", "structure/url.escape in user part at byte 7: the escapes are no UTF-8"),
    (
      "nats://a%00b@h",
      "policy/token.text in token at byte 1: a token has no character U+0000"
    ),
    (
      "nats://@h",
      "structure/url.user in user part at byte 7: a token, or a user and a password, is expected"
    ),
    ("nats://", "structure/url.host in host at byte 7: a name or an address is expected"),
    ("nats://t@[::1", "structure/url.host in host at byte 9: ']' is expected"),
    ("nats://a/b@h", "structure/url.path in path at byte 8: the address ends after the port"),
    ("nats://t@a!b", "structure/url.host in host at byte 10: the character belongs to no host"),
    (
      "nats://h:65536",
      "structure/url.port in port at byte 8: ':' and a number up to 65535 are expected"
    ),
    (
      "nats://h:", "structure/url.port in port at byte 8: ':' and a number up to 65535 are expected"
    ),
    ("nats://h:1/x", "structure/url.path in path at byte 10: the address ends after the port"),
  ]

  @Test(arguments: broken)
  func `is refused with the part and the byte`(text: String, words: String) throws {
    #expect(try #require(Self.refusal(text)).description == words)
  }

  @Test func `stands in a list, where a comma inside a user part separates nothing`() throws {
    let text = Array("nats://a,b@h:1,nats://c@g,k:2".utf8)
    let urls = try NATSURL.list(reading: text.span)
    #expect(urls.map(\.host) == ["h", "g", "k"])
    #expect(urls.map(\.credentials) == [.token("a,b"), .token("c"), nil])
  }

  @Test func `is refused in a list with its place there`() {
    do throws(Refusal) {
      _ = try NATSURL.list(reading: Array("nats://h,nats://a@b@h".utf8).span)
      Issue.record("the list was read")
    } catch {
      #expect(error.offset == 17)
    }
  }

  /// Whatever is read is one of the documented forms, and its parts are all of it.
  static func check(_ bytes: [UInt8]) {
    guard let url = try? NATSURL(reading: bytes.span) else { return }
    #expect(NATSURL.schemes.contains(url.scheme))
    #expect(!url.host.isEmpty)
    #expect(url.fields.reduce(0) { $0 + $1.range.count } == bytes.count)
  }
}
