// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Seeded
import Testing

@Suite struct `An AccessToken 006` {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  @Test(arguments: Recorded006.all)
  func `is the one that an assistant made`(known: Recorded006) throws {
    #expect(try Array(known.mint().utf8) == known.token)
    #expect(try known.open() == known.access)
    #expect(try Access006(reading: known.token.span) == known.access)
    #expect(try Envelope006(reading: known.token.span).token == known.token)
  }

  @Test func `is written in ascending order, whatever the order of the question`() throws {
    var known = Recorded006.publisher
    known.access.privileges.reverse()
    #expect(try Array(known.mint().utf8) == known.token)
  }

  @Test(arguments: Recorded006.all)
  func `is rebuilt byte for byte after it was loaded`(known: Recorded006) throws {
    let again = try Access006.reopen(
      known.token.span, certificate: AgoraCertificate(known.certificate), channel: known.channel,
      user: known.user)
    #expect(Array(again.utf8) == known.token)
  }

  @Test func `for the uid 0 opens for everybody`() throws {
    for user in [AgoraUser.uid(0), .uid(12345), .account(""), .account("alice")] {
      #expect(Recorded006.zero.verdict(user: user) == "opens")
    }
    #expect(try Envelope006(reading: Recorded006.zero.token.span).isForEveryUser)
    #expect(Recorded006.account0.verdict(user: .uid(0)) != "opens")
  }

  @Test func `ends at its own time, however long its privileges last`() {
    let known = Recorded006.number
    #expect(known.verdict(now: 1_111_110) == "opens")
    #expect(
      known.verdict(now: 1_111_111)
        == "time/expired in ts: the token ended at 1111111, it is 1111111")
  }

  @Test func `gives a privilege until its end, and for ever where that is 0`() throws {
    var known = Recorded006.publisher
    known.access.ts = .max
    let token = Array(try known.mint().utf8)
    for (privilege, now, expected) in [
      (UInt16(1), Int64(1_563_500_116), "opens"), (2, 4_294_967_294, "opens"),
      (
        1, 1_563_500_117,
        "time/privilege.expired in privilege-expire: privilege 1 ended at 1563500117, it is 1563500117"
      ),
      (
        7, 0, "policy/privilege.missing in privilege: the token does not give privilege 7"
      ),
    ] {
      let wishes = Access006.Expectation(privileges: [privilege])
      #expect(known.verdict(token, now: now, expecting: wishes) == expected)
    }
  }

  // MARK: - Broken tokens

  @Test(arguments: Recorded006.all)
  func `is refused where anything is missing at its end`(known: Recorded006) throws {
    for count in known.token.indices {
      #expect(known.verdict(Array(known.token[..<count])) != "opens", "\(count) symbols")
    }
    let bytes = try known.bytes
    for count in bytes.indices {
      #expect(known.verdict(known.token(of: Array(bytes[..<count]))) != "opens", "\(count) bytes")
    }
    #expect(known.verdict(known.token(of: bytes + [0, 0, 0])).hasPrefix("structure/trailing"))
  }

  @Test(arguments: Recorded006.all)
  func `is refused where any bit is flipped`(known: Recorded006) throws {
    for flipped in Mutation.flips(of: known.token) { #expect(known.verdict(flipped) != "opens") }
    for flipped in try Mutation.flips(of: known.bytes) {
      #expect(known.verdict(known.token(of: flipped)) != "opens")
    }
  }

  @Test(arguments: Recorded006.all)
  func `survives no mutation, and none traps`(known: Recorded006) throws {
    var random = Seeded(seed: Self.seed)
    let bytes = try known.bytes
    for _ in 0..<3000 {
      let token =
        Bool.random(using: &random)
        ? random.mutation(of: known.token) : known.token(of: random.mutation(of: bytes))
      guard token != known.token else { continue }
      #expect(known.verdict(token) != "opens", "seed \(Self.seed)")
      guard let read = try? Access006(reading: token.span) else { continue }
      _ = try? Access006.reopen(
        token.span, certificate: AgoraCertificate(known.certificate), channel: known.channel,
        user: known.user)
      #expect(read.privileges.count < 10_921)
    }
  }
}
