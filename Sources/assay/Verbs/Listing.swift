// SPDX-License-Identifier: MIT

internal import Files
internal import JSON
internal import Profiles
internal import Suite

/// One list, as text or as JSON lines.
struct Listing {
  let judges: [any RowJudge]
  let library: Library
  private let isJSON: Bool
  private let invocation: Invocation

  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    isJSON = try invocation.isJSON
    library = try Library(invocation)
    let type = invocation.value(.type)
    judges = Formats.judges.filter { type == nil || $0.format == type }
    guard !judges.isEmpty else {
      throw UsageError("'\(type ?? "")' is no format", hint: "see 'assay list formats'")
    }
  }

  func write(_ text: String, _ json: JSONObject) throws {
    try OutputFile.standardOutput.write(isJSON ? json.line : Array("\(text)\n".utf8))
  }

  /// The clauses of a format that the options ask for.
  func clauses(of format: String) throws -> [Clause] {
    let (party, page) = (invocation.value(.binds), invocation.value(.page))
    return try library.clauses(of: format).clauses.filter { clause in
      (party == nil || clause.binds == party) && (page.map(clause.pages.contains) ?? true)
    }
  }

  /// The vectors of each format that has some.
  func shelves() throws -> [(format: String, vectors: [Vector])] {
    try Formats.vectors.filter { model in judges.contains { $0.format == model.format } }
      .map { ($0.format, try VectorShelf(library).vectors(of: $0)) }
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
      for clause in try clauses(of: judge.format) {
        try write(
          "\(judge.format.padded(14))\(clause.level.padded(8))\(clause.binds.padded(9))"
            + "\(clause.standing.padded(14))\(clause.id.padded(30))\(clause.english)",
          ["format": .string(judge.format)] + clause.json)
      }
    }
  }

  func vectors() throws {
    for vector in try shelves().flatMap(\.vectors) {
      let verdict = vector.expectation.check?.words ?? Expectation.accept
      try write(
        "\(vector.level.rawValue.padded(8))\(vector.id.padded(56))\(verdict.padded(44))"
          + vector.comment,
        [
          "id": .string(vector.id), "level": .string(vector.level.rawValue),
          "clauses": .strings(vector.clauses), "verdict": .string(verdict),
          "comment": .string(vector.comment),
        ])
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
            "behaviours": .strings(profile.behaviours),
          ])
      }
    }
  }
}
