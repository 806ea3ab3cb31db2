// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Seeded
import Suite
import Testing

@testable import Profiles

@Suite struct `The vectors of a format` {
  static let formats = Formats.vectors.map(\.format)
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// What each format has at least: vectors to accept, and to refuse.
  private static let least: [String: (accept: Int, reject: Int)] = [
    "zego-04-cbc": (60, 120), "zego-04-gcm": (60, 120), "agora-006": (60, 120),
    "agora-007": (60, 120), "nacos-jwt": (60, 120), "nats-connect": (20, 20),
    "nats-admission": (20, 20), "nacos-http": (20, 20), "zego-03": (15, 15),
    "agora-legacy": (15, 15),
  ]

  private static func model(_ format: String) throws -> any VectorModel {
    try #require(Formats.vectors.first { $0.format == format })
  }

  private static func shipped(_ format: String) throws -> [Vector] {
    try VectorFolder.files(of: format, in: Recordings.vectors).flatMap(\.vectors)
  }

  private static func clauses(_ format: String) throws -> ClauseSet {
    try ClauseSet(format: format, vectors: Recordings.vectors)
  }

  @Test func `are there for every format that is answered live`() {
    #expect(Set(Self.formats) == Set(Self.least.keys))
  }

  @Test(arguments: formats)
  func `are many, of both kinds`(format: String) throws {
    let vectors = try Self.shipped(format)
    let accepted = vectors.count { $0.expectation.isAccept }
    let least = try #require(Self.least[format])
    #expect(accepted >= least.accept)
    #expect(vectors.count - accepted >= least.reject)
    #expect(vectors.count >= 30)
  }

  @Test(arguments: formats)
  func `are what the generator makes`(format: String) throws {
    let made = try VectorFolder.made(by: Self.model(format), vectors: Recordings.vectors)
    #expect(try made.compactMap { try $0.difference(below: Recordings.vectors) } == [])
    #expect(try VectorFolder.strangers(to: made, of: format, in: Recordings.vectors) == [])
  }

  @Test(arguments: formats)
  func `keep the rules for files`(format: String) throws {
    let lint = try VectorLint(
      try Self.model(format), clauses: try Self.clauses(format), vectors: Recordings.vectors)
    #expect(lint.faults == [])
  }

  @Test(arguments: formats)
  func `are proved, and catch an opener that leaves out any one check`(format: String) throws {
    let model = try Self.model(format)
    let proof = Prover(
      model, vectors: try Self.shipped(format), clauses: try Self.clauses(format)
    ).prove()
    #expect(proof.faults.map(\.description) == [])
    let checks = Set(model.checks.map(\.info.id))
    for copy in proof.copies where checks.contains(copy.info.id) {
      #expect(!copy.killers.isEmpty, "\(copy.info.id)")
    }
  }

  @Test(arguments: formats)
  func `are not proved where a broken copy stands for the reference`(format: String) throws {
    let model = try Self.model(format)
    let wanted = model.checks.map(\.info.id) + model.mistakes.map(\.id)
    let vectors = try Self.shipped(format)
    let copies = wanted.compactMap { model.copy(named: $0) }
    let caught = copies.first { copy in
      vectors.contains { vector in
        if case .broken = model.outcome(of: model.answer(to: vector.question, as: copy), to: vector)
        {
          return true
        }
        return false
      }
    }
    let standIn: BrokenCopy = try #require(caught)
    let proof = Prover(
      model, vectors: vectors, clauses: try Self.clauses(format), standIn: standIn
    ).prove()
    #expect(!proof.holds)
  }

  @Test(arguments: formats)
  func `agree with cases that are drawn, the same for the same seed`(format: String) throws {
    let model = try Self.model(format)
    var lines: [UInt8] = []
    var again: [UInt8] = []
    var (stream, second) = (try model.cases(seed: Self.seed), try model.cases(seed: Self.seed))
    for _ in 0..<400 {
      stream.next(into: &lines)
      second.next(into: &again)
    }
    #expect(lines == again, "seed \(Self.seed)")
    var accepted = 0
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let vector = try Vector(JSONValue(parsing: Array(line).span))
      accepted += vector.expectation.isAccept ? 1 : 0
      let outcome = model.outcome(of: model.answer(to: vector.question, as: nil), to: vector)
      #expect(outcome == .met, "seed \(Self.seed): \(vector.id)")
    }
    #expect((40..<360).contains(accepted), "seed \(Self.seed)")
  }

  /// Whatever token comes, with whatever check left out: an answer, and by a check of the table.
  @Test(arguments: formats)
  func `have every check of the opener in their table`(format: String) throws {
    let model = try Self.model(format)
    let opened = try Self.shipped(format).filter { $0.question.op == VectorQuestion.open }
    guard !model.checks.isEmpty else { return }
    var random = Seeded(seed: Self.seed)
    for _ in 0..<3000 {
      var question = try #require(opened.randomElement(using: &random)).question
      for member in question.input.members where Bool.random(using: &random) {
        guard let text = member.value.text else { continue }
        question.input[member.name.display] = .string(Text(random.mutation(of: text.bytes)))
      }
      let copy = model.checks.randomElement(using: &random).map { BrokenCopy.without($0.check) }
      for copy in [nil, copy] {
        guard case .refused(let check?) = model.answer(to: question, as: copy) else { continue }
        #expect(
          model.checks.contains { $0.check.covers(check) }, "seed \(Self.seed): \(check.words)")
      }
    }
  }
}
