// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Profiles
internal import Suite

extension Verbs {
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

/// Shows one thing.
private enum ShowRun {
  static func run(_ invocation: Invocation) async throws -> Int32 {
    let id = try invocation.operands(1...1)[0]
    let library = try Library(invocation)
    let book = try library.book()
    let found = try VectorShelf(library).find(id)
    if try invocation.isJSON {
      return try showJSON(id, book, invocation.value(.type), found?.vector)
    }
    if let found {
      let text = VectorText(model: found.model, file: found.file, vector: found.vector, book: book)
      try OutputFile.standardOutput.write(text.text)
      return 0
    }
    guard let text = try text(id, book, invocation.value(.type)) else {
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
      object = clause.json
    } else if let info = book.deviations[id] {
      object = [
        "id": .string(id), "severity": .string(info.severity.rawValue),
        "clause": .string(info.clause), "words": .string(info.words),
      ]
    } else {
      throw UsageError("no clause, deviation or vector is called '\(id)'", hint: "see 'assay list'")
    }
    try OutputFile.standardOutput.write(object.line)
    return 0
  }

  private static func text(
    _ id: String, _ book: SpecBook, _ type: String?
  ) throws -> String? {
    if let judge = Formats.judge(for: id) { return format(judge, book) }
    if let deviation = book.deviations[id] { return SpecText.deviation(deviation, book) }
    if let clause = book.clause(id, in: type) { return SpecText.clause(clause, book) }
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

extension Clause {
  /// The clause for machines; what it does not have is left out.
  var json: JSONObject {
    var object: JSONObject = [
      "id": .string(id), "level": .string(level), "binds": .string(binds),
      "standing": .string(standing), "source": .string(source),
      "pages": .strings(pages), "text": .string(english), "textZh": .string(chinese),
    ]
    for (name, value) in [("evidence", evidence), ("excluded", excluded)] {
      if let value { object = object + JSONObject(dictionaryLiteral: (name, .string(value))) }
    }
    return object
  }
}
