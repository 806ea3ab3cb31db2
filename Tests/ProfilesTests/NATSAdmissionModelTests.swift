// SPDX-License-Identifier: MIT

import Bytes
import JSON
import NATS
import Suite
import Testing

@testable import Profiles

@Suite struct `What a nats-server decides` {
  static let variants = AdmissionProfiles.all.map(\.variant)

  static func name(_ variant: String) -> String { "nats-admission/\(variant).jsonl" }

  @Test(arguments: variants)
  func `is unexplained in contract where it is the opposite`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    var count = 0
    for row in try Recordings.rows(Self.name(variant)) {
      let judgement = seat.judge(row)
      guard judgement.inContract, judgement.verdict == .agrees else { continue }
      var answer = row.answer
      answer.outcome = row.answer.outcome == .ok ? .refused : .ok
      #expect(Self.judge(seat, row, answer).verdict == .unexplained, "\(row.id)")
      count += 1
    }
    #expect(count > 80)
  }

  /// Out of contract both decisions are allowed, so the verdict stays; the prediction does not.
  @Test(arguments: variants)
  func `is not predicted where a line, the end or the greeting is another`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    let changes: [(String, JSONValue)] = [
      ("lines", .array(["-ERR 'No'"])), ("closed", .null), ("authRequired", .null),
    ]
    for row in try Recordings.rows(Self.name(variant)) where row.answer.outcome != .configError {
      for (member, value) in changes {
        var answer = row.answer
        answer.more.members = answer.more.members.map {
          $0.name.display == member ? .init(name: $0.name, value: value) : $0
        }
        #expect(Self.judge(seat, row, answer).prediction == .none, "\(row.id) \(member)")
      }
    }
  }

  @Test(arguments: variants)
  func `is unexplained where a process was killed`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Recordings.rows(Self.name(variant)).prefix(9) {
      let answer = Answer(.crashed, error: ErrorAnswer(kind: "killed"))
      #expect(Self.judge(seat, row, answer).verdict == .unexplained, "\(row.id)")
    }
  }

  /// A recording that someone else made can have anything in its place.
  @Test func `is judged without a trap where the question makes no sense`() throws {
    let seat = try Recordings.seat(Self.name("2.9.10"))
    let rows = try Recordings.rows(Self.name("2.9.10"))
    let values: [JSONValue] = [
      .null, .integer(-1), .float(lexeme: "1e400"), "zz", "0", .array([.null, .integer(1)]),
      .object(["conf": .integer(1), "args": .array(["--auth"])]), .bool(true),
      .integer(lexeme: "99999999999999999999"),
    ]
    for row in rows.enumerated().filter({ $0.offset % 23 == 0 }).map(\.element) {
      for place in row.question.input.members.indices {
        for value in values {
          var input = row.question.input
          input.members[place] = .init(name: input.members[place].name, value: value)
          let question = Question(op: row.question.op, input: input)
          _ = seat.judge(
            Row(id: row.id, title: "", group: nil, question: question, answer: row.answer))
        }
      }
    }
  }

  static func judge(_ seat: any SeatedJudge, _ row: Row, _ answer: Answer) -> Judgement {
    seat.judge(Row(id: row.id, title: "", group: nil, question: row.question, answer: answer))
  }
}

@Suite struct `The profiles of nats-server` {
  /// No shipped row asks for these: known from the server's code.
  static let unasked: Set = [
    "nats.nests-deep", "nats.config-loses-name", "nats.config-ignores-time-unit",
  ]

  @Test func `have no behaviour that no recording needs`() throws {
    var unneeded: Set<String> = []
    for profile in AdmissionProfiles.all {
      let name = `What a nats-server decides`.name(profile.variant)
      let seat = try Recordings.seat(name)
      let needed = Set(try Recordings.rows(name).flatMap { seat.needs($0) })
      unneeded.formUnion(Set(profile.behaviours).subtracting(needed))
    }
    #expect(unneeded == Self.unasked)
  }

  @Test(arguments: AdmissionProfiles.all.map(\.variant))
  func `are what the library offers as the server's rules`(variant: String) throws {
    let rules = try AdmissionModel().rules(ofVariant: variant)
    #expect(rules.admission == .natsServer)
    #expect(rules.hasServerWords)
  }

  @Test(arguments: [
    ("2.9.10", "2.9.10"), ("2.9.9", "2.9.10"), ("2.13.4", "2.9.10"), ("2.14.0", "2.14.0"),
    ("2.14.0-dev", "2.14.0"), ("3", "2.14.0"), ("", "2.9.10"), ("x.y", "2.9.10"),
  ])
  func `are found by the version that is nearest from below`(version: String, profile: String) {
    #expect(AdmissionForecast(version: version).version == profile)
  }
}

@Suite struct `A server that deviates in one way` {
  static let deviations = AdmissionDeviations.table
    .filter { $0.info.decides && $0.info.severity > .choice }.map(\.info.id)

  private static let hash = "$2a$04$N9qo8uLOickgx2ZMRZoMyek.ia/Y0.wn.xruN/r5HVdEznXcotjuW"
  private static let emptyHash = "$2a$04$N9qo8uLOickgx2ZMRZoMyexhJu7XyhFyrko6QMKtD6uvGcfCxpYoK"

  static let questions: [Question] = {
    let members = [
      #""auth_token":"mytoken""#, #""auth_token":" mytoken ""#, #""auth_token":"MYTOKEN""#,
      #""auth_token":"mytokenx""#, #""auth_token":"mytok""#, #""auth_token":"my%74oken""#,
      #""auth_token":"mytoken\u0000x""#, #""auth_token":"x""#, #""auth_token":"""#, "",
      #""user":"mytoken""#, #""pass":"mytoken""#, #""auth_token":7"#, #""AUTH_TOKEN":"mytoken""#,
      #""auth_token":"x","auth_token":"mytoken""#, #""auth_token":"caf\ud800""#,
      "\"auth_token\":\"\(hash)\"",
    ]
    let tokens = ["mytoken", "7", "caf\u{FFFD}", hash, emptyHash]
    return tokens.flatMap { token in members.map { question(token, "CONNECT {\($0)}\r\n") } }
  }()

  static func question(_ token: String, _ line: String) -> Question {
    let configuration: JSONObject = [
      "conf": .string("authorization { token: \"\(token)\" }"), "args": .array([]), "env": .null,
    ]
    return Question(
      op: "admit",
      input: [
        "config": .object(configuration), "connectHex": .string(Hex.encode(line.utf8)),
        "ping": .bool(true),
      ])
  }

  private static let port = RecordingHeader.Assistant(
    name: "some-port", language: "any", variant: "", version: "")

  @Test(arguments: deviations)
  func `is told by name, or by the name of an equal one`(id: String) throws {
    let model = AdmissionModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    let seat = FormatJudge(model).seat(for: Self.port)
    let vectors = `The table of deviations`.vectors
    let clauses = try ClauseSet(format: "nats-admission", vectors: vectors)
    for question in Self.questions {
      let plan = model.plan(question, by: rules, with: .init())
      let judgement = seat.judge(
        Row(id: "port/1", title: "", group: nil, question: question, answer: model.answer(plan)))
      #expect(judgement.verdict != .unexplained, "\(question.input)")
      if judgement.verdict == .differs { #expect(judgement.behaviours.count == 1) }
      #expect(
        judgement.clauses.allSatisfy {
          clauses[$0].map { $0.decides && $0.binds == "server" } ?? false
        }, "\(judgement.clauses)")
      let found = judgement.findings + model.brokenClauses(of: question)
      #expect(found.allSatisfy { clauses[$0] != nil }, "\(found)")
    }
  }

  /// Vectors show those that leave out a check.
  @Test(
    arguments: deviations.filter { id in
      !["nats.silent-errors", "nats.config-", "nats.server-omits-"].contains { id.hasPrefix($0) }
    })
  func `decides otherwise than the reference somewhere`(id: String) throws {
    let model = AdmissionModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    #expect(
      Self.questions.contains {
        model.plan($0, by: rules, with: .init()).outcome
          != model.plan($0, by: model.reference, with: .init()).outcome
      })
  }

  /// The mistakes that let in whom nobody should: a wrong decision, not just another one.
  @Test(
    arguments: AdmissionDeviations.table.map(\.info).filter {
      $0.severity == .security
    }.map(\.id))
  func `is found to break a rule where it lets in the wrong one`(id: String) throws {
    let model = AdmissionModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    let seat = FormatJudge(model).seat(for: Self.port)
    let verdicts = Self.questions.map { question in
      let plan = model.plan(question, by: rules, with: .init())
      return seat.judge(
        Row(id: "port/1", title: "", group: nil, question: question, answer: model.answer(plan))
      ).verdict
    }
    #expect(verdicts.contains(.differs))
  }

  @Test func `agrees where it does what the reference does`() {
    let model = AdmissionModel()
    let seat = FormatJudge(model).seat(for: Self.port)
    for question in Self.questions {
      let plan = model.plan(question, by: model.reference, with: .init())
      let judgement = seat.judge(
        Row(id: "port/1", title: "", group: nil, question: question, answer: model.answer(plan)))
      #expect(judgement.verdict == .agrees, "\(question.input)")
    }
  }
}
