// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
  static let list = Verb(
    name: "list", operands: "formats|clauses|vectors|deviations|assistants",
    words: "List what the suite knows. For a deviation: in how many shipped rows and cases it is"
      + " needed for the prediction; one case only is marked, and what it changes where that is not"
      + " how an answer is computed.",
    flags: [.form, .type],
    examples: [
      "assay list deviations", "assay list clauses --type zego-03",
      "assay list vectors --type zego-04-gcm",
    ],
    run: ListRun.run)

  static let show = Verb(
    name: "show", operands: "ID",
    words: "Show a format, an assistant (FORMAT/VARIANT), a clause, a deviation or a vector; as"
      + " JSON, a clause, a deviation or a vector.",
    flags: [.form, .type],
    examples: [
      "assay show zego-04-gcm", "assay show zego-04-cbc/php",
      "assay show zego.app-id.range --format json",
    ],
    run: ShowRun.run)
}

/// Lists tables.
private enum ListRun {
  private static let things: [(name: String, list: @Sendable (Listing) throws -> Void)] = [
    ("formats", { try $0.formats() }), ("clauses", { try $0.clauses() }),
    ("vectors", { try $0.vectors() }),
    ("deviations", { try $0.deviations() }), ("assistants", { try $0.assistants() }),
  ]

  static func run(_ invocation: Invocation) async throws -> Int32 {
    let name = try invocation.operands(1...1)[0]
    guard let thing = things.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no list of '\(name)'",
        hint: "one of \(things.map(\.name).joined(separator: " "))")
    }
    try thing.list(try Listing(invocation))
    return 0
  }
}

/// One list, as text or as JSON lines.
private struct Listing {
  private let isJSON: Bool
  private let judges: [any RowJudge]
  private let library: Library

  init(_ invocation: Invocation) throws {
    isJSON = try invocation.isJSON
    library = try Library(invocation)
    let type = invocation.value(.type)
    judges = Formats.judges.filter { type == nil || $0.format == type }
    guard !judges.isEmpty else {
      throw UsageError("'\(type ?? "")' is no format", hint: "see 'assay list formats'")
    }
  }

  private func write(_ text: String, _ json: JSONObject) throws {
    let line = isJSON ? String(decoding: JSONValue.object(json).encoded, as: UTF8.self) : text
    try OutputFile.standardOutput.write(line + "\n")
  }

  func formats() throws {
    for judge in judges {
      let clauses = try library.clauses(of: judge.format).clauses.count
      try write(
        "\(judge.format.padded(16))\(clauses) clauses, \(judge.profiles.count) assistants",
        [
          "format": .string(judge.format), "clauses": .integer(clauses),
          "assistants": .integer(judge.profiles.count),
        ])
    }
  }

  func clauses() throws {
    for judge in judges {
      for clause in try library.clauses(of: judge.format).clauses {
        try write(
          "\(judge.format.padded(14))\(clause.level.padded(8))\(clause.binds.padded(9))"
            + "\(clause.standing.padded(14))\(clause.id.padded(30))\(clause.english)",
          [
            "format": .string(judge.format), "id": .string(clause.id),
            "level": .string(clause.level), "binds": .string(clause.binds),
            "standing": .string(clause.standing), "text": .string(clause.english),
          ])
      }
    }
  }

  func vectors() throws {
    for model in Formats.vectors where judges.contains(where: { $0.format == model.format }) {
      for vector in try VectorShelf(library).files(of: model).flatMap(\.vectors) {
        let verdict = vector.expectation.check?.words ?? Expectation.accept
        try write(
          "\(vector.level.rawValue.padded(8))\(vector.id.padded(56))\(verdict.padded(44))"
            + vector.comment,
          [
            "id": .string(vector.id), "level": .string(vector.level.rawValue),
            "clauses": .array(vector.clauses.map { .string($0) }), "verdict": .string(verdict),
            "comment": .string(vector.comment),
          ])
      }
    }
  }

  func assistants() throws {
    for judge in judges {
      for profile in judge.profiles {
        try write(
          "\(judge.format.padded(14))\(profile.variant.padded(14))\(profile.behaviours.count)"
            + " behaviours",
          [
            "format": .string(judge.format), "variant": .string(profile.variant),
            "behaviours": .array(profile.behaviours.map { .string($0) }),
          ])
      }
    }
  }

  func deviations() throws {
    let needs = try needs()
    var seen: Set<String> = []
    let formats = Set(judges.map(\.format))
    for row in Formats.deviationTable where !formats.isDisjoint(with: row.formats) {
      let info = row.info
      guard seen.insert(info.id).inserted else { continue }
      let need = needs[info.id] ?? Need()
      let mark = mark(row.kind, need)
      try write(
        "\(info.severity.rawValue.padded(9))\(String(need.rows).leftPadded(5)) rows"
          + "\(String(need.cases.count).leftPadded(4)) cases  \(info.id.padded(36))"
          + "\(info.words)\(mark.isEmpty ? "" : " [\(mark)]")",
        [
          "id": .string(info.id), "severity": .string(info.severity.rawValue),
          "kind": .string(row.kind.rawValue), "clause": .string(info.clause),
          "rows": .integer(need.rows), "cases": .integer(need.cases.count),
          "words": .string(info.words),
        ])
    }
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
  private func needs() throws -> [String: Need] {
    var needs: [String: Need] = [:]
    for row in try RowSearch.rows(in: library.recordings(), where: { _ in true }) {
      guard judges.contains(where: { $0.format == row.header.format }) else { continue }
      for id in row.needs {
        needs[id, default: Need()].rows += 1
        needs[id, default: Need()].cases.insert(CaseID(row.row.id))
      }
    }
    return needs
  }
}

/// Shows one thing.
private enum ShowRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let id = try invocation.operands(1...1)[0]
    let library = try Library(invocation)
    let book = SpecBook(deviations: Formats.deviations, clauses: try library.allClauses())
    let found = try VectorShelf(library).find(id)
    if try invocation.isJSON {
      return try showJSON(id, book, invocation.value(.type), found?.vector)
    }
    if let found {
      let text = VectorText(model: found.model, file: found.file, vector: found.vector, book: book)
      try OutputFile.standardOutput.write(text.text)
      return 0
    }
    guard let text = try text(id, book) else {
      throw UsageError(
        "nothing is called '\(id)'", hint: "see 'assay list formats' and the other lists")
    }
    try OutputFile.standardOutput.write(text)
    return 0
  }

  private static func showJSON(
    _ id: String, _ book: SpecBook, _ format: String?, _ vector: Vector?
  ) throws -> Int32 {
    let object: JSONObject
    if let vector {
      object = vector.json
    } else if let clause = book.clause(id, in: format) {
      object = [
        "id": .string(id), "level": .string(clause.level), "binds": .string(clause.binds),
        "standing": .string(clause.standing), "source": .string(clause.source),
        "text": .string(clause.english),
      ]
    } else if let info = book.deviations[id] {
      object = [
        "id": .string(id), "severity": .string(info.severity.rawValue),
        "clause": .string(info.clause), "words": .string(info.words),
      ]
    } else {
      throw UsageError("no clause, deviation or vector is called '\(id)'", hint: "see 'assay list'")
    }
    try OutputFile.standardOutput.write(
      String(decoding: JSONValue.object(object).encoded, as: UTF8.self) + "\n")
    return 0
  }

  private static func text(_ id: String, _ book: SpecBook) throws -> String? {
    if let judge = Formats.judge(for: id) { return format(judge, book) }
    if let deviation = book.deviations[id] { return SpecText.deviation(deviation, book) }
    if let clause = book.clause(id) { return SpecText.clause(clause, book) }
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count == 2, let judge = Formats.judge(for: parts[0]),
      let profile = judge.profiles.first(where: { $0.variant == parts[1] })
    else { return nil }
    return assistant(profile, judge, book)
  }

  private static func format(_ judge: any RowJudge, _ book: SpecBook) -> String {
    let clauses = book.clauseSets.first { $0.format == judge.format }?.clauses ?? []
    let lines = clauses.map {
      "  \($0.level.padded(8))\($0.binds.padded(9))\($0.id.padded(30))\($0.english)"
    }
    return
      "\(judge.format)\n\nassistants: \(judge.profiles.map(\.variant).joined(separator: ", "))\n\n"
      + "clauses:\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func assistant(
    _ profile: Profile, _ judge: any RowJudge, _ book: SpecBook
  ) -> String {
    let infos = profile.behaviours.compactMap { book.deviations[$0] }
      .sorted { $0.severity > $1.severity }
    return "\(judge.format)/\(profile.variant): the reference with\n"
      + infos.map { "  \($0.severity.rawValue.padded(10))\($0.id.padded(36))\($0.words)\n" }
      .joined()
  }
}
