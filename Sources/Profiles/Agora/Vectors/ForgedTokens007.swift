// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Tokens that do not open, each made of one that does by one edit.
struct ForgedTokens007 {
  private let maker: VectorMaker
  private let parents: [String: Vector]

  init(_ maker: VectorMaker, of parents: [Vector]) {
    self.maker = maker
    self.parents = Dictionary(parents.map { ($0.id, $0) }) { first, _ in first }
  }

  /// A row of a table of negatives.
  struct Row: Sendable {
    let name, comment, parent, edit: String
    let arguments: JSONObject
    let reason, field: String
    let flag: String
    /// Where two checks have one reason and field.
    var stage: Stage?
    /// Other checks that may refuse it.
    var alsoAllowed: [String] = []

    init(
      _ name: String, _ comment: String, of parent: String, _ edit: String,
      _ arguments: JSONObject = [:], by reason: String, _ field: String, _ flag: String
    ) {
      (self.name, self.comment, self.parent, self.edit) = (name, comment, parent, edit)
      (self.arguments, self.reason, self.field, self.flag) = (arguments, reason, field, flag)
    }
  }

  func vectors(_ rows: [Row]) throws -> [VectorGroup] {
    [VectorGroup(try rows.map(vector))]
  }

  private func vector(_ row: Row) throws -> Vector {
    let edit = try Draft007.named("agora.007.\(row.edit)")
    guard let parent = parents[maker.id(row.parent)] else {
      throw VectorError("\(maker.id(row.name)): there is no '\(row.parent)'")
    }
    var draft = try Draft007(parent.question)
    try edit.change(&draft, row.arguments)
    let derivation = Derivation(
      parent: parent.id, edit: edit.info.id, arguments: row.arguments)
    return try vector(row, try draft.sealed, derivation)
  }

  /// Opening tells which check refuses; loading asks the caller for a sound token.
  private func vector(
    _ row: Row, _ question: VectorQuestion, _ derivation: Derivation
  ) throws -> Vector {
    let known = try Agora007Checks.check(row.reason, row.field, at: row.stage)
    let check = Check(known.check.stage, row.reason, row.field)
    guard question.op == VectorQuestion.open else {
      let found = RequestChecks007(question).broken.first
      guard found == check else {
        throw VectorError("\(maker.id(row.name)): it fails by \(found?.words ?? "nothing")")
      }
      return try Case007(row.name, row.comment, clauses: [row.clause], flags: [row.flag], question)
        .refused(maker, derivation: derivation)
    }
    guard Opening007(question).answer == .refused(check) else {
      throw VectorError("\(maker.id(row.name)): it does not fail by \(check.words)")
    }
    return maker.reject(
      row.name, row.comment, clauses: [known.info.clause], flags: [row.flag], question,
      by: check, alsoAllowed: row.alsoAllowed, derivation: derivation)
  }
}

extension ForgedTokens007.Row {
  /// The clause of whoever loads such a token.
  fileprivate var clause: String {
    switch reason {
    case "version": "agora.007.parse.other-version"
    case "service.type": "agora.007.parse.unknown"
    case "privilege.duplicate": "agora.007.parse.duplicates"
    default: "agora.007.parse.unsound"
    }
  }
}
