// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// The results as one JSON object.
struct JSONReport: Report {
  mutating func add(_ judgements: [Judgement]) -> [UInt8] { [] }

  mutating func finish(_ results: Results) -> [UInt8] {
    var object: JSONObject = [
      "summary": .object(results.summary),
      "assistants": .array(results.assistants.map { .object($0.json) }),
    ]
    if !results.failures.isEmpty {
      let lines = results.failures.map { JSONValue.string($0) }
      object.members.append(.init(name: "failures", value: .array(lines)))
    }
    if !results.errors.isEmpty {
      let lines = results.errors.map { JSONValue.string($0.description) }
      object.members.append(.init(name: "errors", value: .array(lines)))
    }
    return JSONValue.object(object).encoded + [UInt8(ascii: "\n")]
  }
}

extension Results {
  /// The numbers of all recordings together.
  var summary: JSONObject {
    var summary = total.json
    if isIncomplete { summary.members.append(.init(name: "incomplete", value: .bool(true))) }
    return summary
  }
}

extension Results.Assistant {
  var json: JSONObject {
    var object: JSONObject = [
      "format": .string(format), "assistant": .string(identity.name),
      "language": .string(identity.language), "variant": .string(identity.variant),
    ]
    object.members += tally.json.members
    let behaviours = tally.behaviours.sorted { $0.key < $1.key }.map { id, rows in
      JSONValue.object(["id": .string(id), "rows": .integer(rows)])
    }
    object.members.append(.init(name: "behaviours", value: .array(behaviours)))
    return object
  }
}

extension Tally {
  var json: JSONObject {
    func members(_ columns: [Matrix.Column]) -> [JSONObject.Member] {
      columns.map { .init(name: Text($0.name), value: .integer($0.value(self))) }
    }
    var object = JSONObject(members(Matrix.columns))
    object.members.append(
      .init(name: "predicted", value: .object(JSONObject(members(Matrix.predictions)))))
    return object
  }
}
