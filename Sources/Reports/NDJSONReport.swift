// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// One JSON object a row, in the order of the rows, and the summary in the last line.
struct NDJSONReport: Report {
  let book: SpecBook

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    var bytes: [UInt8] = []
    for judgement in judgements {
      JSONValue.object(row(judgement)).write(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    JSONValue.object(["summary": .object(results.summary)]).encoded + [UInt8(ascii: "\n")]
  }

  /// Members that would be empty are left out.
  private func row(_ judgement: Judgement) -> JSONObject {
    var row: JSONObject = [
      "id": .string(judgement.id), "verdict": .string(judgement.verdict.rawValue),
      "contract": .string(judgement.inContract ? "in" : "out"),
      "prediction": .string(judgement.prediction.rawValue),
    ]
    func add(_ name: String, _ value: JSONValue?) {
      if let value { row.members.append(.init(name: Text(name), value: value)) }
    }
    add("behaviours", judgement.behaviours.json)
    add("findings", judgement.findings.json)
    add("clauses", judgement.clauses.json)
    add("severity", (judgement.severity?.rawValue).map { .string($0) })
    if let mismatch = judgement.mismatch {
      add("field", .string(mismatch.field))
      add("offset", mismatch.offset.map { .integer($0) })
      add("expected", .string(mismatch.expected))
      add("got", .string(mismatch.got))
      add("detail", .string(judgement.sentence(book)))
    }
    return row
  }
}

extension [String] {
  fileprivate var json: JSONValue? {
    isEmpty ? nil : .array(map { .string($0) })
  }
}
