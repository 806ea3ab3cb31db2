// SPDX-License-Identifier: MIT

/// A command line of a page: variables that are set for it, then `assay` and its words.
struct AssayCommand: Hashable, Sendable {
  let variables: [String: String]
  /// The words after `assay`.
  let words: [String]

  init(variables: [String: String] = [:], words: [String]) {
    self.variables = variables
    self.words = words
  }

  init(_ text: String, _ place: PagePlace) throws(PageError) {
    let all = try CommandWords.split(text, place)
    let settings = all.prefix { Self.name(of: $0) != nil }
    guard let first = all.dropFirst(settings.count).first else {
      throw place.error("no command after '$'")
    }
    guard first.isIdentical(to: "assay") else {
      throw place.error("the command '\(first)' is not 'assay'")
    }
    var variables: [String: String] = [:]
    for setting in settings {
      guard let name = Self.name(of: setting) else { continue }
      variables[name] = String(decoding: setting.utf8.dropFirst(name.utf8.count + 1), as: UTF8.self)
    }
    self.init(variables: variables, words: Array(all.dropFirst(settings.count + 1)))
  }

  /// The name before the equals sign of `NAME=VALUE`, in capitals.
  private static func name(of word: String) -> String? {
    let name = word.utf8.prefix { $0 != UInt8(ascii: "=") }
    guard !name.isEmpty, name.count < word.utf8.count else { return nil }
    let isName = name.allSatisfy { $0 == UInt8(ascii: "_") || (0x41...0x5A).contains($0) }
    return isName ? String(decoding: name, as: UTF8.self) : nil
  }
}
