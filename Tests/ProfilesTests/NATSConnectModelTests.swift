// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `A CONNECT line of a known client` {
  static let variants = CarryProfiles.all.map(\.variant)
  /// Those that read an address, or a token option at least.
  static let model = CarryModel()

  static func name(_ variant: String) -> String { "nats-connect/\(variant).jsonl" }

  @Test(arguments: CarryProfiles.all)
  func `needs every behaviour of its profile`(profile: Profile) throws {
    let seat = try Recordings.seat(Self.name(profile.variant))
    var needed: Set<String> = []
    for row in try Recordings.rows(Self.name(profile.variant)) {
      needed.formUnion(seat.needs(row))
    }
    #expect(needed == Set(profile.behaviours))
  }

  /// The rows in contract whose line has a token.
  private static func carried(_ variant: String) throws -> [Row] {
    let seat = try Recordings.seat(name(variant))
    return try Recordings.rows(name(variant)).filter { row in
      let judgement = seat.judge(row)
      return judgement.inContract && judgement.verdict == .agrees
        && row.answer.more["line"]?.text?.bytes.contains("@") == false
        && CarryCall(row.question).map { CarryWish($0).wanted.first?.token.isEmpty == false }
          == true
    }
  }

  private static func verdict(
    _ seat: any SeatedJudge, _ row: Row, _ answer: Answer
  ) -> Judgement.Verdict {
    seat.judge(
      Row(id: row.id, title: "", group: nil, question: row.question, answer: answer)
    ).verdict
  }

  private static func answer(_ line: [UInt8], _ more: JSONObject = [:]) -> Answer {
    var answer = Answer(.ok, more: more)
    answer.more.members.insert(.init(name: "line", value: .string(Text(line))), at: 0)
    return answer
  }

  @Test(arguments: variants)
  func `is unexplained where its token was changed`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    let rows = try Self.carried(variant).filter { $0.question.input["token"] == "mytoken" }
    #expect(!rows.isEmpty)
    for row in rows {
      let line = Text(try #require(row.answer.carriedLine)).display
      for token in ["mytokem", #"my\"token"#, "my\"token", #"my\token"#, "mytoken ", ""] {
        let doctored = Self.answer(Array(line.replacing("mytoken", with: token).utf8))
        #expect(Self.verdict(seat, row, doctored) == .unexplained, "\(row.id) \(token)")
      }
    }
  }

  @Test(arguments: variants)
  func `is unexplained where it follows another question, or was refused`(
    variant: String
  ) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Self.carried(variant).prefix(12) {
      let other = Question(
        op: "carry", input: ["url": "nats://127.0.0.1:4222", "token": "somebody-else"])
      let changed = Row(
        id: row.id, title: "", group: nil, question: other, answer: row.answer)
      #expect(seat.judge(changed).verdict == .unexplained, "\(row.id)")
      let error = ErrorAnswer(code: .null, type: "", message: "Sorry: no")
      #expect(Self.verdict(seat, row, Answer(.refused, error: error)) == .unexplained, "\(row.id)")
      let line = try #require(row.answer.carriedLine)
      let lines: JSONObject = ["otherLines": .array(["PUB a 1"])]
      #expect(Self.verdict(seat, row, Self.answer(line, lines)) == .unexplained, "\(row.id)")
    }
  }

  @Test func `may have another version, and nothing else in its place`() throws {
    let seat = try Recordings.seat(Self.name("go"))
    let row = try #require(try Self.carried("go").first)
    let line = Text(try #require(row.answer.carriedLine)).display
    for (version, prediction) in [
      ("1.99.0-rc.1", Agreement.bytes), ("1 2", .none), ("<b>", .none),
      (String(repeating: "1", count: 41), .none),
    ] {
      let answer = Self.answer(Array(line.replacing("1.22.1", with: version).utf8))
      let changed = Row(
        id: row.id, title: "", group: nil, question: row.question, answer: answer)
      #expect(seat.judge(changed).prediction == prediction, "\(version)")
    }
  }

  // MARK: - Mistakes

  private static let questions: [JSONObject] = [
    ["url": "nats://127.0.0.1:4222", "token": "My Token"],
    ["url": "nats://127.0.0.1:4222", "token": " padded "],
    ["url": "nats://127.0.0.1:4222", "token": "say \"hi\""],
    ["url": "nats://127.0.0.1:4222", "user": "u\"", "pass": "p"],
    ["url": "nats://a%2540b@127.0.0.1:4222"], ["url": "nats://a+b@127.0.0.1:4222"],
    ["url": "nats://u:p@127.0.0.1:4222"],
    ["url": "nats://a@127.0.0.1:4222", "token": "b"],
  ]

  /// What answers as the reference does but for one deviation is told by that deviation.
  @Test(arguments: CarryDeviations.table.filter { $0.info.severity > .quality }.map(\.info.id))
  func `of a port is told by its deviation`(id: String) throws {
    let deviation = try #require(CarryDeviations.table.first { $0.info.id == id })
    var rules = CarryRules()
    deviation.change(&rules)
    let seat = FormatJudge(Self.model).seat(
      for: .init(name: "a port", language: "perl", variant: ""))
    for input in Self.questions {
      let question = Question(op: "carry", input: input)
      let answer = Self.model.answer(rules.plan(question, with: CarryDrawn()))
      let judgement = seat.judge(
        Row(id: "x", title: "", group: nil, question: question, answer: answer))
      #expect(judgement.verdict != .unexplained, "\(input)")
      if judgement.verdict == .differs { #expect(judgement.behaviours.count == 1, "\(input)") }
    }
  }

  @Test(arguments: [
    ("nats.token-named-token", 0), ("nats.token-named-pass", 0), ("nats.token-as-user", 0),
    ("nats.token-lower-case", 0), ("nats.token-trimmed", 1), ("nats.token-unescaped", 2),
    ("nats.decoded-twice", 4), ("nats.plus-as-blank", 5), ("nats.user-as-token", 6),
    ("nats.option-ignored", 0), ("nats.address-node", 4), ("nats.options-by-member", 7),
    ("nats.address-c-raw", 4),
  ])
  func `of a port shows a mistake`(id: String, place: Int) throws {
    let deviation = try #require(CarryDeviations.table.first { $0.info.id == id })
    var rules = CarryRules()
    deviation.change(&rules)
    let question = Question(op: "carry", input: Self.questions[place])
    let answer = Self.model.answer(rules.plan(question, with: CarryDrawn()))
    let seat = FormatJudge(Self.model).seat(
      for: .init(name: "a port", language: "perl", variant: ""))
    let judgement = seat.judge(
      Row(id: "x", title: "", group: nil, question: question, answer: answer))
    #expect(judgement.verdict == .differs)
    #expect(judgement.behaviours.count == 1)
  }
}
