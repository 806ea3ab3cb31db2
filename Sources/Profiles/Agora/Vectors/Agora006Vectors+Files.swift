// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// The files, from the tables of cases.
extension Agora006Vectors {
  func mintFiles() throws -> [VectorFile] {
    [
      try kept("mint", "users", "For whom a token is made.", MintCases006.users),
      try kept("mint", "names", "Channels, app ids and certificates.", MintCases006.names),
      try kept("mint", "privileges", "Privileges and their times.", MintCases006.privileges),
      try kept("mint", "roles", "Roles, and builders that follow one another.", MintCases006.roles),
      try kept(
        "mint", "times", "Salt and end of a token.", MintCases006.times + MintCases006.clock),
      try refused(
        "mint", "refused-names", "Names that break a rule for callers.",
        MintRefusals006.identifiers + MintRefusals006.names + MintRefusals006.lengths),
      try refused(
        "mint", "refused-numbers", "Users, numbers and calls that break a rule for callers.",
        MintRefusals006.users + MintRefusals006.numbers + MintRefusals006.roles),
    ]
  }

  func buildFiles() throws -> [VectorFile] {
    let maker = VectorMaker(self, op: "build")
    let vectors = try BuildCases006.all.map { built in
      try maker.accept(
        built.name, built.comment, clauses: built.clauses.map { "agora.\($0)" },
        flags: ["building"], built.question, compare: .content)
    }
    return [
      file("build", "functions", "Builder functions and their roles.", [VectorGroup(vectors)])
    ]
  }

  func reopenFiles() throws -> [VectorFile] {
    [
      try kept("reopen", "loaded", "Tokens that are loaded and made again.", ReopenCases006.loaded),
      try reopenedUnsound(),
    ]
  }

  func openFiles() throws -> [VectorFile] {
    let maker = VectorMaker(self, op: VectorQuestion.open)
    let opened = try OpenCases006.all.map { good in
      try maker.accept(
        good.name, good.comment, clauses: good.clauses.map(Self.clause), flags: [good.flag],
        good.question)
    }
    let parents = Dictionary(uniqueKeysWithValues: opened.map { ($0.id, $0.question) })
    func negatives(
      _ topic: String, _ about: String, _ negatives: [OpenNegative006], more: [VectorGroup] = []
    ) throws -> VectorFile {
      let vectors = try negatives.map { try negative($0, of: parents, maker) }
      return file("open", topic, about, [VectorGroup(vectors)] + more)
    }
    let reported = try OpenNegative006.reported.map { issue, negative in
      VectorGroup(
        [try self.negative(negative, of: parents, maker)],
        from: VectorGroup.Source(.reported, issue, version: "2026-11-21"))
    }
    return [
      file("open", "good", "Tokens that open, each in its own way.", [VectorGroup(opened)]),
      try negatives("encoding", "Version, app id and base64.", OpenNegative006.encoding),
      try negatives(
        "structure", "Lengths, counts and what is missing or too much.", OpenNegative006.structure),
      try negatives(
        "crypto", "Signatures, CRC-32, and for whom a token is opened.", OpenNegative006.crypto,
        more: reported),
      try negatives(
        "policy", "Time, privileges and apps.", OpenNegative006.policy,
        more: [VectorGroup([clockPast(maker)])]),
    ]
  }

  // MARK: - One vector

  private static func clause(_ name: String) -> String {
    name.hasPrefix("open.") ? "agora.006.\(name)" : "agora.\(name)"
  }

  private func negative(
    _ negative: OpenNegative006, of parents: [String: VectorQuestion], _ maker: VectorMaker
  ) throws -> Vector {
    let parent = maker.id(negative.parent)
    let edit = try Draft006.edit(named: negative.edit)
    guard let question = parents[parent],
      let clause = checks.first(where: { $0.check.covers(negative.check) })?.info.clause
    else { throw VectorError("\(negative.name): no parent \(parent), or no such check") }
    var draft = try Draft006(question)
    try edit.change(&draft, negative.arguments)
    return maker.reject(
      negative.name, negative.comment, clauses: [clause], flags: [edit.info.id], draft.question,
      by: negative.check, alsoAllowed: negative.alsoAllowed,
      derivation: Derivation(parent: parent, edit: edit.info.id, arguments: negative.arguments))
  }

  private func reopenedUnsound() throws -> VectorFile {
    let maker = VectorMaker(self, op: "reopen")
    let vectors = try UnsoundToken006.all.map { unsound in
      let edit = try Draft006.edit(named: unsound.edit)
      return try refused(
        try unsound.request, maker, flag: edit.info.id,
        derivation: Derivation(
          parent: maker.id(unsound.parent), edit: edit.info.id, arguments: unsound.arguments))
    }
    return file(
      "reopen", "unsound", "Tokens that are not well formed, and are not loaded.",
      [VectorGroup(vectors)])
  }

  private func clockPast(_ maker: VectorMaker) -> Vector {
    let past = OpenCase006(
      "clock-past", "over since 1970, by one's own clock", ["open.ts"], "clock"
    ) {
      $0.request.inject["ts"] = 1
      $0.now = .ownClock
    }
    return maker.reject(
      past.name, past.comment, clauses: past.clauses.map(Self.clause), flags: [past.flag],
      OpenCases006.opening(
        token: past.request.token, past.request, wishes: past.wishes, now: past.now),
      by: Check(.time, "expired", "ts"))
  }

  // MARK: - One file

  private func kept(
    _ op: String, _ topic: String, _ about: String, _ cases: [Case006]
  ) throws -> VectorFile {
    let maker = VectorMaker(self, op: op)
    return file(
      op, topic, about,
      try groups(cases) { kept in
        let question = kept.request.question
        return try maker.accept(
          kept.name, kept.comment, clauses: kept.clauses, flags: [kept.flag], question,
          compare: comparison(of: question))
      })
  }

  private func refused(
    _ op: String, _ topic: String, _ about: String, _ cases: [Case006]
  ) throws -> VectorFile {
    let maker = VectorMaker(self, op: op)
    return file(op, topic, about, try groups(cases) { try refused($0, maker, flag: $0.flag) })
  }

  /// A request that a strict maker refuses; where a token can say it faithfully, that is right too.
  private func refused(
    _ request: Case006, _ maker: VectorMaker, flag: String, derivation: Derivation? = nil
  ) throws -> Vector {
    let question = request.request.question
    guard let check = RequestChecks006(question.recorded, model).first else {
      throw VectorError("\(request.name): no rule for callers is broken")
    }
    let isStatable = Faithfulness006(question: question.recorded).isStatable
    return maker.reject(
      request.name, request.comment, clauses: request.clauses, flags: [flag], question,
      by: check, alsoAllowed: isStatable ? [Expectation.accept] : [], derivation: derivation)
  }

  /// The vectors of cases, those of one source together.
  private func groups(
    _ cases: [Case006], _ vector: (Case006) throws -> Vector
  ) throws -> [VectorGroup] {
    var sources: [VectorGroup.Source] = []
    for known in cases where !sources.contains(known.source) { sources.append(known.source) }
    return try sources.map { source in
      VectorGroup(try cases.filter { $0.source == source }.map(vector), from: source)
    }
  }

  private func file(
    _ op: String, _ topic: String, _ about: String, _ groups: [VectorGroup]
  ) -> VectorFile {
    VectorFile(
      format: format, op: op, topic: topic, about: about,
      notes: AgoraNotes.table + AgoraNotes.notes(of: edits), groups: groups)
  }
}
