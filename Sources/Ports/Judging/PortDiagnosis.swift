// SPDX-License-Identifier: MIT

internal import Suite

/// Finds the known deviations that give a port's wrong answers.
struct PortDiagnosis {
  /// More of them that are only alike say nothing.
  private static let mostAlike = 4
  /// Of what speaks against one that explains a part, as a multiple of what speaks for it.
  private static let mostAgainst = 4

  private let evidence: [PortEvidence]
  private let suspects: [PortSuspect]

  init(_ model: any VectorModel, _ cases: [PortCase]) {
    guard cases.contains(where: \.isBroken) else { (evidence, suspects) = ([], []); return }
    let evidence = cases.enumerated().compactMap { PortEvidence($1, at: $0, model) }
    self.evidence = evidence
    suspects = Self.copies(of: model).compactMap { PortSuspect($0.copy, $0.info, evidence, model) }
  }

  /// The broken copies that can fail a question.
  private static func copies(
    of model: any VectorModel
  ) -> [(copy: BrokenCopy, info: DeviationInfo)] {
    model.mistakes.filter { $0.severity > .choice }.map { (.making($0.id), $0) }
      + model.checks.map { (.without($0.check), $0.info) }
  }

  /// Notes with each wrong answer the deviations that explain most of them; those that explain the same
  /// are named together.
  func explain(_ cases: inout [PortCase]) {
    var open = Set(evidence.filter(\.isBroken).map(\.index))
    for likeness in PortSuspect.Likeness.allCases {
      while let best = best(among: open, likeness) {
        let found = best.explained(likeness, among: open)
        let causes = equals(of: best, among: open, likeness)
        for index in found { cases[index].causes = causes }
        open.subtract(found)
      }
    }
  }

  /// The suspect that explains most; what speaks against one is asked only where it could be that.
  private func best(among open: Set<Int>, _ likeness: PortSuspect.Likeness) -> PortSuspect? {
    let bounds = suspects.map { ($0, $0.gain(likeness, among: open)) }.filter { $0.1 > 0 }
    var (best, most): (PortSuspect?, Int) = (nil, likeness == .part ? .min : 0)
    for (suspect, bound) in bounds.sorted(by: { $0.1 > $1.1 }) where bound > most {
      let worth = bound - suspect.contradicted
      guard worth > most, isTelling(suspect, likeness, bound, among: open) else { continue }
      (best, most) = (suspect, worth)
    }
    return best
  }

  /// Answers that only end alike have to be all that end so, and a part may not be the smallest.
  private func isTelling(
    _ suspect: PortSuspect, _ likeness: PortSuspect.Likeness, _ gain: Int, among open: Set<Int>
  ) -> Bool {
    switch likeness {
    case .answer: return true
    case .outcome:
      let found = suspect.explained(likeness, among: open)
      let left = evidence.filter { open.contains($0.index) }
      let endings = Set(left.filter { found.contains($0.index) }.map(\.ending))
      return found == Set(left.filter { endings.contains($0.ending) }.map(\.index))
    case .part:
      return suspect.leavesOut || suspect.contradicted <= Self.mostAgainst * gain
    }
  }

  /// Those that explain the same as well, the worst first.
  private func equals(
    of best: PortSuspect, among open: Set<Int>, _ likeness: PortSuspect.Likeness
  ) -> [DeviationInfo] {
    let (found, gain) = (
      best.explained(likeness, among: open), best.gain(likeness, among: open)
    )
    let equals = suspects.filter {
      $0.explained(likeness, among: open) == found
        && $0.gain(likeness, among: open) - $0.contradicted == gain - best.contradicted
    }
    guard likeness == .answer || equals.count <= Self.mostAlike else { return [] }
    return equals.map(\.info).sorted { $0.severity > $1.severity }
  }
}
