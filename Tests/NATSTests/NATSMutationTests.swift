// SPDX-License-Identifier: MIT

import Bytes
import NATS
import Seeded
import Testing

@Suite struct `A mutated text` {
  private static let seed = UInt64.random(in: 0...UInt64.max)
  static let addresses = [
    "nats://mytoken@127.0.0.1:4222", "tls://u%3A:p%40@[::1]:4222/", "a%C3%A9@localhost",
    "nats://a,b@h:1,nats://c@g",
  ]
  static let line =
    "CONNECT {\"verbose\":false,\"auth_token\":\"a\\\"b\\u0041\",\"user\":null,\"pass\":\"p\"}\r\n"

  @Test(arguments: addresses)
  func `that was an address is read or refused at each of its prefixes`(text: String) {
    let bytes = Array(text.utf8)
    for length in bytes.indices {
      `The address of a NATS server`.check(Array(bytes[..<length]))
    }
  }

  @Test(arguments: addresses)
  func `that was an address is read or refused with each bit flipped`(text: String) {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        `The address of a NATS server`.check(flipped)
      }
    }
  }

  @Test func `that was a CONNECT line is refused at each prefix without its object`() {
    let bytes = Array(Self.line.utf8)
    let end = bytes.count - 2
    for length in 0..<end {
      #expect(
        (try? ConnectLine(reading: Array(bytes[..<length]).span)) == nil, "\(length) bytes")
    }
    #expect((try? ConnectLine(reading: Array(bytes[..<end]).span)) != nil)
  }

  @Test func `that was a CONNECT line never has the token with a bit of it flipped`() {
    let bytes = Array(Self.line.utf8)
    let known = Self.token(bytes)
    let start = "CONNECT {\"verbose\":false,\"auth_token\":\"".utf8.count
    for index in start..<start + "a\\\"b\\u0041".utf8.count {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        #expect(Self.token(flipped) != known, "bit \(bit) of byte \(index)")
      }
    }
  }

  private static func token(_ line: [UInt8]) -> Text? {
    let read = try? ConnectLine(reading: line.span)
    return read.flatMap { try? $0.credentials().token } ?? nil
  }

  @Test func `never traps`() {
    var random = Seeded(seed: Self.seed)
    for text in Self.addresses + [Self.line] {
      for _ in 0..<4000 {
        let mutated = random.mutation(of: Array(text.utf8), marks: Self.marks)
        `The address of a NATS server`.check(mutated)
        _ = try? NATSURL.list(reading: mutated.span)
        _ = try? ConnectLine(reading: mutated.span)
      }
    }
  }

  private static let marks = Array("@:/%?#,[]{}\"\\ \r\n".utf8)
}
