// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Whether what a port promises fits what the suite can ask.
struct HelloForm {
  let models: [any VectorModel]
  /// What can be asked, by format.
  let questions: [String: [PortQuestion]]
  /// Whether that is everything.
  let isWhole: Bool

  func faults(in hello: PortHello) -> [PortFault] {
    hello.unknownFormats(to: models)
      + hello.abilities.sorted { $0.key < $1.key }.flatMap { faults($0.value, of: $0.key) }
      + unknownRefusals(hello) + hello.wrongChoices(for: models)
  }

  private func unknownRefusals(_ hello: PortHello) -> [PortFault] {
    let known = Set(models.flatMap { $0.refusals(in: questions[$0.format, default: []]) })
    return hello.indistinct.flatMap { $0.sorted() }.filter { isWhole && !known.contains($0) }
      .map { PortFault("hello.cannotDistinguish: no vector has \($0.cited)", .indistinct) }
  }

  private func faults(_ ability: PortHello.Ability, of format: String) -> [PortFault] {
    // A format that is not known, or not asked this time, has no vectors here.
    guard let questions = questions[format]?.map(\.vector.question) else { return [] }
    let place = "hello.formats.\(format)"
    if ability.operations.isEmpty {
      return [PortFault("\(place).ops: it lists no operation", .operations)]
    }
    let injected = questions.flatMap { $0.inject.members.map(\.name.display) } + ["now"]
    return unknown(ability.operations, Set(questions.map(\.op)), "\(place).ops", .operations)
      + unknown(ability.injectable, Set(injected), "\(place).inject", .inject)
  }

  private func unknown(
    _ names: Set<String>, _ known: Set<String>, _ place: String, _ mistake: AdapterMistake
  ) -> [PortFault] {
    names.subtracting(known).sorted().map { name in
      let list = known.sorted().joined(separator: ", ")
      return PortFault("\(place): \(name.cited) is unknown; there are \(list)", mistake)
    }
  }
}

extension VectorModel {
  /// STAGE/REASON of every refusal that is expected, or that an opener can make.
  func refusals(in questions: [PortQuestion]) -> Set<String> {
    let expected = questions.map(\.vector.expectation).flatMap { expectation in
      [expectation.check?.name].compactMap(\.self) + expectation.alsoAllowed
    }
    return Set(expected + checks.map(\.check.name))
  }
}
