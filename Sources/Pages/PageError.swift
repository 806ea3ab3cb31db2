// SPDX-License-Identifier: MIT

/// What is wrong with a page, whatever comes of its examples.
public struct PageError: Error, Equatable, Sendable {
  public let path: String
  public let line: Int
  public let words: String

  public init(path: String, line: Int, words: String) {
    self.path = path
    self.line = line
    self.words = words
  }
}

extension PageError: CustomStringConvertible {
  public var description: String { "\(path):\(line): \(words)" }
}
