// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

extension Changes {
  /// One object: `Vectors/schema/diff.schema.json`.
  public var json: [UInt8] {
    let object: JSONObject = ["summary": .object(summary), "changes": .array(all.map(\.json))]
    return object.line
  }

  private var summary: JSONObject {
    let kinds = Change.Kind.allCases.map { kind in
      JSONObject.Member(name: Text(kind.rawValue), value: .integer(count(kind)))
    }
    return ["before": .integer(rows.before), "after": .integer(rows.after)] + JSONObject(kinds)
      + ["worse": .integer(worse)]
  }
}

extension Change {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "change": .string(kind.rawValue), "worse": .bool(isWorse),
    ]
    if !clause.isEmpty { object = object + ["clause": .string(clause)] }
    if let before { object = object + ["before": .object(before.short)] }
    if let after { object = object + ["after": .object(after.short)] }
    return .object(object)
  }
}

extension Judgement {
  fileprivate var short: JSONObject {
    var object: JSONObject = ["verdict": .string(verdict.rawValue)]
    if let severity { object = object + ["severity": .string(severity.rawValue)] }
    if !behaviours.isEmpty { object = object + ["behaviours": .strings(behaviours)] }
    return object
  }
}
