// SPDX-License-Identifier: MIT

/// A command line as its words, quoted as in a shell.
enum CommandWords {
  struct QuoteError: Error {
    let reason: String
  }

  static func split(_ line: String) throws(QuoteError) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case (quote, _?): quote = nil
      case ("\\", nil), ("\\", "\""):
        guard let next = rest.popFirst() else { throw QuoteError(reason: "nothing follows '\\'") }
        word = (word ?? "") + String(next)
      case (_, _?): word?.append(character)
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (" ", nil):
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw QuoteError(reason: "a quote is not closed") }
    return words + [word].compactMap(\.self)
  }
}
