// SPDX-License-Identifier: MIT

/// Reads the lines of a console block into steps.
struct TranscriptReader {
  private let exit: Int32
  private var steps: [TranscriptStep] = []
  private var part = Part.nothing

  /// What the last line belonged to.
  private enum Part {
    case nothing
    case command
    case output
    case exit
  }

  /// `exit` is the status of every step that names none.
  init(exit: Int32) {
    self.exit = exit
  }

  mutating func read(_ line: [UInt8], _ place: PagePlace) throws(PageError) {
    if line.starts(with: "$ ".utf8) {
      try begin(String(decoding: line.dropFirst(2), as: UTF8.self), place)
    } else if part == .nothing {
      throw place.error("a console block begins with '$ assay'")
    } else if part == .command, let input = Self.input(line) {
      steps[steps.count - 1].input += input
    } else if let status = Self.exit(line), part != .exit {
      steps[steps.count - 1].exit = status
      part = .exit
    } else {
      try expect(line, place)
    }
  }

  func finish(_ place: PagePlace) throws(PageError) -> [TranscriptStep] {
    guard !steps.isEmpty else { throw place.error("the console block has no command") }
    return steps
  }

  private mutating func begin(_ command: String, _ place: PagePlace) throws(PageError) {
    let command = try AssayCommand(command, place)
    steps.append(TranscriptStep(line: place.line, command: command, exit: exit))
    part = .command
  }

  private mutating func expect(_ line: [UInt8], _ place: PagePlace) throws(PageError) {
    guard part != .exit else {
      guard line.isEmpty else { throw place.error("output after the exit status") }
      return
    }
    steps[steps.count - 1].expected.append(
      PatternLine(line: place.line, pattern: LinePattern(line)))
    part = .output
  }

  private static func input(_ line: [UInt8]) -> [UInt8]? {
    if line == [UInt8(ascii: ">")] { return [UInt8(ascii: "\n")] }
    return line.starts(with: "> ".utf8) ? line.dropFirst(2) + [UInt8(ascii: "\n")] : nil
  }

  private static func exit(_ line: [UInt8]) -> Int32? {
    guard line.starts(with: "? ".utf8) else { return nil }
    return ExitStatus(String(decoding: line.dropFirst(2), as: UTF8.self))?.value
  }
}
