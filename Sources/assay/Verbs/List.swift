// SPDX-License-Identifier: MIT

internal import Profiles
internal import Suite

extension Verbs {
  static let list = Verb(
    name: "list", operands: ListRun.things.map(\.name).joined(separator: " | "),
    words: "List what the suite knows. evidence: the clauses, which recorded assistants keep each,"
      + " and how many vectors name it. reasons: the refusals that vectors expect. deviations: in how"
      + " many shipped rows and cases each is needed for the prediction; one case only is marked, and"
      + " what it changes where that is not how an answer is computed. behaviours: the deviations"
      + " that recorded assistants show.",
    flags: [.form, .type, .binds, .page],
    examples: [
      "assay list deviations", "assay list clauses --type zego-03",
      "assay list evidence --type nacos-jwt --binds minter",
      "assay list vectors --type zego-04-gcm",
    ],
    run: ListRun.run)
}

extension Flag {
  static let binds = Flag("--binds", "PARTY", "the clauses that bind a party, page is one")
  static let page = Flag("--page", "NAME", "the clauses that a page of the documentation states")
}

/// Lists tables.
private enum ListRun {
  static let things: [(name: String, list: @Sendable (Listing) throws -> Void)] = [
    ("formats", { try $0.formats() }), ("clauses", { try $0.clauses() }),
    ("evidence", { try $0.evidence() }), ("reasons", { try $0.reasons() }),
    ("vectors", { try $0.vectors() }), ("deviations", { try $0.deviations() }),
    ("behaviours", { try $0.behaviours() }), ("assistants", { try $0.assistants() }),
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
