// SPDX-License-Identifier: MIT

/// A line of a page.
struct PagePlace: Hashable, Sendable {
  let path: String
  let line: Int

  func error(_ words: String) -> PageError { PageError(path: path, line: line, words: words) }

  func at(_ line: Int) -> PagePlace { PagePlace(path: path, line: line) }
}
