// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing
import Zego

@testable import Profiles

@Suite struct `A port that deviates in one way` {
  static let deviations: [(ZegoFormat, String)] = ZegoFormat.allCases.flatMap { format in
    ZegoDeviations.table(for: format).filter { $0.info.decides && $0.info.severity > .choice }
      .map { (format, $0.info.id) }
  }

  /// Questions in contract and around its borders.
  static func questions(_ format: ZegoFormat, long: Bool) -> [Question] {
    let plain: JSONObject =
      format == .token03
      ? [
        "app_id": 1, "room_id": "demo", "user_id": "demo",
        "privilege": .object(["1": 1, "2": 0]),
        "secret": "assay-example-secret-of-32-bytes", "effective_time_in_seconds": 3600,
      ]
      : [
        "app_id": 1, "user_id": "demo", "secret": "assay-example-secret-of-32-bytes",
        "effective_time_in_seconds": 3600, "payload": #"{"room_id":"demo"}"#,
      ]
    let changes: [JSONObject] = [
      [:], ["user_id": "a\u{0}b"], ["user_id": "用户"], ["secret": "éééééééééééééééé"],
      ["secret": "0123456789abcdef0123456789abcdef"], ["app_id": .integer(lexeme: "4294967297")],
      ["effective_time_in_seconds": .integer(lexeme: "9007199254740993")],
      ["effective_time_in_seconds": .integer(lexeme: "9223372036854775807")],
      ["effective_time_in_seconds": .float(lexeme: "3600.5")],
      ["effective_time_in_seconds": "3600"], ["app_id": .float(lexeme: "1.5")],
      ["user_id": .string(Text([0x61, 0xFF]))],
      ["user_id": .string(Text([0x61, 0xED, 0xA0, 0xBD]))],
      ["payload": .object(["0": 1, "1": 2])], ["payload": .bool(false)],
      ["privilege": .object(["0": 1, "1": 1])], ["privilege": .object(["1": 1])],
    ]
    let texts: [JSONObject] = [
      ["payload": .string(Text([UInt8](repeating: 0x70, count: 33_000)))],
      ["payload": .string(Text([UInt8](repeating: 0x70, count: 66_000)))],
      ["room_id": .string(Text([UInt8](repeating: 0x70, count: 33_000)))],
    ]
    return (0..<16).map {
      Question(
        op: "mint", input: plain.with(["user_id": .string(String(repeating: "u", count: $0 + 1))]))
    }
      + (changes + (long ? texts : [])).map { Question(op: "mint", input: plain.with($0)) }
  }

  @Test(arguments: deviations)
  func `is told by name, or by the name of an equal one`(
    format: ZegoFormat, id: String
  ) throws {
    let model = ZegoModel(format)
    let deviation = try #require(model.deviations.first { $0.info.id == id })
    var rules = model.reference
    deviation.change(&rules)
    let assistant = RecordingHeader.Assistant(
      name: "some-port", language: "any", variant: "", version: "")
    let seat = FormatJudge(model).seat(for: assistant)
    for question in Self.questions(format, long: id.hasPrefix("zego.length")) {
      let drawn = ZegoDrawn(
        ctime: 1_700_000_000, nonce: id == "zego.nonce-64-bits" ? 1 << 40 : 12_345,
        iv: Array("0123456789abcdef".utf8.prefix(rules.layout.ivLength)))
      let answer = model.plan(question, by: rules, with: drawn).answer
      let row = Row(id: "port/1", title: "", group: nil, question: question, answer: answer)
      let judgement = seat.judge(row)
      #expect(judgement.verdict != .unexplained, "\(question.input) \(judgement.mismatch as Any)")
      if judgement.verdict == .differs { #expect(judgement.behaviours.count == 1) }
    }
  }
}

extension JSONObject {
  /// The object with other values for some of its members; members that it lacks are left out.
  fileprivate func with(_ changes: JSONObject) -> JSONObject {
    JSONObject(
      members.map { member in
        changes.members.first { $0.name == member.name } ?? member
      })
  }
}
