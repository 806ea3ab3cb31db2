// SPDX-License-Identifier: MIT

internal import Bytes
public import JSON

// The form that a file of vectors has: one order of members, one way to break lines.
extension VectorFile {
  public static let version = 1

  public var json: JSONObject {
    [
      "vectors": .integer(Self.version), "format": .string(format), "op": .string(op),
      "topic": .string(topic), "about": .string(about),
      "notes": .object(
        JSONObject(
          notes.map {
            .init(
              name: Text($0.flag),
              value: ["bug": .string($0.bug.rawValue), "words": .string($0.words)])
          })), "groups": .array(groups.map { .object($0.json) }),
    ]
  }

  public var text: [UInt8] { JSONValue.object(json).laidOut() }
}

extension VectorGroup {
  fileprivate var json: JSONObject {
    [
      "source": [
        "kind": .string(source.kind.rawValue), "name": .string(source.name),
        "version": .string(source.version),
      ], "vectors": .array(vectors.map { .object($0.json) }),
    ]
  }
}

extension Vector {
  public var json: JSONObject {
    var object: JSONObject = [
      "id": .string(id), "level": .string(level.rawValue), "clauses": .strings(clauses),
      "flags": .strings(flags), "comment": .string(comment),
    ]
    object = object + question.json
    object["compare"] = expectation.comparison.map { .string($0.rawValue) }
    object["expect"] = .object(expectation.json)
    object["derivedFrom"] = derivation.map { .object($0.json) }
    return object
  }
}

extension VectorQuestion {
  public var json: JSONObject {
    var object: JSONObject = ["op": .string(op)]
    object["now"] = now.json
    if !world.members.isEmpty { object["world"] = .object(world.typed) }
    object["in"] = .object(input.typed)
    if !inject.members.isEmpty { object["inject"] = .object(inject.typed) }
    return object
  }
}

extension VectorQuestion.Moment {
  fileprivate var json: JSONValue? {
    switch self {
    case .second(let second): JSONValue.integer(second).typed
    case .ownClock: "port"
    case .timeless: nil
    }
  }
}

extension Expectation {
  fileprivate var json: JSONObject {
    var object: JSONObject
    switch verdict {
    case .accept(let answer): object = ["verdict": "accept", "answer": .object(answer.typed)]
    case .reject(let check):
      object = [
        "verdict": "reject", "stage": .string(check.stage.rawValue),
        "reason": .string(check.reason), "field": .string(check.field),
      ]
    }
    if !alsoAllowed.isEmpty { object["alsoAllowed"] = .strings(alsoAllowed) }
    return object
  }
}

extension Derivation {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["parent": .string(parent), "edit": .string(edit)]
    if !arguments.members.isEmpty { object["arguments"] = .object(arguments.typed) }
    return object
  }
}
