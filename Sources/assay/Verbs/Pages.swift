// SPDX-License-Identifier: MIT

internal import Files
internal import Profiles
internal import Suite

extension Verbs {
  static let pages = Verb(
    name: "pages", operands: "test [FILE...]", words: "x", flags: [], examples: [],
    run: { _ in 0 })
}
