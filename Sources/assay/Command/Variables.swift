// SPDX-License-Identifier: MIT

/// The variables of the environment that the command reads.
enum Variables {
  static let all = [
    (name: "ASSAY_VECTORS", words: "where clauses and recordings are, without --vectors"),
    (name: "ASSAY_SECRET", words: "the secret, where no option says from where to read it"),
    (name: "NO_COLOR", words: "where it is set, reports have no colour"),
  ]
}
