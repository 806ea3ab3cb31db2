// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Suite
import Testing

@testable import Profiles

@Suite struct `A question to a NATS client` {
  static let model = CarryModel()

  private static func seats() -> [any SeatedJudge] {
    CarryProfiles.all.map {
      FormatJudge(model).seat(for: .init(name: $0.assistant, language: "", variant: $0.variant))
    }
  }

  private static func judge(_ input: JSONObject, _ answer: Answer) {
    let row = Row(
      id: "x", title: "", group: nil, question: Question(op: "carry", input: input),
      answer: answer)
    for seat in seats() {
      _ = seat.judge(row)
      _ = seat.predict(row)
    }
  }

  private static let answers: [Answer] = [
    Answer(.ok), Answer(.ok, more: ["line": .integer(1)]), Answer(.ok, more: ["line": ""]),
    Answer(.ok, more: ["lineHex": "f"]), Answer(.ok, more: ["line": "CONNECT"]),
    Answer(.ok, more: ["line": "CONNECT {\"version\":", "otherLines": .array(["a", .null])]),
    Answer(.refused), Answer(.crashed, error: ErrorAnswer(kind: "killed")),
  ]

  @Test func `that is malformed has a judgement`() {
    let odd: [JSONValue] = [
      .null, .bool(true), .integer(1), .float(lexeme: "1e999"), "", .string(Text([0xFF])),
      .string(Text([0xED, 0xA0, 0x80])), .array([]), .object([:]),
    ]
    for value in odd {
      for name in ["url", "token", "user", "pass", "token_handler_returns"] {
        let known: JSONObject = ["url": "nats://127.0.0.1:4222", "token": "t"]
        let input = JSONObject(
          known.members.filter { $0.name.display != name } + [.init(name: Text(name), value: value)]
        )
        for answer in Self.answers { Self.judge(input, answer) }
      }
    }
    for answer in Self.answers { Self.judge([:], answer) }
  }

  @Test func `with any address traps no client`() {
    var random = SystemRandomNumberGenerator()
    let marks = Array("@:/%?#,[]{}\"\\ \r\n\t.0éa".utf8)
    for text in ["nats://to%6Ben@127.0.0.1:4222", "u:p@[::1]:4222/", "a,b@h:1,nats://c@g"] {
      for _ in 0..<150 {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0...4, using: &random) {
          let place = Int.random(in: 0...bytes.count, using: &random)
          if Bool.random(using: &random), place < bytes.count { bytes.remove(at: place) }
          let mark = marks.randomElement(using: &random) ?? 0
          bytes.insert(mark, at: min(place, bytes.count))
        }
        for answer in Self.answers.prefix(1) {
          Self.judge(["url": .string(Text(bytes)), "token": "t"], answer)
        }
        _ = NATSTool().inspect(bytes, secret: nil, now: 0)
        _ = NATSTool().inspect(Array("CONNECT ".utf8) + bytes, secret: nil, now: 0)
      }
    }
  }

  @Test(arguments: [
    ("nats://127.0.0.1:4222", "t", [String]()),
    ("nats://127.0.0.1:4222", "", ["nats.token.given"]),
    ("nats://127.0.0.1:4222", "a\u{0}", ["nats.token.text"]),
    ("nats://t@127.0.0.1:4222", "t", ["nats.one-place"]),
    ("nats://127.0.0.1:4223", "t", ["nats.url.server"]),
    ("tls://127.0.0.1:4222", "t", ["nats.url.server"]),
    ("http://127.0.0.1:4222", "t", ["nats.url.scheme"]),
    ("nats://127.0.0.1:4222/a", "t", ["nats.url.characters"]),
    ("127.0.0.1:4222,127.0.0.1:4222", "t", ["nats.url.one-server", "nats.url.characters"]),
  ])
  func `breaks the clauses that it breaks`(url: String, token: String, clauses: [String]) {
    let question = Question(
      op: "carry", input: ["url": .string(url), "token": .string(token)])
    #expect(Set(Self.model.brokenClauses(of: question)) == Set(clauses))
  }
}
