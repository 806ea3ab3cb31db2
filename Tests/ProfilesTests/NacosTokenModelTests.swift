// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `An answer of a known Nacos server` {
  static let variants = NacosTokenProfiles.all.map(\.variant)

  static func name(_ variant: String) -> String { "nacos-jwt/\(variant).jsonl" }

  @Test(arguments: variants)
  func `needs every behaviour of its profile`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    let needed = try Recordings.rows(Self.name(variant)).reduce(into: Set<String>()) {
      $0.formUnion(seat.needs($1))
    }
    let profile = try #require(NacosTokenProfiles.all.first { $0.variant == variant })
    #expect(needed == Set(profile.behaviours))
  }

  private static func verdict(
    _ seat: any SeatedJudge, _ row: Row, _ change: (inout Answer) -> Void
  ) -> Judgement {
    var answer = row.answer
    change(&answer)
    return seat.judge(
      Row(id: row.id, title: "", group: nil, question: row.question, answer: answer))
  }

  @Test(arguments: variants)
  func `is unexplained where one byte of a token was changed`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    let row = try #require(
      Recordings.rows(Self.name(variant)).first { $0.id.hasSuffix("/sign-key64") })
    for index in try #require(row.answer.token).bytes.indices {
      let judgement = Self.verdict(seat, row) { $0.token?.bytes[index] ^= 1 }
      #expect(judgement.verdict == .unexplained, "byte \(index)")
    }
  }

  @Test(arguments: variants)
  func `is unexplained where a decision was turned round`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Recordings.rows(Self.name(variant)) {
      let known = seat.judge(row)
      guard known.inContract, known.verdict == .agrees else { continue }
      let judgement = Self.verdict(seat, row) { answer in
        let isOK = answer.outcome == .ok
        answer =
          isOK
          ? Answer(.refused, error: ErrorAnswer(code: .null, type: "java.lang.Error"))
          : Answer(.ok, token: "x", more: ["claims": .object(["username": "x"])])
      }
      #expect(judgement.verdict == .unexplained, "\(row.id)")
    }
  }

  @Test(arguments: variants)
  func `is not predicted with another user, end or message`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Recordings.rows(Self.name(variant)) where row.question.op == "open" {
      let judgement = Self.verdict(seat, row) { answer in
        answer.error?.message = "x" + (row.answer.error?.message ?? "")
        if answer.outcome == .ok { answer.more = ["claims": .object(["username": "somebody"])] }
      }
      #expect(judgement.prediction == .none, "\(row.id)")
    }
  }

  @Test func `is judged even where the question makes no sense`() throws {
    let seat = try Recordings.seat(Self.name("3.0.3"))
    let inputs: [JSONObject] = [
      [:], ["secret_key": .integer(7)], ["secret_key": "", "now": "x", "token": .null],
      ["secret_key": "A", "now": .integer(1), "token": .object([:])],
      ["secret_key": "A", "now": .integer(Int64.max), "user": "x", "expire_seconds": .integer(1)],
    ]
    for op in ["mint", "open", "carry"] {
      for input in inputs {
        for outcome in Outcome.allCases {
          let row = Row(
            id: "x", title: "", group: nil, question: Question(op: op, input: input),
            answer: Answer(outcome))
          #expect(seat.judge(row).verdict != .differs)
        }
      }
    }
  }

  // MARK: - Ports

  /// The mistakes that decide, each of which a port is found by.
  static let mistakes = NacosTokenDeviations.table.filter {
    $0.info.severity > .choice && !NacosTokenProfiles.all.flatMap(\.behaviours).contains($0.info.id)
  }.map(\.info.id)

  /// A single decision of these can have another reason too.
  static let ambiguous: Set<String> = [
    "nacos.expiry-early", "nacos.expiry-reversed", "nacos.exp-optional", "nacos.expiry-leeway",
    "nacos.hs256-alone",
  ]

  @Test(arguments: mistakes)
  func `is found again in a port that has one mistake`(id: String) throws {
    let model = NacosTokenModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    let seat = try Recordings.seat(Self.name("3.0.3"), asPort: true)
    var found: Set<String> = []
    for row in try Recordings.rows(Self.name("3.0.3")) {
      let answer = rules.plan(row.question).answer
      let judgement = seat.judge(
        Row(id: row.id, title: "", group: nil, question: row.question, answer: answer))
      #expect(judgement.verdict != .unexplained, "\(row.id)")
      if judgement.verdict == .differs { found.formUnion(judgement.behaviours) }
    }
    #expect(found.contains(id) || Self.ambiguous.contains(id) && !found.isEmpty)
  }
}

@Suite struct `The table of Nacos's deviations` {
  @Test func `names each deviation once, and clauses that there are`() throws {
    let ids = NacosTokenDeviations.table.map(\.info.id)
    #expect(Set(ids).count == ids.count)
    let vectors = String(Recordings.folder.dropLast("/recordings".count))
    let clauses = try ClauseSet(format: "nacos-jwt", vectors: vectors)
    for deviation in NacosTokenDeviations.table {
      #expect(clauses[deviation.info.clause] != nil, "\(deviation.info.id)")
    }
  }
}
