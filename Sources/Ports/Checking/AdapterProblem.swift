// SPDX-License-Identifier: MIT

/// What an adapter did wrong, and what was said before.
public struct AdapterProblem: Equatable, Sendable {
  public internal(set) var words: String
  public internal(set) var mistake: AdapterMistake
  /// The last line that was sent; nothing where none was.
  public var sent = ""
  /// The lines that came.
  public var came: [String] = []
  /// The end of what stood on the standard error.
  public var errors = ""

  init(_ words: String, _ mistake: AdapterMistake) {
    (self.words, self.mistake) = (words, mistake)
  }
}
