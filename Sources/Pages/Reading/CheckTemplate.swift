// SPDX-License-Identifier: MIT

/// A command with `{column}` where the cells of a row go.
struct CheckTemplate {
  private let words: [[Part]]
  private let variables: [String: String]

  private enum Part: Equatable {
    case text(String)
    case column(String)
  }

  init(_ text: String, columns: [String], _ place: PagePlace) throws(PageError) {
    var words: [[Part]] = []
    let command = try AssayCommand(text, place)
    for word in command.words {
      words.append(try Self.parts(of: word, columns, place))
    }
    self.words = words
    variables = command.variables
  }

  /// The columns that have a place in the command.
  var columns: Set<String> {
    Set(words.joined().compactMap { if case .column(let name) = $0 { name } else { nil } })
  }

  /// The command of a row; a word whose cell says nothing is left out, and the option before it too.
  func command(for cells: [String: String]) -> AssayCommand {
    AssayCommand(variables: variables, words: words(for: cells))
  }

  private func words(for cells: [String: String]) -> [String] {
    var command: [String] = []
    for (index, parts) in words.enumerated() {
      let texts = parts.map { Self.text(of: $0, cells) }
      guard texts.contains(nil) else {
        command.append(texts.compactMap(\.self).joined())
        continue
      }
      if index > 0, isOption(index - 1), !begins(index, with: "-") { command.removeLast() }
    }
    return command
  }

  /// Whether a cell leaves its word out.
  static func saysNothing(_ cell: String) -> Bool { cell.isEmpty || cell == "–" }

  private static func text(of part: Part, _ cells: [String: String]) -> String? {
    switch part {
    case .text(let text): text
    case .column(let name): cells[name].flatMap { saysNothing($0) ? nil : $0 }
    }
  }

  private func isOption(_ index: Int) -> Bool {
    guard case .text(let text) = words[index].first, words[index].count == 1 else { return false }
    return text.hasPrefix("--") && !text.contains("=")
  }

  private func begins(_ index: Int, with prefix: String) -> Bool {
    if case .text(let text) = words[index].first { text.hasPrefix(prefix) } else { false }
  }

  private static func parts(
    of word: String, _ columns: [String], _ place: PagePlace
  ) throws(PageError) -> [Part] {
    var parts: [Part] = []
    var rest = word[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[open..<close].dropFirst())
      if columns.contains(name) {
        if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
        parts.append(.column(name))
        rest = rest[close...].dropFirst()
      } else {
        if isName(name) { throw place.error("the table has no column '\(name)'") }
        parts.append(.text(String(rest[...open])))
        rest = rest[open...].dropFirst()
      }
    }
    return rest.isEmpty && !parts.isEmpty ? parts : parts + [.text(String(rest))]
  }

  /// Whether braces hold a name rather than JSON.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { "\"':,{[".contains($0) }
  }
}
