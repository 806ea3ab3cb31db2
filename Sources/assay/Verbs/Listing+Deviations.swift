// SPDX-License-Identifier: MIT

internal import JSON
internal import Profiles
internal import Suite

// Deviations with where they show.

extension Listing {
  func deviations() throws {
    let needs = try needs(in: judges)
    let formats = Set(judges.map(\.format))
    for row in DeviationTable(Formats.deviationTable).rows
    where !formats.isDisjoint(with: row.formats) {
      let need = needs[row.info.id] ?? Need()
      let mark = mark(row.kind, need)
      try write(
        "\(text(row.info, need))\(mark.isEmpty ? "" : " [\(mark)]")",
        json(row.info, need) + ["kind": .string(row.kind.rawValue)])
    }
  }

  /// The deviations that the assistants of a format show.
  func behaviours() throws {
    for judge in judges {
      let needs = try needs(in: [judge])
      for info in judge.deviations {
        let variants = judge.profiles.filter { $0.behaviours.contains(info.id) }.map(\.variant)
        guard !variants.isEmpty else { continue }
        let need = needs[info.id] ?? Need()
        let names = variants.count == judge.profiles.count ? ["all"] : variants
        try write(
          "\(judge.format.padded(14))\(text(info, need)) [\(names.joined(separator: ", "))]",
          ["format": .string(judge.format)] + json(info, need) + [
            "assistants": .string(names.joined(separator: ", "))
          ])
      }
    }
  }

  private func text(_ info: DeviationInfo, _ need: Need) -> String {
    "\(info.severity.rawValue.padded(9))\(String(need.rows).leftPadded(5)) rows"
      + "\(String(need.cases.count).leftPadded(4)) cases  \(info.id.padded(36))\(info.words)"
  }

  private func json(_ info: DeviationInfo, _ need: Need) -> JSONObject {
    [
      "id": .string(info.id), "severity": .string(info.severity.rawValue),
      "clause": .string(info.clause), "rows": .integer(need.rows),
      "cases": .integer(need.cases.count), "words": .string(info.words),
    ]
  }

  private func mark(_ kind: DeviationTable.Kind, _ need: Need) -> String {
    switch kind {
    case .omits: "an omitted check"
    case .edits: "an edit"
    case .computes: need.cases.count == 1 ? "one case only" : need.rows == 0 ? "not seen" : ""
    }
  }

  private struct Need {
    var rows = 0
    var cases: Set<CaseID> = []
  }

  /// In which shipped rows each behaviour is needed for the prediction.
  private func needs(in judges: [any RowJudge]) throws -> [String: Need] {
    var needs: [String: Need] = [:]
    let paths = try judges.flatMap { try library.recordings(of: $0.format) }
    for row in try RowSearch.rows(in: paths, where: { _ in true }) {
      for id in row.needs {
        needs[id, default: Need()].rows += 1
        needs[id, default: Need()].cases.insert(CaseID(row.row.id))
      }
    }
    return needs
  }
}
