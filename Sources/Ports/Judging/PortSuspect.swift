// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// A broken copy of the reference, and what speaks for and against its being the port.
final class PortSuspect {
  /// In what a suspect's wrong answers are like those of the port, the most telling first.
  enum Likeness: CaseIterable {
    /// They say the same.
    case answer
    /// They accept or refuse alike where the other is right.
    case outcome
    /// They say the same here, though not everywhere.
    case part
  }

  let info: DeviationInfo
  /// The right answers of the port that it would not give.
  private(set) lazy var contradicted = againsts()
  private let copy: BrokenCopy
  private let evidence: [PortEvidence]
  private let model: any VectorModel
  /// The wrong answers that it explains.
  private var explained: [Likeness: Set<Int>] = [:]
  /// Those of them that it accepts with the same bytes.
  private var exact: Set<Int> = []

  /// Nothing where no wrong answer is like its own.
  init?(
    _ copy: BrokenCopy, _ info: DeviationInfo, _ evidence: [PortEvidence], _ model: any VectorModel
  ) {
    self.info = info
    self.copy = copy
    self.evidence = evidence
    self.model = model
    for entry in evidence where entry.isBroken { weigh(entry) }
    guard !explained.isEmpty else { return nil }
    if explained[.answer] != nil { takeUnanswered() }
  }

  /// Whether it is a check that is not made.
  var leavesOut: Bool { omitted != nil }

  func explained(_ likeness: Likeness, among open: Set<Int>) -> Set<Int> {
    explained[likeness, default: []].intersection(open)
  }

  /// What speaks for its explanation of some cases; the same bytes count twice as much.
  func gain(_ likeness: Likeness, among open: Set<Int>) -> Int {
    explained(likeness, among: open).count + exact.intersection(open).count
  }

  /// A weak likeness does not excuse a wrong answer: it names no deviation that a gate lets pass.
  private func weigh(_ entry: PortEvidence) {
    let other = model.answer(to: entry.vector.question, as: copy)
    if entry.isExactly(other) { exact.insert(entry.index) }
    if isLike(entry, other) {
      note(.answer, entry)
      if info.severity > .quality { note(.part, entry) }
    } else if info.severity > .quality, !entry.isUsual(other), entry.endsLike(other) {
      note(.outcome, entry)
    }
  }

  private func note(_ likeness: Likeness, _ entry: PortEvidence) {
    explained[likeness, default: []].insert(entry.index)
  }

  private func isLike(_ entry: PortEvidence, _ other: VectorAnswer) -> Bool {
    let isUsual = entry.isUsual(other)
    return !isUsual && entry.isLike(other, model)
      || (!isUsual || entry.isOpening) && omitted.map { entry.isPast($0, later: later) } ?? false
  }

  /// What comes after a check that is left out can end the port.
  private func takeUnanswered() {
    guard let omitted else { return }
    for entry in evidence where entry.answer == nil {
      guard let expected = entry.vector.expectation.check, omitted.covers(expected) else {
        continue
      }
      note(.answer, entry)
    }
  }

  /// That a check is left out is not gainsaid by a refusal of another check.
  private func againsts() -> Int {
    evidence.count { entry in
      guard !entry.isBroken else { return false }
      if let omitted, case .refused(let found?) = entry.answer, !omitted.covers(found) {
        return false
      }
      let other = model.answer(to: entry.vector.question, as: copy)
      guard !entry.isUsual(other) else { return false }
      guard case .broken = model.outcome(of: other, to: entry.vector) else { return false }
      return true
    }
  }

  private var omitted: Check? {
    if case .without(let check) = copy { check } else { nil }
  }

  private var later: ArraySlice<OpenerCheck> {
    let place = model.checks.firstIndex { $0.check == omitted }
    return place.map { model.checks[($0 + 1)...] } ?? []
  }
}
