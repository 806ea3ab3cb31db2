// SPDX-License-Identifier: MIT

import Bytes
import Nacos
import Seeded
import Testing

@Suite struct `An HTTP request` {
  private static let get = wire(
    "GET /nacos/v1/cs/configs?dataId=d&accessToken=T HTTP/1.1", "Host: a", "Authorization: Bearer T"
  )
  private static let post = wire(
    "POST /nacos/v1/auth/login?username=nacos HTTP/1.1", "Host: a",
    "Content-Type: application/x-www-form-urlencoded", "Content-Length: 24",
    body: "password=p%40ss+w%2Ford1")
  private static let chunked = wire(
    "POST / HTTP/1.1", "Host: a", "Content-Type: application/x-www-form-urlencoded",
    "Transfer-Encoding: chunked", body: "3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n")
  private static let samples = [get, post, chunked]

  private static func wire(_ lines: String..., body: String = "") -> [UInt8] {
    Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
  }

  private static func read(_ bytes: [UInt8]) throws -> HTTPRequest {
    try HTTPRequest(reading: bytes.span)
  }

  private static func read(target: String) throws -> HTTPRequest {
    try read(wire("GET \(target) HTTP/1.1", "Host: a"))
  }

  private static func read(field: String) throws -> HTTPRequest {
    try read(wire("GET / HTTP/1.1", "Host: a", field))
  }

  private static func reason(_ bytes: [UInt8]) -> String? {
    do throws(Refusal) {
      _ = try HTTPRequest(reading: bytes.span)
      return nil
    } catch {
      return error.reason
    }
  }

  // MARK: - What is read

  @Test func `has a method, a path, fields and parameters`() throws {
    let request = try Self.read(Self.get)
    #expect(request.method == "GET")
    #expect(request.path == "/nacos/v1/cs/configs")
    #expect(request[field: "AUTHORIZATION"] == "Bearer T")
    #expect(request[parameter: "accessToken"] == "T")
    #expect(request[parameter: "accesstoken"] == nil)
    #expect(request.trailing == 0)
  }

  @Test func `has the parameters of a posted form after those of the query`() throws {
    let request = try Self.read(Self.post)
    #expect(request.parameters.map(\.name) == ["username", "password"])
    #expect(request[parameter: "password"] == "p@ss w/ord1")
    #expect(try Self.read(Self.chunked).parameters.map(\.value) == ["1", "2"])
  }

  @Test(arguments: ["PUT", "DELETE", "GET", "post"])
  func `has no form where it is not posted`(method: String) throws {
    let request = try Self.read(
      Array(method.utf8) + Self.post.dropFirst("POST".utf8.count))
    #expect(request.form.isEmpty)
  }

  @Test(arguments: [
    ("a=1&a=2", ["1", "2"]), ("a", [""]), ("a=", [""]), ("=1", []), ("&&a=1&", ["1"]),
    ("a=1=2", ["1=2"]), ("a=x+y%20z", ["x y z"]), ("a=%zz&b=1", ["1"]), ("a=%4", []),
    ("%zz=1", []), ("a=%e4%b8%ad", ["中"]), ("a=%ff", ["\u{FFFD}"]), ("a=1;b=2", ["1;b=2"]),
    ("a=g?b=1", ["g?b=1"]), ("a=%00", ["\0"]), ("", []),
  ])
  func `has the parameters that a servlet finds`(query: String, values: [String]) throws {
    let request = try Self.read(target: "/?\(query)")
    #expect(request.parameters.map(\.value.display) == values)
  }

  @Test(arguments: [
    ("/a/./b//c", "/a/b/c"), ("/a/../b", "/b"), ("/a/%2e%2e/b", "/b"), ("/a;x=1/b;y", "/a/b"),
    ("/a/", "/a/"), ("/%61", "/a"), ("http://a/b", "/b"), ("http://a", "/"), ("/.", "/"),
    ("/a/..", "/"), ("/;x", "/"),
  ])
  func `has a path without its detours`(target: String, path: String) throws {
    #expect(try Self.read(target: target).path.display == path)
  }

  @Test(arguments: [
    ("X:1", "1"), ("X: \t1\t ", "1"), ("X:", ""), ("X: a  b", "a  b"), ("X: 1\r\n\t2", "1 2"),
    ("X: 1\r\nx: 2", "1"),
  ])
  func `has the value of a field without the blanks around it`(field: String, value: String) throws
  {
    #expect(try Self.read(field: field)[field: "x"]?.display == value)
  }

  @Test func `has the characters of Latin-1 in its fields`() throws {
    let bytes = Self.wire("GET / HTTP/1.1", "Host: a", "X: ").dropLast(4) + [0xE4, 13, 10, 13, 10]
    #expect(try Self.read(Array(bytes))[field: "X"] == "ä")
  }

  @Test func `may end its lines with a line feed, and follow empty lines`() throws {
    let plain = Self.get.filter { $0 != 13 }
    #expect(try Self.read(plain) == Self.read(Self.get))
    #expect(try Self.read([13, 10] + Self.get) == Self.read(Self.get))
  }

  @Test func `leaves what comes after it`() throws {
    #expect(try Self.read(Self.get + [65, 66]).trailing == 2)
  }

  // MARK: - What is refused

  @Test(arguments: [
    ("GET /", "line"), ("GET / HTTP/1.1 ", "line"), (" GET / HTTP/1.1", "line"),
    ("GET / http/1.1", "line"), ("GET / HTTP/2.0", "version"), ("G@T / HTTP/1.1", "line"),
    ("GET * HTTP/1.1", "target"), ("GET a HTTP/1.1", "target"), ("GET /a#b HTTP/1.1", "target"),
    ("GET /<a> HTTP/1.1", "target"), ("GET /?a[]=1 HTTP/1.1", "target"),
    ("GET /ä HTTP/1.1", "target"), ("GET /%zz HTTP/1.1", "target"),
    ("GET /a%2Fb HTTP/1.1", "target"), ("GET /a%5cb HTTP/1.1", "target"),
    ("GET /%00 HTTP/1.1", "target"), ("GET /../a HTTP/1.1", "target"),
  ])
  func `is refused by its first line`(line: String, reason: String) {
    #expect(Self.reason(Self.wire(line, "Host: a")) == reason)
  }

  @Test(arguments: ["X", ": 1", "X : 1", "X@Y: 1", "X: a\0b", "X: \u{7F}", "X: a\rb"])
  func `is refused by a bad field`(field: String) {
    #expect(Self.reason(Self.wire("GET / HTTP/1.1", "Host: a", field)) == "field")
  }

  @Test func `names its host once`() {
    #expect(Self.reason(Self.wire("GET / HTTP/1.1")) == "host")
    #expect(Self.reason(Self.wire("GET / HTTP/1.0")) == nil)
    #expect(Self.reason(Self.wire("GET / HTTP/1.1", "Host: a", "host: a")) == "host")
    #expect(Self.reason(Self.wire("GET / HTTP/1.1", "Host: a b")) == "host")
  }

  @Test(arguments: ["x", "-3", "+3", "", "3\r\nContent-Length: 3", "99999999999999999999"])
  func `is refused by a bad length`(length: String) {
    let bytes = Self.wire("POST / HTTP/1.1", "Host: a", "Content-Length: \(length)", body: "a=1")
    #expect(Self.reason(bytes) == "body.length")
  }

  @Test(arguments: ["gzip", "chunked, gzip"])
  func `is refused by another coding`(coding: String) {
    let bytes = Self.wire("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: \(coding)")
    #expect(Self.reason(bytes) == "coding")
  }

  @Test(arguments: ["x\r\n", "-1\r\n", "3\r\na=12\r\n0\r\n\r\n"])
  func `is refused by a bad chunk`(chunks: String) {
    let bytes = Self.wire(
      "POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", body: chunks)
    #expect(Self.reason(bytes) == "coding")
  }

  @Test func `is refused with a long head`() {
    let value = String(repeating: "a", count: 8192)
    #expect(Self.reason(Self.wire("GET / HTTP/1.1", "Host: a", "X: \(value)")) == "head.length")
  }

  // MARK: - Damage

  @Test(arguments: samples)
  func `is refused where its end is missing`(sample: [UInt8]) {
    for length in sample.indices {
      #expect(Self.reason(Array(sample.prefix(length))) == "truncated", "\(length) bytes")
    }
  }

  @Test(arguments: samples)
  func `is read or refused with any bit flipped`(sample: [UInt8]) {
    for index in sample.indices {
      for bit in 0..<8 {
        var bytes = sample
        bytes[index] ^= 1 << bit
        _ = try? Self.read(bytes).parameters
      }
    }
  }

  @Test func `is read or refused after any mutation`() {
    var random = Seeded(seed: 20_261_121)
    for _ in 0..<3000 {
      var bytes = Self.samples[Int.random(in: 0..<Self.samples.count, using: &random)]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes.replaceSubrange(
          index...index, with: random.bytes(Int.random(in: 0...3, using: &random)))
        if bytes.isEmpty { bytes = [10] }
      }
      guard let request = try? Self.read(bytes) else { continue }
      _ = NacosCredentials(of: request)
    }
  }
}
