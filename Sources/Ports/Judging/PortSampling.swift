// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Looks at what a port draws by itself, over all tokens that it made.
struct PortSampling {
  /// Fewer tokens say nothing.
  static let fewest = 16

  /// The operations that make a token out of nothing but arguments.
  private static let making: Set = ["mint", "build"]

  let model: any VectorModel
  let cases: [PortCase]

  /// A judgement for each value that the port draws and that it cannot be given.
  func judgements(_ ability: PortHello.Ability) -> [Judgement] {
    model.drawnRules.filter { !ability.injectable.contains($0.name) }.compactMap(judgement)
  }

  private func judgement(_ rule: DrawnRule) -> Judgement? {
    let values = values(of: rule)
    guard values.count >= Self.fewest else { return nil }
    var found: [(rule: DrawnRule.Rule, words: String)] = []
    let repeated = values.count - Set(values).count
    if repeated > 0 {
      found.append((rule.fresh, "\(repeated) of \(values.count) tokens repeat it"))
    }
    if let words = rule.bits.map({ narrow(values, bits: $0) }) ?? poor(values) {
      found.append((rule.wide, words))
    }
    return judgement(rule, found)
  }

  private func judgement(
    _ rule: DrawnRule, _ found: [(rule: DrawnRule.Rule, words: String)]
  ) -> Judgement {
    let broken = found.filter { $0.rule.level == .must }
    var judgement = Judgement(
      id: "\(model.format).sampled.\(rule.name)", verdict: broken.isEmpty ? .agrees : .unexplained,
      inContract: true)
    judgement.clauses = broken.map(\.rule.clause)
    judgement.findings = found.filter { $0.rule.level != .must }.map(\.rule.clause)
    judgement.reason = found.isEmpty ? nil : found.map(\.words).joined(separator: "; ")
    if let first = broken.first {
      judgement.mismatch = Mismatch(
        first.rule.clause, field: rule.name, expected: "another one for every token",
        got: first.words)
    }
    return judgement
  }

  private func values(of rule: DrawnRule) -> [JSONValue] {
    cases.compactMap { entry in
      guard case .accepted(let answer)? = entry.answer,
        Self.making.contains(entry.vector.question.op),
        entry.isFree || entry.given.contains(rule.name)
      else { return nil }
      return model.content(of: answer, to: entry.vector.question)?[rule.name]
    }
  }

  /// Numbers that keep to a small part of their range.
  private func narrow(_ values: [JSONValue], bits: Int) -> String? {
    let numbers = values.compactMap(\.int64)
    guard let least = numbers.min(), let most = numbers.max(), numbers.count == values.count else {
      return nil
    }
    let spread = most.subtractingReportingOverflow(least)
    guard !spread.overflow, spread.partialValue < Int64(1) << (bits - 2) else { return nil }
    return "all are \(least) to \(most), a small part of \(bits) bits"
  }

  /// Bytes of which only few occur.
  private func poor(_ values: [JSONValue]) -> String? {
    let bytes = values.compactMap { $0.string.flatMap { try? Hex.decode(Array($0.utf8).span) } }
      .flatMap(\.self)
    guard !bytes.isEmpty else { return nil }
    let symbols = Set(bytes).count
    let usual = min(bytes.count, 256) / 3
    guard symbols < usual else { return nil }
    return "\(bytes.count) bytes have \(symbols) values in all"
  }
}
