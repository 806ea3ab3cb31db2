// SPDX-License-Identifier: MIT

/// Why a server does not start.
struct ConfigurationError: Error, Equatable {
  let words: String

  init(_ words: String) {
    self.words = words
  }
}
