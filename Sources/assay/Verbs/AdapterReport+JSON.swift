// SPDX-License-Identifier: MIT

internal import JSON
internal import Ports

extension AdapterReport {
  /// The report as adapter-check.schema.json has it.
  var json: JSONValue {
    [
      "checks": .array(checks.map(\.json)),
      "summary": [
        "holds": .bool(holds), "passed": .integer(count(.passed)),
        "failed": .integer(count(.failed)), "notReached": .integer(count(.notReached)),
        "answered": .integer(answered), "right": .integer(right),
      ],
    ]
  }
}

extension AdapterCheck {
  fileprivate var json: JSONValue {
    [
      "check": .string(step.rawValue), "subject": .string(subject),
      "outcome": .string(outcome.rawValue), "problems": .array(problems.map(\.json)),
      "notes": .strings(notes),
    ]
  }
}

extension AdapterProblem {
  fileprivate var json: JSONValue {
    [
      "mistake": .string(mistake.id), "words": .string(words), "sent": .string(sent),
      "came": .strings(came), "errors": .string(errors), "wants": .string(mistake.wants),
      "page": .string(mistake.page), "remedy": .string(mistake.remedy),
    ]
  }
}
