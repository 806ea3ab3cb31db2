// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

// What a port says that nobody can ask it or hold it to.
extension PortHello {
  func unknownFormats(to models: [any VectorModel]) -> [PortFault] {
    let known = Set(models.map(\.format))
    return abilities.keys.filter { !known.contains($0) }.sorted().map {
      PortFault("hello.formats: \($0.cited) is no format of this suite", .unknownFormat)
    }
  }

  func wrongChoices(for models: [any VectorModel]) -> [PortFault] {
    let known = models.flatMap { $0.mistakes + $0.checks.map(\.info) + $0.edits }
    return choices.compactMap { id in
      let info = known.first { $0.id == id }
      guard info?.severity != .choice else { return nil }
      let words = info.map { "choice, but of severity \($0.severity.rawValue)" }
      return PortFault(
        "hello.choices: \(id.cited) is no \(words ?? "deviation of this suite")", .choices)
    }
  }
}
