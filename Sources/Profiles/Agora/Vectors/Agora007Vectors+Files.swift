// SPDX-License-Identifier: MIT

internal import Suite

extension Agora007Vectors {
  func files() throws -> [VectorFile] {
    try minted() + opened() + reopened() + [
      accepted(
        "build", "functions", "Calls of the functions above the builder.", BuildCases007.all),
      accepted(
        "build", "own-clock", "The same, with a salt and a time of the implementation's own.",
        BuildCases007.ownClock),
    ]
  }

  private func minted() throws -> [VectorFile] {
    try [
      accepted("mint", "channel", "Requests for one channel.", MintCases007.channel),
      accepted(
        "mint", "services", "Requests for other services, and for several.", ServiceCases007.all),
      accepted("mint", "times", "Lives, times of issue and salts.", TimeCases007.all),
      accepted(
        "mint", "own-clock", "Requests whose salt and time are the implementation's own.",
        TimeCases007.ownClock),
      refused(
        "mint", "identifiers-refused", "App ids and certificates that are none.",
        RefusedCalls007.identifiers),
      refused(
        "mint", "values-refused", "Names, users and numbers that break a rule for callers.",
        RefusedCalls007.values),
    ]
  }

  private func opened() throws -> [VectorFile] {
    let parents = try accepted("open", "accepted", "Tokens that open.", OpenCases007().all)
    return try [
      parents,
      forged(
        "open", "encoding", "Text and streams that stand for no content.", EncodingRefusals007.all,
        parents),
      forged(
        "open", "layout", "Signed content that is not laid out as it must be.",
        LayoutRefusals007.all + ServiceRefusals007.all, parents),
      forged(
        "open", "verdicts", "Sound tokens that are forged, not in time or for something else.",
        VerdictRefusals007.all, parents),
    ]
  }

  private func reopened() throws -> [VectorFile] {
    let parents = try accepted(
      "reopen", "accepted", "Tokens that are loaded and built again.", ReopenCases007().all)
    return try [
      parents,
      forged("reopen", "unsound", "Tokens that are not loaded.", ReopenRefusals007.all, parents),
    ]
  }

  // MARK: - Kinds of files

  private func file(
    _ op: String, _ topic: String, _ about: String, _ groups: [VectorGroup]
  ) -> VectorFile {
    VectorFile(
      format: format, op: op, topic: topic, about: about, notes: Notes007.all, groups: groups)
  }

  private func accepted(
    _ op: String, _ topic: String, _ about: String, _ cases: [Case007]
  ) throws -> VectorFile {
    let maker = VectorMaker(self, op: op)
    return file(op, topic, about, try cases.groups { try $0.accepted(maker) })
  }

  private func refused(
    _ op: String, _ topic: String, _ about: String, _ cases: [Case007]
  ) throws -> VectorFile {
    let maker = VectorMaker(self, op: op)
    return file(op, topic, about, try cases.groups { try $0.refused(maker) })
  }

  private func forged(
    _ op: String, _ topic: String, _ about: String, _ rows: [ForgedTokens007.Row],
    _ parents: VectorFile
  ) throws -> VectorFile {
    let forger = ForgedTokens007(VectorMaker(self, op: op), of: parents.vectors)
    return file(op, topic, about, try forger.vectors(rows))
  }
}
