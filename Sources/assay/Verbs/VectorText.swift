// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Profiles
internal import Suite

/// The committed vectors, looked up by id.
struct VectorShelf {
  private let library: Library

  init(_ library: Library) { self.library = library }

  func vectors(of model: any VectorModel) throws -> [Vector] {
    try files(of: model).flatMap(\.vectors)
  }

  /// The vectors of some formats, which are read side by side.
  func shelves(
    of models: [any VectorModel]
  ) async throws -> [(format: String, vectors: [Vector])] {
    try await withThrowingTaskGroup(of: (Int, [Vector]).self) { group in
      for (index, model) in models.enumerated() {
        group.addTask { (index, try vectors(of: model)) }
      }
      var shelves = models.map { (format: $0.format, vectors: [Vector]()) }
      for try await (index, vectors) in group { shelves[index].vectors = vectors }
      return shelves
    }
  }

  func files(of model: any VectorModel) throws -> [VectorFile] {
    try VectorFolder.files(of: model.format, in: library.path)
  }

  /// The vector of an id, with its file.
  func find(_ id: String) throws -> (model: any VectorModel, file: VectorFile, vector: Vector)? {
    let format = id.prefix { $0 != "." }
    guard let model = Formats.vectors.first(where: { $0.format == format }) else { return nil }
    for file in try files(of: model) {
      if let vector = file.vectors.first(where: { $0.id == id }) { return (model, file, vector) }
    }
    return nil
  }

  func ids() throws -> [String] {
    try Formats.vectors.flatMap { try vectors(of: $0).map(\.id) }
  }
}

/// One vector in words: why, what, and who fails it.
struct VectorText {
  let model: any VectorModel
  let file: VectorFile
  let vector: Vector
  let book: SpecBook

  var text: String {
    let parts = [head, question, expectation, origin, copies, again]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let clauses = vector.clauses.map { id in
      "  clause    \(id): \(book.clause(id, in: model.format)?.english ?? "")"
    }
    let notes = file.notes.filter { vector.flags.contains($0.flag) }.map {
      "  flag      \($0.flag) (\($0.bug.rawValue)): \($0.words)"
    }
    return ["\(vector.id): \(vector.comment)", "  level     \(vector.level.rawValue)"] + clauses
      + notes
  }

  private var question: [String] {
    let question = vector.question
    let now: [String] =
      switch question.now {
      case .second(let second): ["  now \(second), \(UTCTime(second))"]
      case .ownClock: ["  now is whatever the port's clock says"]
      case .timeless: []
      }
    return ["question: \(question.op)"] + now + lines(question.input)
      + lines(question.inject, "inject ")
  }

  private func lines(_ object: JSONObject, _ prefix: String = "") -> [String] {
    object.members.map { "  \(prefix)\($0.name.display.padded(20))\(short($0.value))" }
  }

  private func short(_ value: JSONValue) -> String {
    let text = String(decoding: value.recorded.encoded, as: UTF8.self)
    return text.count <= 160 ? text : "\(text.prefix(157))… (\(text.count) characters)"
  }

  private var expectation: [String] {
    switch vector.expectation.verdict {
    case .reject(let check):
      return ["expected: refused by \(check.words)"] + allowed
    case .accept(let answer):
      let how = vector.expectation.comparison.map { ", compared by \($0.rawValue)" } ?? ""
      return ["expected: accepted\(how)"] + lines(answer) + allowed
    }
  }

  private var allowed: [String] {
    let also = vector.expectation.alsoAllowed
    return also.isEmpty ? [] : ["  allowed too: \(also.joined(separator: ", "))"]
  }

  private var origin: [String] {
    guard let derivation = vector.derivation else { return [] }
    let words = model.edits.first { $0.id == derivation.edit }?.words ?? ""
    return ["made of \(derivation.parent) by \(derivation.edit): \(words)"]
      + lines(derivation.arguments)
  }

  /// The broken copies of the reference that do not meet it.
  private var copies: [String] {
    let all =
      model.mistakes.map { (BrokenCopy.making($0.id), $0) }
      + model.checks.map { (BrokenCopy.without($0.check), $0.info) }
    let caught = all.compactMap { copy, info -> String? in
      guard
        case .broken(let why) = model.outcome(
          of: model.answer(to: vector.question, as: copy), to: vector)
      else { return nil }
      return "  \(info.id.padded(40))\(why)"
    }
    return caught.isEmpty ? ["no broken copy fails it"] : ["broken copies that fail it:"] + caught
  }

  private var again: [String] {
    ["in \(file.path)", "to see it as a port would: assay show \(vector.id) --format json"]
  }
}
