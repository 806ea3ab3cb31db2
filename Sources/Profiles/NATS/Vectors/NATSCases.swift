// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What is valid, with the parts that its negatives are made of.
struct NATSCase<Draft: Sendable>: Sendable {
  let name: String
  let comment: String
  let clause: String
  let flag: String
  let draft: Draft
  var source = VectorGroup.Source.generated

  init(
    _ name: String, _ comment: String, _ clause: String, _ flag: String, _ draft: Draft,
    source: VectorGroup.Source = .generated
  ) {
    (self.name, self.comment, self.clause, self.flag) = (name, comment, clause, flag)
    (self.draft, self.source) = (draft, source)
  }
}

/// What a valid case becomes by an edit, and the check that refuses it.
struct NATSNegative: Sendable {
  let name: String
  let comment: String
  let clause: String
  let flag: String
  let parent: String
  let edit: String
  let arguments: JSONObject
  let check: NATSCheck
  var alsoAllowed: [String] = []
  var source = VectorGroup.Source.generated

  init(
    _ name: String, _ comment: String, _ clause: String, _ flag: String, of parent: String,
    _ edit: String, _ arguments: JSONObject, by check: NATSCheck,
    or alsoAllowed: [String] = [], source: VectorGroup.Source = .generated
  ) {
    (self.name, self.comment, self.clause, self.flag) = (name, comment, clause, flag)
    (self.parent, self.edit, self.arguments) = (parent, "nats.\(edit)", arguments)
    (self.check, self.alsoAllowed, self.source) = (check, alsoAllowed, source)
  }
}

/// Makes vectors of cases: one op, one kind of draft.
struct NATSCaseBook<Draft: Sendable> {
  let maker: VectorMaker
  let edits: [Edit<Draft>]
  /// Every valid case, so that each file can have negatives of each.
  let cases: [NATSCase<Draft>]
  /// How an accepted answer is compared.
  let comparison: Expectation.Comparison?
  let question: @Sendable (Draft) -> VectorQuestion

  /// The vectors of cases, with those of one source together.
  func groups(
    _ cases: [NATSCase<Draft>], _ negatives: [NATSNegative]
  ) throws -> [VectorGroup] {
    let vectors =
      try cases.map { ($0.source, try vector($0)) }
      + negatives.map { ($0.source, try vector($0)) }
    var sources: [VectorGroup.Source] = []
    for (source, _) in vectors where !sources.contains(source) { sources.append(source) }
    return sources.map { source in
      VectorGroup(vectors.filter { $0.0 == source }.map(\.1), from: source)
    }
  }

  /// A vector weighs as much as its clause.
  private func level(of clause: String) -> ClauseLevel { Self.lighter[clause] ?? .must }

  private static var lighter: [String: ClauseLevel] {
    [
      "nats.handler": .may, "nats.line.length": .should, "nats.bcrypt.documented": .should,
      "nats.connect.alone": .should, "nats.connect.one": .should, "nats.config.comma": .should,
      "nats.config.timeout": .should,
    ]
  }

  private func vector(_ valid: NATSCase<Draft>) throws -> Vector {
    try maker.accept(
      valid.name, valid.comment, level: level(of: valid.clause), clauses: [valid.clause],
      flags: [valid.flag], question(valid.draft), compare: comparison)
  }

  private func vector(_ negative: NATSNegative) throws -> Vector {
    guard let parent = cases.first(where: { $0.name == negative.parent }),
      let edit = edits.first(where: { $0.info.id == negative.edit })
    else { throw VectorError("\(negative.name): no such parent, or no such edit") }
    var draft = parent.draft
    try edit.change(&draft, negative.arguments)
    return maker.reject(
      negative.name, negative.comment, level: level(of: negative.clause),
      clauses: [negative.clause],
      flags: [negative.flag], question(draft), by: negative.check.check,
      alsoAllowed: negative.alsoAllowed,
      derivation: Derivation(
        parent: maker.id(parent.name), edit: edit.info.id, arguments: negative.arguments))
  }
}

extension VectorGroup.Source {
  static let natsTokenPage = VectorGroup.Source(.page, "nats-token", version: "nats.docs 9885608")

  /// A bug that somebody reported, as OWNER/NAME#NUMBER.
  static func reported(_ issue: String) -> VectorGroup.Source {
    VectorGroup.Source(.reported, issue, version: "2026-11-21")
  }
}
