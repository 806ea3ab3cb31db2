// SPDX-License-Identifier: MIT

import Bytes
import JSON
import NATS
import Seeded
import Suite
import Testing

@testable import Profiles

@Suite struct `The vectors of NATS` {
  static let models: [any VectorModel] = [CarryVectors(), AdmissionVectors()]
  static let formats = models.map(\.format)

  private static func model(_ format: String) throws -> any VectorModel {
    try #require(models.first { $0.format == format })
  }

  private static func vectors(_ format: String) throws -> [Vector] {
    try model(format).files().flatMap(\.vectors)
  }

  /// A check that a server is free to leave out shows in another answer that is allowed.
  @Test func `fail a server that leaves out a check, or show it where it is free to`() throws {
    let format = "nats-admission"
    let clauses = try ClauseSet(format: format, vectors: Recordings.vectors)
    let copies = Prover(
      try Self.model(format), vectors: try Self.vectors(format), clauses: clauses
    ).prove().copies
    for (check, omission) in AdmissionDeviations.checks {
      let copy = try #require(copies.first { $0.info.id == omission }, "\(check.words)")
      let isFree = copy.info.severity == .choice
      #expect(copy.killers.isEmpty == isFree, "\(omission)")
      #expect(!isFree || !copy.witnesses.isEmpty, "\(omission)")
    }
  }

  /// The later check may be the first of another line.
  @Test func `of a server are refused by a later check, or not at all, without their own`() throws {
    let model = AdmissionVectors()
    let order = AdmissionDeviations.checks.map(\.check)
    for vector in try Self.vectors("nats-admission") {
      guard let check = vector.expectation.check, check != NATSCheck.configuration.check else {
        continue
      }
      let place = try #require(order.firstIndex(of: check), "\(vector.id)")
      let copy = BrokenCopy.making(AdmissionDeviations.checks[place].omission)
      guard case .refused(let other?) = model.answer(to: vector.question, as: copy) else {
        continue
      }
      let next = try #require(order.firstIndex(of: other), "\(vector.id): \(other.words)")
      let isOfNextLine = other != check && ["verb", "second"].contains(other.reason)
      #expect(next > place || isOfNextLine, "\(vector.id)")
    }
  }

  /// What the judge says of the same question, were its answer recorded.
  @Test(arguments: formats)
  func `allow what the judge allows`(format: String) throws {
    let judge = try #require(Formats.judge(for: format))
    let seat = judge.seat(for: .init(name: "a port", language: "perl", variant: ""))
    for vector in try Self.vectors(format) where vector.question.op != VectorQuestion.open {
      let answer: Answer =
        switch vector.expectation.verdict {
        case .accept(let more): Answer(.ok, more: more)
        case .reject: Answer(.refused, more: ["lines": .array([]), "closed": .bool(true)])
        }
      let row = Row(
        id: vector.id, title: "", group: nil, question: vector.question.recorded, answer: answer)
      let judgement = seat.judge(row)
      #expect(judgement.verdict == .agrees, "\(vector.id)")
      let mayAccept = vector.expectation.alsoAllowed.contains(Expectation.accept)
      #expect(!vector.expectation.isAccept || judgement.inContract, "\(vector.id)")
      #expect(!mayAccept || !judgement.inContract, "\(vector.id)")
    }
  }

  /// The reference's own client escapes more characters than the judge's.
  @Test func `have lines that say what those of the tool say`() throws {
    let (model, tool) = (CarryVectors(), NATSTool())
    let drawn = DrawnValues(given: [:], now: 0, random: [])
    for vector in try Self.vectors("nats-connect") where vector.question.op == CarryVectors.carry {
      let input = vector.question.input
      let line = try? tool.mint("nats-connect", input: input, secret: "", drawn: drawn)
      switch vector.expectation.verdict {
      case .accept(let answer):
        let line = JSONValue.string(try #require(line, "\(vector.id)"))
        let content = model.content(of: ["line": line], to: vector.question)
        #expect(content == answer["content"]?.object, "\(vector.id)")
      case .reject:
        let mayAccept = vector.expectation.alsoAllowed.contains(Expectation.accept)
        #expect(mayAccept || line == nil, "\(vector.id)")
      }
    }
  }

  // MARK: - Mutations

  private static let marks = Array("@:/%?#,[]{}\"\\ \r\nCONECTaurh_tk1".utf8)

  /// Each question to a server with its bytes mutated.
  @Test func `have every check of a server in their list, and no server traps without one`() throws
  {
    let model = AdmissionVectors()
    let known = Set(AdmissionDeviations.checks.map(\.check) + [NATSCheck.configuration.check])
    let copies = [nil] + AdmissionDeviations.checks.map { BrokenCopy.making($0.omission) }
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    for vector in try Self.vectors("nats-admission") {
      var question = vector.question
      let digits = try #require(question.input["connectHex"]?.text)
      let line = try Hex.decode(digits.bytes.span)
      for _ in 0..<10 {
        let mutated = random.mutation(of: Array(line.prefix(300)), marks: Self.marks)
        question.input["connectHex"] = .string(Hex.encode(mutated))
        for copy in copies {
          guard case .refused(let check) = model.answer(to: question, as: copy) else { continue }
          #expect(known.contains(try #require(check)), "\(check?.words ?? "")")
        }
      }
    }
  }
}
