// SPDX-License-Identifier: MIT

/// Goes through the blocks of a page and collects what is executed.
struct PageReader {
  private let page: PagePlace
  /// The lines of the page.
  private let source: [ArraySlice<UInt8>]
  private var examples: [PageExample] = []
  private var ids: Set<String> = []
  private var directives = PageDirectives()

  init(path: String, source: [ArraySlice<UInt8>]) {
    page = PagePlace(path: path, line: 1)
    self.source = source
  }

  mutating func read(_ block: MarkdownBlock) throws(PageError) {
    let place = page.at(block.line)
    switch block.content {
    case .html(let text): try readHTML(text, place)
    case .fence(let info, let text): try readFence(info, text, place)
    case .table(let rows): try readTable(rows, place)
    case .indented(let text):
      try refuseDirectives()
      try refuseCommands(in: text, place)
    case .paragraph: try readParagraph(place)
    case .heading, .other: try refuseDirectives()
    }
  }

  func finish(mayBeEmpty: Bool) throws(PageError) -> [PageExample] {
    try refuseDirectives()
    guard mayBeEmpty || !examples.isEmpty else {
      throw page.error("no example on the page is executed")
    }
    return examples
  }

  private mutating func readHTML(_ text: String, _ place: PagePlace) throws(PageError) {
    guard let comments = MarkdownComment.all(in: text, line: place.line) else {
      return try refuseDirectives()
    }
    for comment in comments { try directives.add(comment, place.at(comment.line)) }
  }

  private mutating func readFence(
    _ info: String, _ text: String, _ place: PagePlace
  ) throws(PageError) {
    let words = info.split(whereSeparator: \.isWhitespace)
    guard words.first == "console" else {
      try refuseDirectives()
      return try refuseCommands(in: text, place.at(place.line + 1))
    }
    let id = try takeID(for: "console block", place)
    let directives = takeDirectives()
    if let check = directives.check {
      throw check.directive.place.error("a check stands before a table or a paragraph, not before a console block")
    }
    let exit = try Self.exit(words.dropFirst(), place)
    add(id, place, directives.shows, .transcript(try Self.steps(text, exit: exit, place)))
  }

  private static func steps(
    _ text: String, exit: Int32, _ fence: PagePlace
  ) throws(PageError) -> [TranscriptStep] {
    var reader = TranscriptReader(exit: exit)
    for (index, line) in text.utf8Lines.enumerated() {
      try reader.read(line, fence.at(fence.line + 1 + index))
    }
    return try reader.finish(fence)
  }

  private mutating func readTable(
    _ rows: [MarkdownRow], _ place: PagePlace
  ) throws(PageError) {
    guard let (kind, check) = directives.check else {
      if let example = directives.example {
        throw example.place.error("the table has an example id but no check")
      }
      return
    }
    let id = try takeID(for: "table", place)
    let shows = takeDirectives().shows
    guard kind != .numbers else { throw check.place.error("numbers stand in a paragraph") }
    let table = try CheckedTable(
      check: check.text, isListing: kind == .rows, rows: rows, place: check.place)
    for (index, row) in try table.cases().enumerated() {
      add("\(id)/\(index + 1)", page.at(row.line), shows, .row(row))
    }
  }

  private mutating func readParagraph(_ place: PagePlace) throws(PageError) {
    guard let (kind, check) = directives.check, kind == .numbers else {
      return try refuseDirectives()
    }
    let id = try takeID(for: "paragraph", place)
    let shows = takeDirectives().shows
    let lines = source.dropFirst(place.line - 1).prefix { !$0.allSatisfy(\.isBlank) }
    let numbers = CheckedNumbers(lines: lines, from: place.line)
    let command = try AssayCommand(check.text, check.place)
    let expectations = try numbers.expectations(check.place)
    add(
      id, place, shows,
      .row(
        TableCase(
          line: place.line, command: command, answer: .list, expectations: expectations)))
  }

  private mutating func add(
    _ id: String, _ place: PagePlace, _ shows: PageDirectives.Directive?,
    _ content: PageExample.Content
  ) {
    let clauses = shows?.text.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    examples.append(
      PageExample(id: id, path: page.path, line: place.line, shows: clauses, content: content))
  }

  private mutating func takeID(
    for block: String, _ place: PagePlace
  ) throws(PageError) -> String {
    guard let example = directives.example else {
      throw place.error("no example id: expected '<!-- example: ID -->' before the \(block)")
    }
    guard ids.insert(example.text).inserted else {
      throw example.place.error("the example id '\(example.text)' is used twice")
    }
    return example.text
  }

  private mutating func takeDirectives() -> PageDirectives {
    defer { directives = PageDirectives() }
    return directives
  }

  private func refuseDirectives() throws(PageError) {
    guard let directive = directives.first else { return }
    throw directive.place.error("the comment stands before nothing that is executed")
  }

  /// Refuses a transcript that looks executed and is not.
  private func refuseCommands(in text: String, _ place: PagePlace) throws(PageError) {
    for (index, line) in text.utf8Lines.enumerated() where line.starts(with: "$ assay".utf8) {
      throw place.at(place.line + index).error(
        "a command outside of a console block is not executed")
    }
  }

  /// The exit status that the words after `console` expect.
  private static func exit(
    _ words: ArraySlice<Substring>, _ place: PagePlace
  ) throws(PageError) -> Int32 {
    var exit: Int32 = 0
    for word in words {
      guard word.hasPrefix("exit="), let status = ExitStatus(word.dropFirst(5)) else {
        throw place.error("'\(word)' after 'console' is not known, expected exit=0 … exit=255")
      }
      exit = status.value
    }
    return exit
  }
}
