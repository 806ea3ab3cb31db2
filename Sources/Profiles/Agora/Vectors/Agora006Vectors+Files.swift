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
    let good = try OpenCases006.all.map { good in
      try opened(
        good.name, good.comment, good.clauses.map(Self.clause), good.flag, good.question)
    }
    let reported = try OpenNegatives006.reported.map { issue, negative in
      try negatives(
        [negative.tolerant], of: good,
        from: VectorGroup.Source(.reported, issue, version: "2026-11-21"))
    }
    return [
      file("open", "good", "Tokens that open, each in its own way.", [VectorGroup(good)]),
      file(
        "open", "encoding", "Version, app id and base64.",
        [try negatives(OpenNegatives006.encoding, of: good)]),
      file(
        "open", "structure", "Lengths, counts and what is missing or too much.",
        [try negatives(OpenNegatives006.structure, of: good)]),
      file(
        "open", "crypto", "Signatures, CRC-32, and for whom a token is opened.",
        [try negatives(OpenNegatives006.crypto, of: good)] + reported),
      file(
        "open", "policy", "Time, privileges and apps.",
        [try negatives(OpenNegatives006.policy, of: good), VectorGroup([clockPast])]),
    ]
  }

  private static func clause(_ name: String) -> String {
    name.hasPrefix("open.") ? "agora.006.\(name)" : "agora.\(name)"
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

  private var clockPast: Vector {
    let past = OpenCase006(
      "clock-past", "over since 1970, by one's own clock", ["open.ts"], "clock"
    ) {
      $0.request.inject["ts"] = 1
      $0.now = .ownClock
    }
    return VectorMaker(self, op: VectorQuestion.open).reject(
      past.name, past.comment, clauses: past.clauses.map(Self.clause), flags: [past.flag],
      OpenCases006.opening(
        token: past.request.token, past.request, wishes: past.wishes, now: past.now),
      by: Check(.time, "expired", "ts"))
  }
}
