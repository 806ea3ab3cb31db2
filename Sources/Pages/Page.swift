// SPDX-License-Identifier: MIT

/// A page of documentation and everything on it that is run.
public struct Page: Sendable {
  public let file: String
  public let examples: [PageExample]

  /// Reads a page; one without anything to run is an error.
  public init(file: String, text: [UInt8]) throws(PageError) {
    var reader = PageReader(file: file)
    for block in Block.blocks(of: text) { try reader.read(block) }
    guard !reader.examples.isEmpty else {
      throw PageError(file: file, line: 1, reason: "the page has no example that is run")
    }
    self.file = file
    examples = reader.examples
  }
}

/// Collects the examples of a page, block by block.
private struct PageReader {
  let file: String
  var examples: [PageExample] = []
  private var ids: Set<String> = []
  /// The id that the last comment gave.
  private var nextID: String?
  private var template: [String]?
  private var header: [String] = []
  private var rowNumber = 0
  private var tableID = ""

  init(file: String) {
    self.file = file
  }

  mutating func read(_ block: Block) throws(PageError) {
    if block.kind != .tableRow, block.kind != .tableHeader, block.kind != .html { template = nil }
    switch block.kind {
    case .html: try readComment(block)
    case .code where block.first.hasPrefix("console"): try readTranscript(block)
    case .tableHeader: try readHeader(block)
    case .tableRow: try readRow(block)
    default: break
    }
  }

  private func fail(_ line: Int, _ reason: String) -> PageError {
    PageError(file: file, line: line, reason: reason)
  }

  // MARK: - Comments

  /// `<!-- example: ID -->` names what follows, `<!-- check: assay … -->` makes a table one.
  private mutating func readComment(_ block: Block) throws(PageError) {
    var line = block.line
    for text in block.first.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { line += 1 }
      if let id = text.comment("example") {
        guard ids.insert(id).inserted else { throw fail(line, "the id '\(id)' stands twice") }
        nextID = id
      } else if let command = text.comment("check") {
        template = try words(of: command, line)
      }
    }
  }

  private mutating func takeID(_ line: Int) throws(PageError) -> String {
    guard let id = nextID else {
      throw fail(line, "the example has no id; '<!-- example: ID -->' before it gives one")
    }
    nextID = nil
    return id
  }

  private func words(of command: String, _ line: Int) throws(PageError) -> [String] {
    let words: [String]
    do throws(CommandWords.QuoteError) {
      words = try CommandWords.split(command)
    } catch {
      throw fail(line, error.reason)
    }
    let command = words.drop { $0.isAssignment }
    guard command.first == "assay" else { throw fail(line, "only 'assay' can be run") }
    return words
  }

  // MARK: - Transcripts

  private mutating func readTranscript(_ block: Block) throws(PageError) {
    let id = try takeID(block.line)
    var line = block.line
    var steps: [(line: Int, words: [String], output: [String], status: Int32)] = []
    for text in block.second.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      line += 1
      if text.hasPrefix("$ ") {
        steps.append((line, try words(of: String(text.dropFirst(2)), line), [], 0))
      } else if steps.isEmpty {
        throw fail(line, "a transcript begins with '$ '")
      } else if text.hasPrefix("? "), let status = Int32(text.dropFirst(2)) {
        steps[steps.count - 1].status = status
      } else {
        steps[steps.count - 1].output.append(String(text))
      }
    }
    for (number, step) in steps.enumerated() {
      examples.append(
        PageExample(
          id: "\(id).\(number + 1)", file: file, line: step.line, words: step.words,
          expectation: .output(step.output, status: step.status)))
    }
  }

  // MARK: - Tables

  private mutating func readHeader(_ block: Block) throws(PageError) {
    header = block.cells
    rowNumber = 0
    if template != nil { tableID = try takeID(block.line) }
  }

  private mutating func readRow(_ block: Block) throws(PageError) {
    guard let template else { return }
    rowNumber += 1
    let cells = Dictionary(zip(header, block.cells)) { first, _ in first }
    let used = header.filter { name in template.contains { $0.contains("{\(name)}") } }
    let expected = cells.filter { !used.contains($0.key) && !$0.key.hasPrefix("(") }
    guard !expected.isEmpty else { throw fail(block.line, "no column of the row is expected") }
    examples.append(
      PageExample(
        id: "\(tableID).\(rowNumber)", file: file, line: block.line,
        words: fill(template, cells), expectation: .members(expected)))
  }

  /// Puts cells into the template; `–` leaves a word out, and the option before it.
  private func fill(_ template: [String], _ cells: [String: String]) -> [String] {
    var words: [String] = []
    for word in template {
      var text = word
      var isAbsent = false
      for (name, cell) in cells where text.contains("{\(name)}") {
        isAbsent = cell == "–"
        text = text.replacing("{\(name)}", with: cell)
      }
      guard isAbsent else {
        words.append(text)
        continue
      }
      if words.last?.hasPrefix("--") == true { words.removeLast() }
    }
    return words
  }
}

extension String {
  /// Whether the word sets a variable for the command after it.
  var isAssignment: Bool {
    guard let equals = firstIndex(of: "=") else { return false }
    return self[..<equals].allSatisfy { $0 == "_" || ("A"..."Z").contains($0) }
  }
}

extension Substring {
  /// What follows `NAME:` in a comment.
  fileprivate func comment(_ name: String) -> String? {
    guard hasPrefix("<!-- \(name): "), hasSuffix(" -->") else { return nil }
    return String(dropFirst(name.count + 7).dropLast(4))
  }
}
