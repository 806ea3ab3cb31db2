// SPDX-License-Identifier: MIT

internal import Suite

/// A behaviour as the assistants of one format show it.
struct SeenBehaviour {
  let id: String
  /// What the table of deviations says about it.
  let info: DeviationInfo?
  /// Who shows it, in how many rows.
  let seen: [(label: String, rows: Int)]

  var severity: Severity { info?.severity ?? .quality }
  var clause: String { info?.clause ?? "" }
  var words: String { info?.words ?? "" }
  var rows: Int { seen.reduce(0) { $0 + $1.rows } }

  /// The behaviours of a format, the worst first, then the most frequent.
  static func all(in group: FormatGroup, _ book: SpecBook) -> [SeenBehaviour] {
    let ids = group.tally.behaviours.keys.sorted()
    let behaviours = ids.map { SeenBehaviour($0, in: group, book) }
    return behaviours.sorted {
      ($1.severity, $1.rows, $0.id) < ($0.severity, $0.rows, $1.id)
    }
  }

  private init(_ id: String, in group: FormatGroup, _ book: SpecBook) {
    self.id = id
    info = book.deviations[id]
    seen = group.assistants.compactMap { assistant in
      assistant.tally.behaviours[id].map { (group.label(of: assistant), $0) }
    }
  }
}

extension [String: Int] {
  /// The ids with their numbers, the most frequent first.
  var ranked: [(id: String, rows: Int)] {
    map { (id: $0.key, rows: $0.value) }.sorted { ($1.rows, $0.id) < ($0.rows, $1.id) }
  }
}
