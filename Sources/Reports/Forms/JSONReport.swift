// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// The numbers as one object: `Vectors/schema/verify.schema.json`.
struct JSONReport: Report {
  mutating func finish(_ results: Results) -> [UInt8] {
    var object = results.opening
    object["assistants"] = .array(results.assistants.map(\.json))
    object.members += results.reasons
    return object.line
  }
}

extension Results {
  /// The numbers of all rows, and which suite judged.
  var opening: JSONObject {
    var object: JSONObject = ["summary": summary]
    object["suite"] = suite.map { suite in
      .object(JSONObject(suite.members.map { member($0.name, .string($0.value)) }))
    }
    return object
  }

  /// The numbers of all rows.
  private var summary: JSONValue {
    var object = JSONObject(total.members)
    if isIncomplete { object.members.append(member("incomplete", .bool(true))) }
    return .object(object)
  }

  /// Why the exit code is not 0, where it is not.
  var reasons: [JSONObject.Member] {
    let lists = [
      ("failures", failures.map { JSONValue.string($0) }),
      ("errors", errors.map { .string("\($0)") }),
    ]
    return lists.filter { !$0.1.isEmpty }.map { member($0.0, .array($0.1)) }
  }
}

extension Results.Assistant {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "format": .string(format), "assistant": .string(identity.name),
      "language": .string(identity.language), "variant": .string(identity.variant),
    ]
    let behaviours = tally.behaviours.sorted { $0.key < $1.key }.map {
      JSONValue.object(["id": .string($0.key), "rows": .integer($0.value)])
    }
    object.members += tally.members
    object.members.append(member("behaviours", .array(behaviours)))
    return .object(object)
  }
}

extension Tally {
  fileprivate var members: [JSONObject.Member] {
    let predicted = JSONObject(Count.predictions.map { member($0.name, .integer($0.value(self))) })
    return Count.verdicts.map { member($0.name, .integer($0.value(self))) }
      + [member("predicted", .object(predicted))]
  }
}

private func member(_ name: String, _ value: JSONValue) -> JSONObject.Member {
  JSONObject.Member(name: Text(name), value: value)
}
