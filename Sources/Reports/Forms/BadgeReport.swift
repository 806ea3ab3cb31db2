// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// What an endpoint badge shows: the verdict, and nothing that a part of the questions could earn.
struct BadgeReport: Report {
  mutating func finish(_ results: Results) -> [UInt8] {
    let outcome = Headline(results: results).outcome
    let object: JSONObject = [
      "schemaVersion": 1, "label": "assay", "message": .string(outcome.rawValue),
      "color": .string(outcome.badgeColour),
    ]
    return object.line
  }
}

extension Headline.Verdict {
  fileprivate var badgeColour: String {
    switch self {
    case .conformant: "brightgreen"
    case .notConformant: "red"
    case .partial, .incomplete, .empty: "lightgrey"
    }
  }
}
