// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Ports
import Profiles
import Suite
import Testing

@Suite struct `The choices of a port` {
  private static let choice = "nats.address-none"

  private static func examined(
    making flaw: String? = nil, declaring choices: [String] = [],
    answering other: (Int) -> Bool = { _ in false }
  ) throws -> SmallExamination {
    try SmallExamination("nats-connect", making: flaw, declaring: choices, answering: other)
  }

  @Test func `Who declares one is not judged where it leaves a question out`() throws {
    let examined = try Self.examined(making: Self.choice, declaring: [Self.choice])
    let open = examined.judgements.filter { $0.verdict == .notJudged }
    #expect(examined.judgements.allSatisfy { [.agrees, .notJudged].contains($0.verdict) })
    #expect(open.contains { $0.reason?.contains(Self.choice) == true })
    #expect(examined.faults == [])
  }

  @Test func `Who makes one without a word is told so, and the gate stays open`() throws {
    let examined = try Self.examined(making: Self.choice)
    let failed = examined.judgements.filter { ![.agrees, .notJudged].contains($0.verdict) }
    #expect(failed.count > 20)
    for judgement in failed {
      #expect(judgement.verdict == .differs)
      #expect(judgement.behaviours == [Self.choice])
      #expect(judgement.severity == .choice)
    }
    #expect(examined.failures(from: .interop) == [])
    #expect(examined.failures(from: .choice) != [])
  }

  @Test func `Who makes one only now and then has no excuse`() throws {
    let examined = try Self.examined(making: Self.choice) { $0 % 7 == 0 }
    let failed = examined.judgements.filter { ![.agrees, .notJudged].contains($0.verdict) }
    #expect(!failed.isEmpty)
    #expect(failed.allSatisfy { $0.verdict == .unexplained })
  }

  @Test func `Who declares one and does not make it is wrong where it would show`() throws {
    let examined = try Self.examined(declaring: [Self.choice])
    let made = try Self.examined(making: Self.choice)
    let failed = examined.judgements.filter { $0.verdict == .unexplained }
    #expect(
      failed.map(\.id) == made.judgements.filter { $0.verdict == .differs }.map(\.id))
    for judgement in failed {
      #expect(judgement.clauses == ["nats.url.token"] || judgement.behaviours.isEmpty)
      #expect(judgement.mismatch?.expected.contains(Self.choice) == true)
    }
  }

  @Test func `One that shows in no verdict changes none`() throws {
    let examined = try Self.examined(declaring: ["nats.line-go", "zego.order-java"])
    #expect(examined.judgements.allSatisfy { $0.verdict == .agrees })
    #expect(examined.faults == [])
  }

  @Test(arguments: [
    ("nats.no-such-thing", "is no deviation of this suite"),
    ("zego.cuts-at-nul", "is no choice, but of severity security"),
    ("nacos.key-undecoded", "is no choice, but of severity interop"),
    ("nacos.omits-policy-secret-length.secret", "is no choice, but of severity security"),
  ])
  func `What is no choice is a fault of the hello`(_ id: String, _ words: String) throws {
    let examined = try Self.examined(declaring: [id])
    #expect(examined.faults == ["hello.choices: '\(id)' \(words)"])
  }
}
