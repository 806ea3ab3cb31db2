// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Nacos
import Seeded
import Suite
import Testing

@testable import Profiles

@Suite struct `The vectors of Nacos` {
  private static let tokens = NacosTokenVectors()
  private static let requests = NacosHTTPVectors()
  static let models: [any VectorModel] = [tokens, requests]
  static let checks = tokens.checks.map(\.check)

  private static let made = models.map { model in
    Result { try model.files().flatMap(\.vectors) }
  }

  private static func vectors(_ model: any VectorModel) throws -> [Vector] {
    let place = models.firstIndex { $0.format == model.format }
    return try made[try #require(place)].get()
  }

  private static func proof(
    _ model: any VectorModel, standIn: BrokenCopy? = nil
  ) throws -> Proof {
    let clauses = try ClauseSet(
      format: model.format, vectors: `The table of deviations`.vectors)
    return Prover(
      model, vectors: try vectors(model), clauses: clauses, standIn: standIn
    ).prove()
  }

  @Test(arguments: models.indices)
  func `are proved`(place: Int) throws {
    #expect(try Self.proof(Self.models[place]).faults.map(\.description) == [])
  }

  @Test func `are enough`() throws {
    let counts = try Self.models.map { model in
      let vectors = try Self.vectors(model)
      return (accepted: vectors.filter(\.expectation.isAccept).count, all: vectors.count)
    }
    #expect(counts[0].accepted >= 60 && counts[0].all - counts[0].accepted >= 120)
    #expect(counts[1].all >= 60)
  }

  @Test(arguments: checks)
  func `are not proved of a reader that lacks one check`(check: Check) throws {
    let faults = try Self.proof(Self.tokens, standIn: .without(check)).faults
    #expect(faults.contains { $0.words.hasPrefix("the reference fails it") })
  }

  /// The reference of the judge and that of the library are two pieces of code.
  @Test(arguments: models.indices)
  func `are answered by the judge's reference as by the library`(place: Int) throws {
    let model = Self.models[place]
    for vector in try Self.vectors(model) {
      let library = model.answer(to: vector.question, as: nil)
      let judge = model.answer(to: vector.question, as: .making("nobody makes this"))
      switch (library, judge) {
      case (.accepted(let left), .accepted(let right)):
        #expect(right.members.allSatisfy { left[$0.name.display] == $0.value }, "\(vector.id)")
      case (.refused, .refused): break
      default: Issue.record("\(vector.id): \(library) by the library, \(judge) by the judge")
      }
    }
  }

  @Test func `that are refused for their content are signed`() throws {
    let inside: Set<Stage> = [.claims, .time]
    for vector in try Self.vectors(Self.tokens) where vector.question.op == VectorQuestion.open {
      guard let check = vector.expectation.check, inside.contains(check.stage) else { continue }
      let token = try #require(vector.question.input["token"]?.text)
      let secret = try #require(vector.question.input["secret_key"]?.text)
      let opened = Result {
        try AccessToken(
          opening: token.bytes.span, key: NacosKey(configured: secret),
          checks: Checks(without: check))
      }
      if case .failure(let refusal as Refusal) = opened {
        #expect(inside.contains(refusal.stage), "\(vector.id)")
      }
    }
  }

  // MARK: - Any input

  /// Signed payloads and whole tokens, changed at random.
  private static func mutations(_ random: inout Seeded) throws -> [[UInt8]] {
    let vectors = try vectors(tokens).filter { $0.question.op == VectorQuestion.open }
    return try (0..<400).flatMap { _ in
      let vector = try #require(vectors.randomElement(using: &random))
      let token = vector.question.input["token"]?.text?.bytes ?? []
      var draft = NacosDraft()
      draft.payload = random.mutation(of: draft.payload, marks: Array("{}[]\":,.-0e\\u".utf8))
      var other = NacosDraft()
      other.header = random.mutation(of: other.header)
      return [random.mutation(of: token), draft.token, other.token]
    }
  }

  @Test func `name every check that any token can fail`() throws {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    let known = Set(Self.checks)
    let key = try NacosKey(NacosSamples.key)
    for token in try Self.mutations(&random) {
      for missing in Self.checks.map(Optional.some) + [nil] {
        do throws(Refusal) {
          _ = try AccessToken(
            opening: token.span, key: key, now: NacosSamples.now, checks: Checks(without: missing))
        } catch {
          #expect(known.contains(error.check) && error.check != missing)
        }
      }
    }
  }

  @Test func `do not trap a server that makes any mistake`() throws {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    let vectors = try Self.vectors(Self.requests)
    for _ in 0..<60 {
      var question = try #require(vectors.randomElement(using: &random)).question
      let request = question.input["raw_request"]?.text?.bytes ?? []
      question.input["raw_request"] = .string(Text(random.mutation(of: request)))
      for mistake in Self.requests.mistakes {
        let answer = Self.requests.answer(to: question, as: .making(mistake.id))
        if case .accepted(let told) = answer {
          _ = Self.requests.content(of: told, to: question)
          _ = Self.requests.isFaithful(told, to: question)
        }
      }
    }
  }

  @Test(arguments: models.indices)
  func `that are drawn are answered as they expect`(place: Int) throws {
    let model = Self.models[place]
    var stream = try model.cases(seed: 3)
    var lines: [UInt8] = []
    for _ in 0..<300 { stream.next(into: &lines) }
    var verdicts: [Bool: Int] = [:]
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let vector = try Vector(JSONValue(parsing: Array(line).span))
      verdicts[vector.expectation.isAccept, default: 0] += 1
      let answer = model.answer(to: vector.question, as: nil)
      #expect(model.outcome(of: answer, to: vector) == .met, "\(vector.id)")
    }
    #expect(verdicts[true, default: 0] > 100 && verdicts[false, default: 0] > 100)
  }
}
