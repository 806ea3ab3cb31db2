// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `A legacy key of a known assistant` {
  static let variants = LegacyProfiles.all.map(\.variant)

  static func name(_ variant: String) -> String { "agora-legacy/\(variant).jsonl" }

  /// The first rows in contract that have a token, one for each function.
  private static func minted(_ variant: String) throws -> [Row] {
    let seat = try Recordings.seat(name(variant))
    var seen: Set<String> = []
    return try Recordings.rows(name(variant)).filter { row in
      guard row.answer.outcome == .ok, let entry = row.question.input["entry"]?.string else {
        return false
      }
      let judgement = seat.judge(row)
      return judgement.inContract && judgement.verdict == .agrees && seen.insert(entry).inserted
    }
  }

  @Test(arguments: variants)
  func `is unexplained where one byte of it was changed`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Self.minted(variant) {
      let token = try #require(row.answer.token)
      for index in token.bytes.indices where token.bytes[index] != UInt8(ascii: "=") {
        var answer = row.answer
        answer.token?.bytes[index] = token.bytes[index] == UInt8(ascii: "1") ? 0x32 : 0x31
        #expect(Self.verdict(seat, row, answer) == .unexplained, "\(row.id) byte \(index)")
      }
    }
  }

  @Test(arguments: variants)
  func `is unexplained where one of its arguments was another`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Self.minted(variant) {
      let call = try #require(LegacyCall(row.question))
      for (place, argument) in call.entry.arguments.enumerated()
      where call.entry != .relativeSignaling || argument != .expire {
        let question = try #require(Self.change(row.question, at: place))
        let changed = Row(
          id: row.id, title: "", group: nil, question: question, answer: row.answer)
        #expect(seat.judge(changed).verdict == .unexplained, "\(row.id) \(argument)")
      }
    }
  }

  @Test(arguments: variants)
  func `is unexplained where it was refused in contract`(variant: String) throws {
    let seat = try Recordings.seat(Self.name(variant))
    for row in try Self.minted(variant) {
      for kind in ["returned", "empty", "thrown", "killed"] {
        let error = ErrorAnswer(kind: kind, message: "Sorry: no")
        let outcome: Outcome = kind == "returned" || kind == "empty" ? .refused : .crashed
        #expect(
          Self.verdict(seat, row, Answer(outcome, error: error)) == .unexplained, "\(row.id)")
      }
    }
  }

  private static func verdict(
    _ seat: any SeatedJudge, _ row: Row, _ answer: Answer
  ) -> Judgement.Verdict {
    seat.judge(
      Row(id: row.id, title: "", group: nil, question: row.question, answer: answer)
    ).verdict
  }

  /// The question with another value in contract for one argument.
  private static func change(_ question: Question, at place: Int) -> Question? {
    guard var values = question.input["args"]?.array, values.indices.contains(place) else {
      return nil
    }
    values[place] =
      switch values[place] {
      case .string(let text) where text == "3": "0"
      case .string(let text): .string(Text(text.bytes.dropLast() + [0x35]))
      default: .integer((values[place].int64 ?? 0) / 2 + 17)
      }
    return Question(
      op: question.op,
      input: ["entry": question.input["entry"] ?? .null, "args": .array(values)],
      at: question.at)
  }
}

@Suite struct `The table of legacy deviations` {
  @Test func `names each deviation once`() {
    let ids = LegacyDeviations.table.map(\.info.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("agora.legacy-") })
  }

  @Test func `names only clauses of the format`() throws {
    let clauses = try Self.clauses
    for entry in LegacyDeviations.table {
      #expect(clauses[entry.info.clause] != nil, "\(entry.info.id): \(entry.info.clause)")
    }
  }

  static var clauses: ClauseSet {
    get throws {
      let vectors = Recordings.folder.dropLast("/recordings".count)
      return try ClauseSet(format: "agora-legacy", vectors: String(vectors))
    }
  }

  @Test func `has every behaviour of every profile`() {
    let ids = Set(LegacyDeviations.table.map(\.info.id))
    for profile in LegacyProfiles.all {
      #expect(ids.isSuperset(of: profile.behaviours), "\(profile.variant)")
      #expect(Set(profile.behaviours).count == profile.behaviours.count, "\(profile.variant)")
    }
  }

  /// What these two do with values of other types, no recorded question asks.
  static let pinned: Set = ["agora.legacy-types-node", "agora.legacy-types-php"]

  @Test func `has no behaviour in a profile that no recording needs`() throws {
    var unneeded: Set<String> = []
    for profile in LegacyProfiles.all {
      let name = `A legacy key of a known assistant`.name(profile.variant)
      let seat = try Recordings.seat(name)
      let needed = Set(try Recordings.rows(name).flatMap { seat.needs($0) })
      unneeded.formUnion(Set(profile.behaviours).subtracting(needed))
    }
    #expect(unneeded == Self.pinned)
  }
}

@Suite struct `A port of the legacy keys that deviates in one way` {
  static let deviations = LegacyDeviations.table
    .filter { $0.info.decides && $0.info.severity > .choice }.map(\.info.id)

  /// Questions in contract and around its borders, for every function.
  static let questions: [Question] = LegacyEntry.allCases.flatMap { entry in
    let plain = entry.arguments.map { values[$0] ?? .null }
    let changed = entry.arguments.enumerated().flatMap { place, argument in
      (others[argument] ?? []).map { other in
        plain.enumerated().map { $0.offset == place ? other : $0.element }
      }
    }
    return ([plain] + changed).map { values in
      Question(op: "mint", input: ["entry": .string(entry.rawValue), "args": .array(values)])
    }
  }

  private static let values: [LegacyArgument: JSONValue] = [
    .account: "demo", .appID: "970CA35de60c44645bbae8a215061b33",
    .certificate: "5CFd2fd1755d40ecb72977518be15d3b", .channel: "demo",
    .ts: .integer(1_446_455_472), .random: .integer(58_964_981),
    .uid: .integer(2_882_341_273), .expire: .integer(1_446_455_471), .permission: "3",
  ]

  private static let digits: [JSONValue] = [
    "", "970CA35de60c44645bbae8a215061b3", "g70CA35de60c44645bbae8a215061b33",
    "970CA35de60c44645bbae8a215061b3z", .null, .integer(5),
  ]

  private static let numbers: [JSONValue] = [
    .integer(0), .integer(2_147_483_648), .integer(4_294_967_295), .integer(4_294_967_296),
    .integer(-1), .float(lexeme: "1.5"), "7", .null,
  ]

  private static let texts: [JSONValue] = [
    "", "用户", .string(String(repeating: "x", count: 65)),
    .string(String(repeating: "x", count: 985)), .null, .string(Text([0xED, 0xA0, 0xBD])),
  ]

  private static let others: [LegacyArgument: [JSONValue]] = [
    .account: texts, .appID: digits, .certificate: digits, .channel: texts, .ts: numbers,
    .random: numbers, .uid: numbers, .expire: numbers, .permission: ["0", "1", .null],
  ]

  @Test(arguments: deviations)
  func `is told by name, or by the name of an equal one`(id: String) throws {
    let model = AgoraLegacyModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    let seat = FormatJudge(model).seat(
      for: .init(name: "some-port", language: "any", variant: "", version: ""))
    let clauses = try `The table of legacy deviations`.clauses
    for question in Self.questions {
      let plan = model.plan(question, by: rules, with: LegacyDrawn(now: 1_700_000_000))
      let row = Row(
        id: "port/1", title: "", group: nil, question: question, answer: model.answer(plan))
      let judgement = seat.judge(row)
      #expect(judgement.verdict != .unexplained, "\(question.input) \(judgement.mismatch as Any)")
      if judgement.verdict == .differs { #expect(judgement.behaviours.count == 1) }
      // What decides must be a rule that is kept and binds the minter; what is found, a rule.
      #expect(
        judgement.clauses.allSatisfy {
          clauses[$0].map { $0.decides && $0.binds == "minter" } ?? false
        }, "\(judgement.clauses)")
      let found = judgement.findings + model.brokenClauses(of: question)
      #expect(found.allSatisfy { clauses[$0] != nil }, "\(found)")
    }
  }

  @Test(arguments: LegacyDeviations.table.map(\.info.id))
  func `gives other answers than the reference somewhere`(id: String) throws {
    let model = AgoraLegacyModel()
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    // Some show only where nothing else is checked.
    let differs = [true, false].contains { isChecked in
      var plain = model.reference
      plain.isChecked = isChecked
      var rules = plain
      deviation.change(&rules)
      let drawn = LegacyDrawn(now: 1_700_000_000)
      return Self.questions.contains {
        model.plan($0, by: rules, with: drawn) != model.plan($0, by: plain, with: drawn)
      }
    }
    #expect(differs)
  }

  @Test func `agrees where it does what the reference does`() {
    let model = AgoraLegacyModel()
    let seat = FormatJudge(model).seat(
      for: .init(name: "some-port", language: "any", variant: "", version: ""))
    for question in Self.questions {
      let plan = model.plan(
        question, by: model.reference, with: LegacyDrawn(now: 1_700_000_000))
      let judgement = seat.judge(
        Row(
          id: "port/1", title: "", group: nil, question: question, answer: model.answer(plan)))
      #expect(judgement.verdict == .agrees, "\(question.input) \(judgement.mismatch as Any)")
      #expect((plan.outcome == .ok) == judgement.inContract, "\(question.input)")
    }
  }
}
