// SPDX-License-Identifier: MIT

internal import JSON

/// The clauses as the search reads them: id, level, English, Chinese, and where it is.
struct ClauseIndex {
  static let path = "clauses.js"

  let map: SiteMap

  var file: SiteFile {
    let rows = map.clauses.compactMap { clause in
      map.homes[clause.id].map { Self.row(clause, "\($0.output)#\(clause.id)") }
    }
    let text = "window.assayClauses = [\n\(rows.joined(separator: ",\n"))\n];\n"
    return SiteFile(path: Self.path, text: text)
  }

  private static func row(_ clause: SiteClause, _ place: String) -> String {
    let cells = [clause.id, clause.level, clause.english, clause.chinese, place]
    let row = JSONValue.array(cells.map { .string($0) })
    return String(decoding: row.encoded, as: UTF8.self)
  }
}
