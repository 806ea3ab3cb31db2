// SPDX-License-Identifier: MIT

internal import Suite

/// The choices by which a usual question cannot be stated: in everything else that they change, the
/// documentation allows every answer.
struct PortChoices {
  private let model: any VectorModel
  private let all: [DeviationInfo]
  private let declared: [DeviationInfo]

  init(_ model: any VectorModel, declared: [String]) {
    self.model = model
    all = model.mistakes.filter { $0.severity == .choice }
    self.declared = all.filter { declared.contains($0.id) }
  }

  /// The declared choice that leaves a question out.
  func declared(against vector: Vector) -> DeviationInfo? {
    declared.first { isUnstatable(vector, by: $0) }
  }

  private func isUnstatable(_ vector: Vector, by choice: DeviationInfo) -> Bool {
    vector.expectation.isAccept
      && model.answer(to: vector.question, as: .making(choice.id)) == .inexpressible
  }

  /// Notes with each usual question that is said to be impossible to state the choices that leave
  /// it out, where the port states no question that they leave out.
  func explain(_ cases: inout [PortCase]) {
    var open = Set(cases.indices.filter { cases[$0].isWronglyUnstated })
    guard !open.isEmpty else { return }
    let suspects = all.compactMap { suspect($0, cases) }
    while let most = suspects.map({ $0.cases.intersection(open) }).max(by: { $0.count < $1.count }),
      !most.isEmpty
    {
      let equal = suspects.filter { $0.cases.intersection(open) == most }
      for index in most { cases[index].causes = equal.map(\.choice) }
      open.subtract(most)
    }
  }

  private func suspect(
    _ choice: DeviationInfo, _ cases: [PortCase]
  ) -> (choice: DeviationInfo, cases: Set<Int>)? {
    let left = cases.indices.filter { isUnstatable(cases[$0].vector, by: choice) }
    let isMade = left.allSatisfy { [nil, .inexpressible].contains(cases[$0].answer) }
    return isMade ? (choice, Set(left)) : nil
  }
}

extension PortCase {
  fileprivate var isWronglyUnstated: Bool {
    if case .broken = finding { answer == .inexpressible } else { false }
  }
}
