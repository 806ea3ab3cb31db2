// SPDX-License-Identifier: MIT

import Agora
import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `A doctored row of Agora` {
  static let names = [
    "agora-006/2019-go", "agora-006/2019-java", "agora-006/2019-php", "agora-006/2019-perl",
    "agora-006/2019-cpp", "agora-006/head-node", "agora-006/head-python3", "agora-006/head-csharp",
    "agora-007/go", "agora-007/java", "agora-007/php", "agora-007/node", "agora-007/ruby",
    "agora-007/builders-cpp",
  ].map { "\($0).jsonl" }

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
    _ seat: any SeatedJudge, _ row: Row, _ answer: Answer
  ) -> Judgement {
    seat.judge(Row(id: row.id, title: "", group: nil, question: row.question, answer: answer))
  }

  private static func areSame(_ left: Text, _ right: Text) -> Bool {
    guard let content = try? Envelope007.content(of: left.bytes.span) else { return false }
    return content == (try? Envelope007.content(of: right.bytes.span))
  }

  @Test(arguments: names)
  func `is unexplained where one byte of its token was changed`(name: String) throws {
    let seat = try Recordings.seat(name)
    let row = try #require(try Self.minted(name, 1).first)
    let token = try #require(row.answer.token)
    for index in token.bytes.indices where index % 9 == 0 && token.bytes[index] != 0x3D {
      var answer = row.answer
      answer.token?.bytes[index] = token.bytes[index] == UInt8(ascii: "A") ? 0x42 : 0x41
      // Some bits of a compressed stream stand for nothing.
      guard let changed = answer.token, !Self.areSame(token, changed) else { continue }
      #expect(
        Self.judgement(seat, row, answer).verdict == .unexplained, "\(row.id) byte \(index)")
    }
  }

  /// Builder functions have roles that mean the same, so that different questions share an answer.
  @Test(arguments: names.filter { !$0.contains("/builders-") })
  func `is unexplained where it has the token of another question`(name: String) throws {
    let seat = try Recordings.seat(name)
    let rows = try Self.minted(name, 8)
    let first = try #require(rows.first)
    for row in rows where row.question.input != first.question.input {
      var answer = row.answer
      answer.token = first.answer.token
      guard answer.token != row.answer.token else { continue }
      #expect(Self.judgement(seat, row, answer).verdict == .unexplained, "\(row.id)")
    }
  }

  @Test(arguments: names, [Int64.min, Int64.max])
  func `agrees whatever clock its recording shows`(name: String, at: Int64) throws {
    let seat = try Recordings.seat(name)
    for row in try Self.minted(name, 4) {
      let question = Question(
        op: row.question.op, input: row.question.input, call: row.question.call, at: at)
      let asked = Row(id: row.id, title: "", group: nil, question: question, answer: row.answer)
      #expect(seat.judge(asked).verdict == .agrees, "\(row.id)")
    }
  }

  @Test(arguments: names)
  func `is unexplained where a question in contract was refused`(name: String) throws {
    let seat = try Recordings.seat(name)
    let row = try #require(try Self.minted(name, 1).first)
    for outcome in [Outcome.refused, .crashed] {
      let answer = Answer(outcome, error: ErrorAnswer(kind: "thrown", message: "Surprise: x"))
      let judgement = Self.judgement(seat, row, answer)
      #expect(judgement.verdict == .unexplained)
      #expect(judgement.clauses == ["agora.served"])
    }
  }

  @Test(arguments: names)
  func `is not predicted where its exception was changed`(name: String) throws {
    let seat = try Recordings.seat(name)
    for row in try Recordings.rows(name).filter({ $0.answer.outcome == .crashed }).prefix(4) {
      var answer = row.answer
      answer.error = ErrorAnswer(kind: "thrown", message: "OtherError: x")
      #expect(Self.judgement(seat, row, answer).prediction == .none, "\(row.id)")
    }
  }

  @Test(arguments: ["agora-006/2019-go.jsonl", "agora-006/head-node.jsonl"])
  func `is not predicted where a call returned something else`(name: String) throws {
    let seat = try Recordings.seat(name)
    let rows = try Recordings.rows(name).filter { $0.answer.more["returns"] != nil }
    for row in rows.prefix(6) {
      var answer = row.answer
      let returned: JSONValue = .array([.object(["returned": "something else"])])
      answer.more.members = answer.more.members.map {
        $0.name == "returns" ? .init(name: $0.name, value: returned) : $0
      }
      #expect(Self.judgement(seat, row, answer).prediction == .none, "\(row.id)")
    }
  }

  @Test(arguments: [
    ("agora-006/2019-go.jsonl", "agora-006/2019-php.jsonl"),
    ("agora-007/java.jsonl", "agora-007/csharp.jsonl"),
  ])
  func `with the privileges in another order agrees, and is not predicted`(
    name: String, other: String
  ) throws {
    let seat = try Recordings.seat(name)
    let answers = Dictionary(
      try Self.minted(other, 150).map { ($0.id.suffix(4), $0) }, uniquingKeysWith: { $1 })
    var count = 0
    for row in try Self.minted(name, 150) {
      guard let answer = answers[row.id.suffix(4)]?.answer, answer.token != row.answer.token else {
        continue
      }
      let judgement = Self.judgement(seat, row, answer)
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
    let questions = try Recordings.rows(name).map { row in
      let drawn = model.recover(from: row.answer, to: row.question, by: model.reference)
      return try Asked(model, row, try #require(drawn))
    }
    var shown: Set<String> = []
    for deviation in model.deviations where deviation.info.severity > .choice {
      var rules = model.reference
      deviation.change(&rules)
      for question in questions {
        guard let row = question.row(by: rules, model) else { continue }
        let judgement = seat.judge(row)
        guard judgement.mismatch != nil else { continue }
        #expect(judgement.verdict == .differs, "\(deviation.info.id) \(row.id)")
        shown.insert(deviation.info.id)
        break
      }
    }
    #expect(shown.count > 20)
  }

  /// A question and what the reference answers to it.
  private struct Asked<Model: FormatModel> {
    let row: Row
    let drawn: Model.Recovered
    let plan: Model.Plan

    init(_ model: Model, _ row: Row, _ drawn: Model.Recovered) throws {
      self.row = row
      self.drawn = drawn
      plan = model.plan(row.question, by: model.reference, with: drawn)
    }

    /// The answer by other rules, where it is another.
    func row(by rules: Model.Rules, _ model: Model) -> Row? {
      let other = model.plan(row.question, by: rules, with: drawn)
      guard other != plan else { return nil }
      let answer = model.answer(other)
      guard answer.outcome.isAnswer else { return nil }
      return Row(id: row.id, title: "", group: nil, question: row.question, answer: answer)
    }
  }
}
