// SPDX-License-Identifier: MIT

public import JSON

/// Makes a baseline fit what was just judged.
public struct BaselineUpdate: Sendable {
  private let earlier: [Baseline.Entry]
  private let deviations: [String: DeviationInfo]
  /// The verdicts that rows of an earlier entry got.
  private var met: [[Judgement.Verdict]]
  private var fresh: [Judgement] = []

  public init(_ earlier: Baseline?, deviations: [String: DeviationInfo]) {
    self.earlier = earlier?.entries ?? []
    self.deviations = deviations
    met = self.earlier.map { _ in [] }
  }

  public mutating func add(_ judgement: Judgement, failing: Bool) {
    if let index = earlier.firstIndex(where: { $0.match.matches(judgement.id) }),
      judgement.verdict == earlier[index].observed
    {
      met[index].append(judgement.verdict)
    } else if failing {
      fresh.append(judgement)
    }
  }

  /// Earlier entries that still fit, then what is new; somebody has to say why the unexplained stay.
  public var json: JSONValue {
    let kept = zip(earlier, met).filter { !$1.isEmpty }.map { $0.0.json }
    return ["baseline": 1, "known": .array((kept + fresh.map(entry)).map { .object($0) })]
  }

  private func entry(_ judgement: Judgement) -> JSONObject {
    let words = judgement.behaviours.first.flatMap { deviations[$0] }
      .map { "\($0.id): \($0.words)" }
    return [
      "match": .string(judgement.id), "observed": .string(judgement.verdict.rawValue),
      "reason": .string(words ?? ""),
    ]
  }
}

extension Baseline.Entry {
  fileprivate var json: JSONObject {
    var object: JSONObject = [
      "match": .string(match.pattern), "observed": .string(observed.rawValue),
      "reason": .string(reason),
    ]
    object["link"] = link.map { .string($0) }
    object["until"] = until.map { .string($0) }
    return object
  }
}
