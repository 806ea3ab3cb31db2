// SPDX-License-Identifier: MIT

import Agora
import Bytes
import Seeded
import Testing

@Suite struct `An AccessToken 007` {
  private static let seed = UInt64.random(in: 0...UInt64.max)

  @Test(arguments: Recorded007.all)
  func `is the one that an assistant made`(known: Recorded007) throws {
    let certificate = try AgoraCertificate(Recorded007.certificate)
    let minted = try known.access.mint(certificate: certificate)
    #expect(Array(minted.utf8) == known.cpp)
    #expect(try Recorded007.open(known.cpp) == known.written)
    let envelope = try Envelope007(reading: known.cpp.span)
    #expect(try envelope.token == known.cpp)
    #expect(try envelope.info == known.written.info.bytes)
  }

  @Test(arguments: Recorded007.all)
  func `holds the same however it was compressed`(known: Recorded007) throws {
    #expect(try Recorded007.open(known.go) == known.written)
    #expect(
      try Envelope007(reading: known.go.span) == Envelope007(reading: known.cpp.span))
    let again = try Access007.reopen(
      known.go.span, certificate: AgoraCertificate(Recorded007.certificate))
    #expect(Array(again.utf8) == known.cpp)
  }

  @Test func `lasts from its issue to its end`() {
    for (now, words) in [
      (Int64(1_111_110), "time/not-yet in issue-ts: the token begins at 1111111, it is 1111110"),
      (1_111_111, "opens"), (1_111_710, "opens"),
      (1_111_711, "time/expired in expire: the token ended at 1111711, it is 1111711"),
    ] {
      #expect(Recorded007.verdict(Recorded007.number.cpp, now: now) == words)
    }
  }

  @Test func `can last beyond what 32 bits count`() throws {
    let info = Recorded007.number.access.info
    let long = Info007(
      appID: info.appID, issueTs: .max, expire: .max, salt: 1, services: info.services)
    #expect(long.end == 8_589_934_590)
    let certificate = try AgoraCertificate(Recorded007.certificate)
    let token = Array(try Access007(long).mint(certificate: certificate).utf8)
    #expect(Recorded007.verdict(token, now: 8_589_934_589) == "opens")
    #expect(Recorded007.verdict(token, now: 8_589_934_590).hasPrefix("time/expired"))
  }

  typealias Wish = Access007.Expectation

  static let wishes: [(Recorded007, Wish, String)] = [
    (.number, Wish(channel: "7d72365eb983485397e3e3f9d460bdda"), "opens"),
    (.number, Wish(user: .uid(2_882_341_273), privileges: [1]), "opens"),
    (.number, Wish(user: .account("2882341273")), "opens"),
    (.zero, Wish(user: .uid(5)), "opens"), (.zero, Wish(user: .account("alice")), "opens"),
    (.account0, Wish(user: .account("0")), "opens"),
    (.account0, Wish(user: .uid(0)), "policy/uid in uid: the token is not good for user ''"),
    (.number, Wish(appID: "0b5e9f1c2d3a4e5f60718293a4b5c6d7"), "policy/app-id in app-id"),
    (
      .number, Wish(service: .rtm),
      "policy/service in service-type: the token is not good for service rtm"
    ),
    (
      .number, Wish(channel: "x"),
      "policy/channel in channel: the token is not good for channel 'x'"
    ),
    (.number, Wish(user: .uid(1)), "policy/uid in uid: the token is not good for user '1'"),
    (
      .number, Wish(privileges: [1, 2]),
      "policy/privilege.missing in privilege: the token is not good for privileges [1, 2]"
    ),
    (.rooms, Wish(channel: "room1", user: .uid(1)), "opens"),
    (.rooms, Wish(channel: "room1", user: .uid(2)), "policy/uid in uid"),
    (.fpa, Wish(user: .uid(1)), "policy/uid in uid"),
    (.reversed, Wish(service: .rtm2, privileges: [1]), "opens"),
  ]

  @Test(arguments: wishes)
  func `is good for what one of its services gives`(
    known: Recorded007, wish: Wish, words: String
  ) {
    let verdict = Recorded007.verdict(known.cpp, expecting: wish)
    #expect(verdict.hasPrefix(words), "\(verdict)")
  }

  @Test func `gives a privilege from its issue on, and for ever where the time is 0`() throws {
    var info = Recorded007.number.access.info
    info.services[0].privileges = [AgoraPrivilege(1, expire: 60), AgoraPrivilege(2, expire: 0)]
    let token = try Forge007.signed(try info.bytes)
    for (privilege, now, words) in [
      (UInt16(1), Int64(1_111_170), "opens"), (2, 1_111_710, "opens"),
      (
        1, 1_111_171,
        "time/privilege.expired in privilege-expire:"
          + " the token is not good for privileges [1] at 1111171"
      ),
    ] {
      #expect(
        Recorded007.verdict(token, now: now, expecting: Wish(privileges: [privilege])) == words)
    }
  }

  // MARK: - Broken tokens

  @Test(arguments: Recorded007.all)
  func `is refused where anything is missing at its end`(known: Recorded007) throws {
    for count in known.cpp.indices {
      #expect(Recorded007.verdict(Array(known.cpp[..<count])) != "opens", "\(count) symbols")
    }
    let stream = try Forge007.stream(of: known.cpp)
    for count in stream.indices {
      let token = Forge007.token(of: Array(stream[..<count]))
      #expect(Recorded007.verdict(token) != "opens", "\(count) compressed bytes")
    }
    let info = try known.written.info.bytes
    for count in info.indices {
      let verdict = Recorded007.verdict(try Forge007.signed(Array(info[..<count])))
      #expect(verdict.hasPrefix("structure/"), "\(count) bytes: \(verdict)")
    }
  }

  /// A signature covers what was compressed, and the compressed bits can differ.
  @Test(arguments: Recorded007.some)
  func `is refused or unchanged where any bit is flipped`(known: Recorded007) throws {
    for flipped in Mutation.flips(of: known.cpp) { try check(flipped, known) }
    for flipped in Mutation.flips(of: try Forge007.stream(of: known.cpp)) {
      try check(Forge007.token(of: flipped), known)
    }
    for flipped in Mutation.flips(of: try Envelope007.content(of: known.cpp.span)) {
      #expect(Recorded007.verdict(try Forge007.compressed(flipped)) != "opens")
    }
  }

  private func check(_ token: [UInt8], _ known: Recorded007) throws {
    guard let opened = try? Recorded007.open(token) else { return }
    #expect(opened == known.written)
  }

  @Test(arguments: Recorded007.some)
  func `survives no mutation of its content, and none traps`(known: Recorded007) throws {
    var random = Seeded(seed: Self.seed)
    let content = try Envelope007.content(of: known.cpp.span)
    for _ in 0..<500 {
      try check(random.mutation(of: known.cpp), known)
      let mutated = random.mutation(of: content)
      guard mutated != content else { continue }
      #expect(
        Recorded007.verdict(try Forge007.compressed(mutated)) != "opens", "seed \(Self.seed)")
    }
  }

  @Test(arguments: Recorded007.some)
  func `comes back from whatever is signed and opens`(known: Recorded007) throws {
    var random = Seeded(seed: Self.seed)
    let info = try known.written.info.bytes
    for _ in 0..<500 {
      let mutated = random.mutation(of: info)
      guard let opened = try? Recorded007.open(try Forge007.signed(mutated)) else { continue }
      #expect(try opened.info.bytes == mutated, "seed \(Self.seed)")
    }
  }
}
