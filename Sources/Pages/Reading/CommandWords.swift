// SPDX-License-Identifier: MIT

/// Splits a command into words as a shell does, and refuses what only a shell can do.
struct CommandWords {
  private let scalars: [Unicode.Scalar]
  private let place: PagePlace
  private var index = 0
  private var words: [String] = []
  private var word: String?

  static func split(_ text: String, _ place: PagePlace) throws(PageError) -> [String] {
    var splitting = CommandWords(text, place)
    return try splitting.run()
  }

  private init(_ text: String, _ place: PagePlace) {
    scalars = Array(text.unicodeScalars)
    self.place = place
  }

  private mutating func run() throws(PageError) -> [String] {
    while let scalar = next() {
      switch scalar {
      case " ", "\t", "\n": endWord()
      case "'": try readSingleQuoted()
      case "\"": try readDoubleQuoted()
      case "\\": append(try escaped())
      default:
        try refuse(scalar)
        append(scalar)
      }
    }
    endWord()
    return words
  }

  private mutating func next() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    defer { index += 1 }
    return scalars[index]
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    word = word ?? ""
    word?.unicodeScalars.append(scalar)
  }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func escaped() throws(PageError) -> Unicode.Scalar {
    guard let scalar = next() else { throw place.error("nothing follows the backslash") }
    return scalar
  }

  private mutating func readSingleQuoted() throws(PageError) {
    word = word ?? ""
    while let scalar = next() {
      if scalar == "'" { return }
      append(scalar)
    }
    throw place.error("the quote ' is not closed")
  }

  private mutating func readDoubleQuoted() throws(PageError) {
    word = word ?? ""
    while let scalar = next() {
      switch scalar {
      case "\"": return
      case "\\": try readEscapeInQuotes()
      case "$", "`": throw place.error("'\(scalar)' inside \" is for a shell; use '")
      default: append(scalar)
      }
    }
    throw place.error("the quote \" is not closed")
  }

  /// Inside double quotes a backslash stands for itself but before four characters.
  private mutating func readEscapeInQuotes() throws(PageError) {
    let scalar = try escaped()
    if !["\"", "\\", "$", "`"].contains(scalar) { append("\\") }
    append(scalar)
  }

  private func refuse(_ scalar: Unicode.Scalar) throws(PageError) {
    let special = word == nil ? "|&;<>()$`*?#~" : "|&;<>()$`*?"
    guard special.unicodeScalars.contains(scalar) else { return }
    throw place.error("'\(scalar)' is for a shell, and no shell runs here; quote it to mean itself")
  }
}
