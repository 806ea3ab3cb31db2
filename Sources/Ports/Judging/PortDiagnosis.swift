// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Finds the known deviations that give a port's wrong answers.
struct PortDiagnosis {
  private let model: any VectorModel

  init(_ model: any VectorModel) { self.model = model }

  /// A broken copy of the reference, and what speaks for and against its being the port.
  private struct Suspect {
    let info: DeviationInfo
    /// The wrong answers that it gives too.
    let explained: Set<Int>
    /// Those of them that are the same to the last byte.
    let exact: Set<Int>
    /// The right answers of the port that it would not give.
    let contradicted: Int

    /// What its explanation of some cases is worth; bytes tell apart what else is equal.
    func worth(among open: Set<Int>) -> (cases: Int, bytes: Int) {
      (explained.intersection(open).count - contradicted, exact.intersection(open).count)
    }
  }

  /// Notes with each wrong answer the deviations that explain most of them; those that explain the same
  /// are named together.
  func explain(_ cases: inout [PortCase]) {
    var open = Set(cases.indices.filter { cases[$0].isBroken && cases[$0].answer != nil })
    guard !open.isEmpty else { return }
    let suspects = copies.compactMap { suspect($0.copy, $0.info, cases, open) }
    while let best = suspects.max(by: { $0.worth(among: open) < $1.worth(among: open) }),
      best.worth(among: open).cases > 0
    {
      let found = best.explained.intersection(open)
      let equal = suspects.filter { suspect in
        suspect.worth(among: open) == best.worth(among: open)
          && suspect.explained.intersection(open) == found
      }
      for index in found {
        cases[index].causes = equal.map(\.info).sorted { $0.severity > $1.severity }
      }
      open.subtract(found)
    }
  }

  private var copies: [(copy: BrokenCopy, info: DeviationInfo)] {
    model.mistakes.filter { $0.severity > .choice }.map { (.making($0.id), $0) }
      + model.checks.map { (.without($0.check), $0.info) }
  }

  private func suspect(
    _ copy: BrokenCopy, _ info: DeviationInfo, _ cases: [PortCase], _ open: Set<Int>
  ) -> Suspect? {
    var (explained, exact): (Set<Int>, Set<Int>) = ([], [])
    for index in open {
      guard let answer = cases[index].answer else { continue }
      let vector = cases[index].vector
      let other = model.answer(to: vector.question, as: copy)
      if isExact(answer, other) { exact.insert(index) }
      if exact.contains(index) || isSame(answer, other, vector) { explained.insert(index) }
    }
    guard !explained.isEmpty else { return nil }
    let contradicted = cases.count { entry in
      guard entry.finding == .met, entry.answer != nil else { return false }
      let answer = model.answer(to: entry.vector.question, as: copy)
      guard case .broken = model.outcome(of: answer, to: entry.vector) else { return false }
      return true
    }
    return Suspect(info: info, explained: explained, exact: exact, contradicted: contradicted)
  }

  private func isExact(_ answer: VectorAnswer, _ copy: VectorAnswer) -> Bool {
    switch (answer, copy) {
    case (.accepted(let left), .accepted(let right)): left.isSame(as: right)
    case (.refused(let left?), .refused(let right?)): left.name == right.name
    default: false
    }
  }

  /// Whether a port's answer says what that of a copy says, but for what each drew.
  private func isSame(_ answer: VectorAnswer, _ copy: VectorAnswer, _ vector: Vector) -> Bool {
    switch (answer, copy) {
    case (.accepted(let left), .accepted(let right)):
      guard let first = model.content(of: left, to: vector.question),
        let second = model.content(of: right, to: vector.question)
      else { return agree(left, right) }
      guard vector.expectation.comparison == .invariants else { return first.isSame(as: second) }
      return model.undrawn(first).isSame(as: model.undrawn(second))
    case (.refused(.some), .refused(.some)): return false
    case (.refused, .refused), (.crashed, .crashed): return true
    default: return false
    }
  }

  /// Each tells as much as it does, but not nothing.
  private func agree(_ left: JSONObject, _ right: JSONObject) -> Bool {
    let shared = left.members.filter { right[$0.name.display] != nil }
    return !shared.isEmpty
      && shared.allSatisfy { right[$0.name.display]?.isSame(as: $0.value) ?? false }
  }
}

extension PortCase {
  fileprivate var isBroken: Bool { if case .broken = finding { true } else { false } }
}
