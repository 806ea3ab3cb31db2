// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Nacos
import Suite
import Testing

@testable import Profiles

@Suite struct `A decision of a known Nacos server` {
  static let variants = NacosHTTPProfiles.all.map(\.variant)

  static func name(_ variant: String) -> String { "nacos-http/\(variant).jsonl" }

  static func verdict(_ seat: any SeatedJudge, _ row: Row, _ answer: Answer) -> Judgement.Verdict {
    seat.judge(
      Row(id: row.id, title: "", group: nil, question: row.question, answer: answer)
    ).verdict
  }

  @Test(arguments: variants)
  func `is unexplained where the opposite was decided in contract`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Recordings.rows(Self.name(variant)) {
      let judgement = seat.judge(row)
      guard judgement.inContract, judgement.verdict == .agrees else { continue }
      let opposite: Outcome = row.answer.outcome == .ok ? .refused : .ok
      #expect(Self.verdict(seat, row, Answer(opposite)) == .unexplained, "\(row.id)")
      #expect(Self.verdict(seat, row, Answer(.crashed)) == .unexplained, "\(row.id)")
      #expect(Self.verdict(seat, row, Answer(.refusedSilently)) == .unexplained, "\(row.id)")
    }
  }

  @Test(arguments: variants, [200, 401, 404, 500])
  func `is unexplained where a refusal has another status`(variant: String, status: Int) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Recordings.rows(Self.name(variant)) where row.answer.outcome == .refused {
      let judgement = seat.judge(row)
      guard judgement.inContract, judgement.verdict == .agrees else { continue }
      // The status of a refused login was not recorded.
      guard status == 200 || row.answer.more["login"] == nil else { continue }
      let answer = Answer(.refused, more: ["status": .integer(status)])
      #expect(Self.verdict(seat, row, answer) == .unexplained, "\(row.id)")
    }
  }

  @Test(arguments: variants)
  func `is not predicted with other words`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Recordings.rows(Self.name(variant)) where row.answer.more["sendError"] != nil {
      var answer = row.answer
      answer.more.members = answer.more.members.map {
        $0.name == "sendError" ? .init(name: $0.name, value: .object(["message": "no"])) : $0
      }
      let doctored = Row(
        id: row.id, title: "", group: nil, question: row.question, answer: answer)
      #expect(seat.judge(doctored).prediction == .none, "\(row.id)")
    }
  }

  @Test func `is unexplained where a login gave no token of the user`() throws {
    let name = Self.name("3.0.3")
    let seat = try Recordings.seat(name)
    let rows = try Recordings.rows(name).filter { $0.answer.more["body"] != nil }
    for row in rows where seat.judge(row).inContract && seat.judge(row).verdict == .agrees {
      for body in ["", "{}", "null", #"{"accessToken":"x","tokenTtl":18000}"#] {
        let answer = Answer(.ok, more: ["status": .integer(200), "body": .string(body)])
        #expect(Self.verdict(seat, row, answer) == .unexplained, "\(row.id) \(body)")
      }
    }
    #expect(rows.count > 5)
  }

  /// A row whose members are missing or of another type is judged, and does not trap.
  @Test func `is judged whatever its question is`() throws {
    let name = Self.name("3.0.3")
    let seat = try Recordings.seat(name)
    let row = try #require(try Recordings.rows(name).first)
    let odd: [JSONValue] = [.null, .bool(true), .integer(5), "", "x", .array([]), .object([:])]
    var questions = odd.map { Question(op: "authorize", input: ["raw_request": $0]) }
    for member in row.question.world.members {
      for value in odd {
        var world = row.question.world
        world.members.removeAll { $0.name == member.name }
        world.members.append(.init(name: member.name, value: value))
        questions.append(
          Question(op: "authorize", input: row.question.input, world: world))
      }
    }
    for question in questions {
      for answer in [row.answer, Answer(.ok), Answer(.crashed)] {
        _ = seat.judge(
          Row(id: "r", title: "", group: nil, question: question, answer: answer))
      }
    }
  }
}

@Suite struct `The behaviours of Nacos servers` {
  @Test func `are each needed by a recording`() throws {
    for profile in NacosHTTPProfiles.all {
      let name = `A decision of a known Nacos server`.name(profile.variant)
      let seat = try Recordings.seat(name)
      let needed = Set(try Recordings.rows(name).flatMap { seat.needs($0) })
      #expect(Set(profile.behaviours) == needed, "\(profile.variant)")
    }
  }
}

@Suite struct `A Nacos server that deviates in one way` {
  static let deviations = NacosHTTPDeviations.table
    .filter { $0.info.severity > .choice }.map(\.info.id)

  static var clauses: ClauseSet {
    get throws {
      let vectors = Recordings.folder.dropLast("/recordings".count)
      return try ClauseSet(format: "nacos-http", vectors: String(vectors))
    }
  }

  /// The recorded requests, those of servers that trust user agents, and some that show mistakes.
  private static func questions() throws -> [Question] {
    func recorded(_ variant: String) throws -> [Row] {
      try Recordings.rows(`A decision of a known Nacos server`.name(variant))
    }
    let rows = try recorded("3.0.3") + recorded("2.4.3-uawhite").filter { $0.id.contains("/ua-") }
    let world = rows.first?.question.world ?? [:]
    var other = world
    other["users"] = ["nacos": ["password": "x", "role": "ROLE_DEV"]]
    return rows.map(\.question)
      + more.map { Question(op: "authorize", input: ["raw_request": .string($0)], world: world) }
      + more.map { Question(op: "authorize", input: ["raw_request": .string($0)], world: other) }
  }

  private static let more: [String] = [
    ("/nacos/a", "Cookie: accessToken=\(token)"), ("/nacos/a", "Authorization: \(token)"),
    ("/nacos/a", "authorization: BEARER \(token)"), ("/nacos/a", "Authorization: Bearer \(guest)"),
    ("/nacos/a?accessToken=x", "Authorization: Bearer \(token)"), ("/nacos/a", "serverIdentity: x"),
    ("/nacos/a?accessToken=\(token)&accessToken=x", "X: 1"),
  ].map { target, field in "GET \(target) HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n" }

  private static let token =
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0"
    + ".LCl5DkUZvB4NvMcIPjFe2xNPE6ESRUQei352Sg9f-iQ"
  private static let guest =
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJndWVzdCIsImV4cCI6MTcwNDA4NTIwMH0"
    + ".p9F4xa1RKdVLikUCWSysQWsltviTm_OwcSjRf_V9hRw"

  @Test(arguments: deviations)
  func `is told by name, or by the name of an equal one`(id: String) throws {
    let model = NacosHTTPModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    let seat = FormatJudge(model).seat(
      for: .init(name: "some-port", language: "any", variant: "", version: ""))
    let clauses = try Self.clauses
    var shows = false
    for question in try Self.questions() {
      let answer = rules.plan(question).answer
      shows = shows || answer != model.reference.plan(question).answer
      let judgement = seat.judge(
        Row(id: "port/1", title: "", group: nil, question: question, answer: answer))
      #expect(judgement.verdict != .unexplained, "\(question.input)")
      if judgement.verdict == .differs { #expect(judgement.behaviours.count == 1) }
      #expect(
        judgement.clauses.allSatisfy {
          clauses[$0].map { $0.decides && $0.binds == "server" } ?? false
        }, "\(judgement.clauses)")
      let found = judgement.findings + model.brokenClauses(of: question)
      #expect(found.allSatisfy { clauses[$0] != nil }, "\(found)")
    }
    #expect(shows)
  }
}

@Suite struct `The requests of a Nacos client` {
  private static let names = Recordings.names(of: "nacos-client")

  private static var clauses: ClauseSet {
    get throws {
      let vectors = Recordings.folder.dropLast("/recordings".count)
      return try ClauseSet(format: "nacos-client", vectors: String(vectors))
    }
  }

  @Test(arguments: names)
  func `are allowed, with findings that are clauses`(name: String) throws {
    let seat = try Recordings.seat(name)
    let clauses = try Self.clauses
    for row in try Recordings.rows(name) {
      let judgement = seat.judge(row)
      #expect(judgement.verdict == .agrees, "\(row.id)")
      #expect(judgement.findings.allSatisfy { clauses[$0] != nil }, "\(row.id)")
    }
  }

  @Test(arguments: [
    ("python-1.0.0/normal", "nacos.client.password.url"),
    ("python-0.1.7/ttl-5", "nacos.client.password.login"),
    ("cpp-master-2024-01-16/normal", "nacos.client.token.url"),
    ("python-3.2.0/normal", "nacos.client.token.once"),
    ("rust-binding-py-0.8.0/login-refused-403", "nacos.client.token.sent"),
    ("python-1.0.0/ttl-12-second-request-after-3s", "nacos.client.token.kept"),
    ("rust-binding-py-0.8.0/ttl-12-second-request-after-33s", "nacos.client.refresh"),
    ("python-2.0.11/first-request-rejected-403", "nacos.client.refused.token"),
    ("go-v2.3.5/login-refused-403", "nacos.client.refused.login"),
    ("rust-binding-py-0.8.0/normal", "nacos.client.login.form"),
    ("python-1.0.0/normal", "nacos.client.page.bearer"),
  ])
  func `break the clauses that evidence names`(row: String, clause: String) throws {
    let name = "nacos-client/\(row.prefix { $0 != "/" }).jsonl"
    let seat = try Recordings.seat(name)
    let found = try Recordings.rows(name).first { $0.id == "nacos-client/\(row)" }
    #expect(seat.judge(try #require(found)).findings.contains(clause))
  }

  @Test func `break little where the client is careful`() throws {
    let name = "nacos-client/go-v2.3.5.jsonl"
    let seat = try Recordings.seat(name)
    for row in try Recordings.rows(name) where !row.id.hasSuffix("refused-403") {
      #expect(seat.judge(row).findings.isEmpty, "\(row.id)")
    }
  }

  @Test(
    arguments: [
      .null, .bool(true), .integer(1), "x", .array([]), .array([.null, .object([:])]),
      .array([
        .object(["query": .array([]), "at": "x", "path": .integer(1), "form": .null])
      ]),
    ] as [JSONValue])
  func `are judged whatever they are`(requests: JSONValue) throws {
    let seat = try Recordings.seat("nacos-client/go-v2.3.5.jsonl")
    for scenario in ["ttl-", "ttl-x-", "ttl-1e400", ""] {
      let question = Question(op: "carry", input: ["scenario": .string(scenario)])
      let answer = Answer(.ok, more: ["requests": requests])
      _ = seat.judge(Row(id: "r", title: "", group: nil, question: question, answer: answer))
    }
  }
}

@Suite struct `The rules of the Nacos reference` {
  @Test func `serve whom the reference serves`() throws {
    for name in Recordings.names(of: "nacos-http") {
      for row in try Recordings.rows(name) {
        let question = try #require(NacosHTTPQuestion(row.question))
        let request = try question.request.get()
        let isServed =
          request.isLogin
          ? (try? question.server.login(request)) != nil
          : question.server.isPeer(request) || (try? question.server.authorize(request)) != nil
        #expect((NacosHTTPRules().plan(row.question).outcome == .ok) == isServed, "\(row.id)")
      }
    }
  }
}
