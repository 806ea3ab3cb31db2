// SPDX-License-Identifier: MIT

internal import Suite

// The files, from the tables of cases.
extension AgoraLegacyVectors {
  func mintFiles() throws -> [VectorFile] {
    [
      try kept("mint", "forms", "Every form with its usual arguments.", LegacyMintCases.forms),
      try kept("mint", "users", "Users, channels and ids.", LegacyMintCases.users),
      try kept("mint", "numbers", "Times and random numbers.", LegacyMintCases.numbers),
      try kept("mint", "signaling", "Signaling tokens.", LegacyMintCases.signaling),
      try refused(
        "mint", "refused", "Arguments that break a rule for callers.", LegacyMintCases.refused),
    ]
  }

  func openFiles() throws -> [VectorFile] {
    let good = try LegacyOpenCases.all.map {
      try opened($0.name, $0.comment, $0.clauses, $0.flag, $0.question)
    }
    return [
      file("open", "good", "Keys that open, each in its own way.", [VectorGroup(good)]),
      file(
        "open", "form", "Fields, digits, lengths, and what is missing or too much.",
        [try negatives(LegacyOpenNegatives.form, of: good)]),
      file(
        "open", "seal", "Signatures, digests, and for whom a key is opened.",
        [try negatives(LegacyOpenNegatives.seal, of: good)]),
      file(
        "open", "policy", "Time, apps and services.",
        [try negatives(LegacyOpenNegatives.policy, of: good)]),
    ]
  }
}
