// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `A doctored row of Agora` {
  static let names = (Recordings.names(of: "agora-006") + Recordings.names(of: "agora-007"))
    .filter { name in !emptyOnes.contains { name.hasSuffix("/\($0).jsonl") } }

  /// Recordings without a row in contract that agrees.
  private static let emptyOnes = [
    "2019-java-ascii", "2019-java-latin1", "2019-perl-chars", "2019-php-staticInitWithToken",
    "2019-python-unicode", "builders-lua", "builders-rust", "rust",
  ]

  /// The first rows in contract whose token is allowed.
  static func minted(_ name: String, _ count: Int) throws -> [Row] {
    let seat = try Recordings.seat(name)
    let agreeing = try Recordings.rows(name).lazy.filter {
      guard $0.answer.outcome == .ok else { return false }
      let judgement = seat.judge($0)
      return judgement.inContract && judgement.verdict == .agrees
    }
    return Array(agreeing.prefix(count))
  }

  private static func judgement(
    _ name: String, _ row: Row, _ answer: Answer
  ) throws -> Judgement {
    try Recordings.seat(name).judge(
      Row(id: row.id, title: "", group: nil, question: row.question, answer: answer))
  }

  @Test(arguments: names)
  func `is unexplained where one byte of its token was changed`(name: String) throws {
    let row = try #require(try Self.minted(name, 1).first)
    let token = try #require(row.answer.token)
    for index in token.bytes.indices where index % 7 == 0 && token.bytes[index] != 0x3D {
      var answer = row.answer
      answer.token?.bytes[index] = token.bytes[index] == UInt8(ascii: "A") ? 0x42 : 0x41
      #expect(
        try Self.judgement(name, row, answer).verdict == .unexplained, "\(row.id) byte \(index)")
    }
  }

  @Test(arguments: names)
  func `is unexplained where it has the token of another question`(name: String) throws {
    let rows = try Self.minted(name, 8)
    let first = try #require(rows.first)
    for row in rows where row.question.input != first.question.input {
      var answer = row.answer
      answer.token = first.answer.token
      guard answer.token != row.answer.token else { continue }
      #expect(try Self.judgement(name, row, answer).verdict == .unexplained, "\(row.id)")
    }
  }

  @Test(arguments: names)
  func `is unexplained where a question in contract was refused`(name: String) throws {
    let row = try #require(try Self.minted(name, 1).first)
    for outcome in [Outcome.refused, .crashed] {
      let answer = Answer(outcome, error: ErrorAnswer(kind: "thrown", message: "Surprise: x"))
      let judgement = try Self.judgement(name, row, answer)
      #expect(judgement.verdict == .unexplained)
      #expect(judgement.clauses == ["agora.served"])
    }
  }

  @Test(arguments: names)
  func `is not predicted where its exception was changed`(name: String) throws {
    for row in try Recordings.rows(name).filter({ $0.answer.outcome == .crashed }).prefix(4) {
      var answer = row.answer
      answer.error = ErrorAnswer(kind: "thrown", message: "OtherError: x")
      #expect(try Self.judgement(name, row, answer).prediction == .none, "\(row.id)")
    }
  }

  @Test(arguments: ["agora-006/2019-go.jsonl", "agora-006/head-node.jsonl"])
  func `is not predicted where a call returned something else`(name: String) throws {
    let rows = try Recordings.rows(name).filter { $0.answer.more["returns"] != nil }
    for row in rows.prefix(6) {
      var answer = row.answer
      let returned: JSONValue = .array([.object(["returned": "something else"])])
      answer.more.members = answer.more.members.map {
        $0.name == "returns" ? .init(name: $0.name, value: returned) : $0
      }
      #expect(try Self.judgement(name, row, answer).prediction == .none, "\(row.id)")
    }
  }

  @Test(arguments: [
    ("agora-006/2019-go.jsonl", "agora-006/2019-php.jsonl"),
    ("agora-007/java.jsonl", "agora-007/csharp.jsonl"),
  ])
  func `with the privileges in another order agrees, and is not predicted`(
    name: String, other: String
  ) throws {
    let answers = Dictionary(
      try Self.minted(other, 150).map { ($0.id.suffix(4), $0) }, uniquingKeysWith: { $1 })
    var count = 0
    for row in try Self.minted(name, 150) {
      guard let answer = answers[row.id.suffix(4)]?.answer, answer.token != row.answer.token else {
        continue
      }
      let judgement = try Self.judgement(name, row, answer)
      #expect(judgement.verdict == .agrees, "\(row.id)")
      guard judgement.prediction == .none else { continue }
      count += 1
    }
    #expect(count > 0)
  }
}

/// What a deviation does to the reference is found again by a judge without a profile.
@Suite struct `A port of Agora with one mistake` {
  @Test func `in 006 is explained by known deviations`() throws {
    try Self.explain(Agora006Model(), "agora-006/2019-go.jsonl")
  }

  @Test func `in 007 is explained by known deviations`() throws {
    try Self.explain(Agora007Model(), "agora-007/go.jsonl")
  }

  private static func explain<Model: FormatModel>(_ model: Model, _ name: String) throws {
    let seat = try Recordings.seat(name, asPort: true)
    let rows = try Recordings.rows(name)
    var shown: Set<String> = []
    for deviation in model.deviations where deviation.info.severity > .choice {
      var rules = model.reference
      deviation.change(&rules)
      for row in rows {
        guard let judgement = judge(row, model, rules, seat), judgement.mismatch != nil else {
          continue
        }
        #expect(judgement.verdict == .differs, "\(deviation.info.id) \(row.id)")
        shown.insert(deviation.info.id)
        break
      }
    }
    #expect(shown.count > 20)
  }

  private static func judge<Model: FormatModel>(
    _ row: Row, _ model: Model, _ rules: Model.Rules, _ seat: any SeatedJudge
  ) -> Judgement? {
    guard
      let recovered = model.recover(from: row.answer, to: row.question, by: model.reference)
    else { return nil }
    let answer = model.answer(model.plan(row.question, by: rules, with: recovered))
    guard answer.outcome.isAnswer else { return nil }
    return seat.judge(
      Row(id: row.id, title: "", group: nil, question: row.question, answer: answer))
  }
}
