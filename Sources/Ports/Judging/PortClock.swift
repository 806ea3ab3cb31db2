// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

/// Holds the time in every token that a port made by its own clock against the time in which it was
/// asked and answered.
struct PortClock {
  private let model: any VectorModel
  private let rule: ClockRule
  private let readings: [ClockReading]

  /// Nothing for a format whose tokens tell no time.
  init?(_ model: any VectorModel, _ cases: [PortCase]) {
    guard let rule = model.clockRule else { return nil }
    self.model = model
    self.rule = rule
    readings = cases.compactMap { Self.reading($0, rule, model) }
  }

  /// One for a token that is right but for its time, if that is the clock's.
  private static func reading(
    _ entry: PortCase, _ rule: ClockRule, _ model: any VectorModel
  ) -> ClockReading? {
    guard entry.finding == .met, let times = entry.times,
      case .accepted(let answer)? = entry.answer,
      let told = model.content(of: answer, to: entry.vector.question)?[rule.name]?.int64,
      let due = model.told(by: entry.vector.question, at: times.asked, rule),
      let later = model.told(by: entry.vector.question, at: times.asked + 1, rule),
      later == due &+ 1
    else { return nil }
    return ClockReading(told: told, due: due, times: times)
  }

  /// A wrong time of one token is enough; that few are right says little.
  var judgement: Judgement? {
    let words = ClockWords(readings).text
    guard words != nil || readings.count >= PortSampling.fewest else { return nil }
    var judgement = Judgement(
      id: "\(model.format).sampled.now", verdict: words == nil ? .agrees : .unexplained,
      inContract: true)
    judgement.subjects = [rule.clause]
    guard let words else { return judgement }
    judgement.clauses = [rule.clause]
    judgement.reason = words
    judgement.mismatch = Mismatch(
      rule.clause, field: rule.name, expected: "the time between question and answer", got: words)
    return judgement
  }
}

extension VectorModel {
  /// What the reference's token tells that is made at a second.
  fileprivate func told(
    by question: VectorQuestion, at second: Int64, _ rule: ClockRule
  ) -> Int64? {
    var question = question
    question.now = .second(second)
    guard case .accepted(let answer) = answer(to: question, as: nil) else { return nil }
    return content(of: answer, to: question)?[rule.name]?.int64
  }
}
