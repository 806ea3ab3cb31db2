// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

// What a server is shown: tokens that are good, and what edits make of them.
extension NacosTokenVectors {
  func openFiles() throws -> [VectorFile] {
    [
      file(
        "open", "accepted", "Tokens that are accepted, each in its own way.",
        [VectorGroup(try accepted(NacosGoodTokens.all))]),
      file(
        "open", "text", "The text of a token and its three parts.",
        [try refused(NacosForgeries.texts)]),
      file(
        "open", "header", "Headers that are none of the three texts.",
        [try refused(NacosForgeries.headers)]),
      file(
        "open", "signature", "Keys, algorithms and signatures.",
        [try refused(NacosForgeries.signatures)]),
      file(
        "open", "payload", "The JSON of the payload and its base64.",
        [try refused(NacosForgeries.payloads)]),
      file(
        "open", "claims", "The user and the end: missing, twice, of other types, and over.",
        [try refused(NacosForgeries.claims)]),
      file("open", "keys", "Servers with a bad key.", [try refused(NacosForgeries.keys)]),
      file(
        "open", "printed", "Tokens of the default key that stand in reports and on pages.",
        try NacosPrintedToken.all.map { try $0.group(by: self) }),
    ]
  }

  // MARK: - Good tokens

  private func accepted(_ tokens: [NacosGoodToken]) throws -> [Vector] {
    let maker = VectorMaker(self, op: VectorQuestion.open)
    return try tokens.map { token in
      try maker.accept(
        token.name, token.comment, level: token.level,
        clauses: token.clauses.map { "nacos.\($0)" }, flags: [token.flag], token.draft.question)
    }
  }

  // MARK: - Bad tokens

  private func refused(_ forgeries: [NacosForgery]) throws -> VectorGroup {
    VectorGroup(try forgeries.map(refused))
  }

  private func refused(_ forgery: NacosForgery) throws -> Vector {
    guard let edit = NacosEdits.table.first(where: { $0.info.id == forgery.edit }),
      var draft = NacosGoodTokens.all.first(where: { $0.name == forgery.parent })?.draft
    else { throw VectorError("\(forgery.name): no edit or no parent of that name") }
    try edit.change(&draft, forgery.arguments)
    let maker = VectorMaker(self, op: VectorQuestion.open)
    let question = draft.question
    let level = isFree(question) ? forgery.levelWhereFree : .must
    return maker.reject(
      forgery.name, forgery.comment, level: level,
      clauses: level.clauses ?? [clause(of: forgery.check)], flags: [forgery.edit], question,
      by: forgery.check,
      alsoAllowed: (isFree(question) ? [Expectation.accept] : []) + forgery.alsoAllowed,
      derivation: Derivation(
        parent: maker.id(forgery.parent), edit: forgery.edit, arguments: forgery.arguments))
  }

  private func clause(of check: Check) -> String {
    checks.first { $0.check == check }?.info.clause ?? ""
  }
}

extension ClauseLevel {
  /// The clauses of what is free to be refused, or to be read as it is.
  fileprivate var clauses: [String]? {
    switch self {
    case .must: nil
    case .should: ["nacos.open.text"]
    case .may: ["nacos.open.payload"]
    }
  }
}

// MARK: - Notes

extension NacosTokenVectors {
  static let notes = [
    VectorNote("usual", .basic, "A usual token."),
    VectorNote("key", .edgeCase, "A key of a length around those that select an algorithm."),
    VectorNote("text", .encoding, "Text that languages and JSON libraries write in several ways."),
    VectorNote("limit", .edgeCase, "A time at the end of its range."),
    VectorNote("clock", .basic, "Holds at every time, for implementations that take no time."),
    VectorNote("out-of-contract", .edgeCase, "Arguments that a caller must not give."),
    VectorNote("reported", .knownBug, "A case that users of Nacos reported."),
    VectorNote("library", .encoding, "A token as another library writes it."),
    VectorNote("tolerated", .edgeCase, "More than the documented form, which servers overlook."),
  ]

  var editNotes: [VectorNote] {
    edits.map { VectorNote($0.id, Self.bugs[$0.id] ?? .modifiedParameter, $0.words) }
  }

  private static let bugs: [String: VectorNote.Bug] = [
    "nacos.edit.alg-none": .authenticationBypass, "nacos.edit.key": .authenticationBypass,
    "nacos.edit.sign-part": .missingStep, "nacos.edit.algorithm": .authenticationBypass,
    "nacos.edit.flip-bit": .malleability, "nacos.edit.base64": .encoding,
    "nacos.edit.insert": .encoding, "nacos.edit.now": .authenticationBypass,
    "nacos.edit.short-key": .authenticationBypass,
  ]
}
