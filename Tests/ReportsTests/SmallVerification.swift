// SPDX-License-Identifier: MIT

internal import Reports
internal import Suite

/// A verification made by hand: two assistants with a profile and a port without.
enum SmallVerification {
  static let book = SpecBook(
    deviations: [
      DeviationInfo(
        id: "zego.cuts-at-nul", clause: "zego.user-id.kept", severity: .security,
        words: "texts are cut at U+0000"),
      DeviationInfo(
        id: "zego.app-id-loose", clause: "zego.app-id.range", severity: .interop,
        words: "whatever is not loosely 0 is an app id"),
      DeviationInfo(
        id: "zego.json-order", clause: "zego.json.members", severity: .choice,
        words: "members stand in the order of the code"),
    ],
    clauses: [])

  static let batches: [[Judgement]] = [
    [agreeing("zego-04-cbc/cpp/0001.1"), cut("zego-04-cbc/cpp/0002.1")],
    [silent("zego-04-cbc/go/0001.1")],
    [agreeing("zego-04-cbc/port/0001.1"), wrong("zego-04-cbc/port/0002.1")],
  ]

  static let results = Results(
    assistants: zip(["cpp", "go", "port"], batches).map { variant, judgements in
      Results.Assistant(
        format: "zego-04-cbc",
        identity: .init(name: "assistant", language: variant, variant: variant),
        hasProfile: variant != "port", tally: tally(judgements))
    }, failures: ["1 row unexplained"])

  static func tally(_ judgements: [Judgement]) -> Tally {
    judgements.reduce(into: Tally()) { $0.add($1) }
  }

  /// What a form writes from the first byte to the last.
  static func rendered(
    _ form: String, _ batches: [[Judgement]] = batches, _ results: Results = results,
    colour: Bool = false, gate: Gate? = Gate(failsOn: nil, baseline: nil),
    replay: Replay = Replay()
  ) -> String {
    var report = ReportFormats.make(
      form, book: book, colour: colour, gate: gate, replay: replay)
    var bytes = batches.flatMap { report.add($0) }
    bytes += report.finish(results)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func agreeing(_ id: String) -> Judgement {
    var judgement = Judgement(id: id, verdict: .agrees, inContract: true)
    judgement.prediction = .bytes
    judgement.behaviours = ["zego.json-order"]
    return judgement
  }

  static func cut(_ id: String) -> Judgement {
    var judgement = Judgement(id: id, verdict: .differs, inContract: true)
    judgement.prediction = .bytes
    judgement.behaviours = ["zego.cuts-at-nul", "zego.json-order"]
    judgement.severity = .security
    judgement.clauses = ["zego.user-id.kept"]
    judgement.mismatch = Mismatch(
      "zego.user-id.kept", field: "user_id", offset: 22, expected: #""ab\u0000cd""#,
      got: #""ab""#)
    return judgement
  }

  static func silent(_ id: String) -> Judgement {
    var judgement = Judgement(id: id, verdict: .notJudged, inContract: false)
    judgement.prediction = .meaning
    return judgement
  }

  static func wrong(_ id: String) -> Judgement {
    var judgement = Judgement(id: id, verdict: .unexplained, inContract: false)
    judgement.findings = ["zego.app-id.range"]
    judgement.clauses = ["zego.app-id.kept"]
    judgement.mismatch = Mismatch(
      "zego.app-id.kept", field: "app_id", expected: "1 & <2>", got: "\u{1}|`x`\n")
    return judgement
  }
}
