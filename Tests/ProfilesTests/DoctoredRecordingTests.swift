// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `A doctored row` {
  /// The recordings with rows in contract: that of Java under a POSIX locale has none.
  static let names = Recordings.names.filter { !$0.hasSuffix("java-posix.jsonl") }

  /// The first rows in contract that have a token.
  private static func minted(_ name: String, _ count: Int = 1) throws -> [Row] {
    let seat = try Recordings.seat(name)
    let agreeing = try Recordings.rows(name).lazy.filter {
      guard $0.answer.outcome == .ok else { return false }
      let judgement = seat.judge($0)
      return judgement.inContract && judgement.verdict == .agrees
    }
    return Array(agreeing.prefix(count))
  }

  private static func judgement(
    _ seat: any SeatedJudge, _ row: Row, _ answer: Answer, input: JSONObject? = nil
  ) -> Judgement {
    let question = Question(
      op: row.question.op, input: input ?? row.question.input, call: row.question.call,
      at: row.question.at)
    return seat.judge(
      Row(id: row.id, title: "", group: nil, question: question, answer: answer))
  }

  @Test(arguments: names)
  func `is unexplained where one byte of its token was changed`(name: String) throws {
    let seat = try Recordings.seat(name)
    let row = try #require(try Self.minted(name).first)
    let token = try #require(row.answer.token)
    for index in token.bytes.indices.filter({ $0 % 3 == 0 })
    where token.bytes[index] != UInt8(ascii: "=") {
      var answer = row.answer
      answer.token?.bytes[index] = token.bytes[index] == UInt8(ascii: "A") ? 0x42 : 0x41
      let doctored = Row(
        id: row.id, title: "", group: nil, question: row.question, answer: answer)
      #expect(seat.judge(doctored).verdict == .unexplained, "\(row.id) byte \(index)")
    }
  }

  @Test(arguments: names)
  func `is unexplained where the question names another user`(name: String) throws {
    let seat = try Recordings.seat(name)
    for row in try Self.minted(name, 5) {
      var input = row.question.input
      input.members = input.members.map {
        $0.name == "user_id" ? .init(name: $0.name, value: "somebody else") : $0
      }
      let judgement = Self.judgement(seat, row, row.answer, input: input)
      #expect(judgement.verdict == .unexplained, "\(row.id)")
      #expect(judgement.mismatch?.field == "user_id", "\(row.id)")
    }
  }

  @Test(arguments: names)
  func `is unexplained where it has the token of another question`(name: String) throws {
    let seat = try Recordings.seat(name)
    let rows = try Self.minted(name, 8)
    let first = try #require(rows.first)
    let others = rows.filter { $0.question.input != first.question.input }
    for row in others {
      #expect(Self.judgement(seat, row, first.answer).verdict == .unexplained, "\(row.id)")
    }
  }

  @Test(arguments: names)
  func `is unexplained where a question in contract was refused`(name: String) throws {
    let seat = try Recordings.seat(name)
    let row = try #require(try Self.minted(name).first)
    for outcome in [Outcome.refused, .crashed] {
      let answer = Answer(outcome, error: ErrorAnswer(code: .integer(3), type: "refusal"))
      let judgement = Self.judgement(seat, row, answer)
      #expect(judgement.verdict == .unexplained)
      #expect(judgement.clauses == ["zego.served"])
    }
  }

  /// Out of contract any refusal is allowed, so the verdict stays; the prediction does not.
  @Test(arguments: names)
  func `is not predicted where its error code was changed`(name: String) throws {
    let seat = try Recordings.seat(name)
    let refused = try Recordings.rows(name).filter { $0.answer.outcome == .refused }
    for row in refused.prefix(8) {
      var answer = row.answer
      answer.error?.code = .integer(99)
      let judgement = Self.judgement(seat, row, answer)
      #expect(judgement.prediction == .none, "\(row.id)")
    }
  }

  @Test(arguments: [
    ("zego-04-cbc", "go", "node"), ("zego-04-cbc", "node", "java"), ("zego-04-cbc", "php", "go"),
    ("zego-04-cbc", "java", "csharp-mono"), ("zego-04-gcm", "python", "java"),
    ("zego-03", "go", "java"),
  ])
  func `in the dialect of another language agrees, and is not predicted`(
    format: String, language: String, other: String
  ) throws {
    let name = "\(format)/\(language).jsonl"
    let answers = Dictionary(
      try Self.minted("\(format)/\(other).jsonl", 40).map { (Self.caseNumber($0.id), $0) },
      uniquingKeysWith: { first, _ in first })
    let seat = try Recordings.seat(name)
    var count = 0
    for row in try Self.minted(name, 40) {
      guard let answer = answers[Self.caseNumber(row.id)],
        answer.question.input == row.question.input
      else { continue }
      let judgement = Self.judgement(seat, row, answer.answer)
      #expect(judgement.verdict == .agrees, "\(row.id)")
      #expect(judgement.prediction == .none, "\(row.id)")
      count += 1
    }
    #expect(count > 10)
  }

  private static func caseNumber(_ id: String) -> Substring {
    id.split(separator: "/").last?.split(separator: ".").first ?? ""
  }
}
