// SPDX-License-Identifier: MIT

/// The parts of a transcript as a reader tells them apart.
struct ConsoleBlock {
  enum Kind: String {
    case command
    case input
    case output
    case status
  }

  struct Part {
    let kind: Kind
    var lines: [String]
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    for line in text.utf8Lines { add(String(decoding: line, as: UTF8.self)) }
  }

  private mutating func add(_ line: String) {
    let kind = kind(of: line)
    let content = kind == .output ? line : String(line.dropFirst(2))
    if kind != .command, parts.last?.kind == kind {
      parts[parts.count - 1].lines.append(content)
    } else {
      parts.append(Part(kind: kind, lines: [content]))
    }
  }

  /// Input follows a command, a status nothing but output or a command.
  private func kind(of line: String) -> Kind {
    if line.hasPrefix("$ ") { return .command }
    let isInput = line == ">" || line.hasPrefix("> ")
    if isInput, parts.last?.kind == .command || parts.last?.kind == .input { return .input }
    return line.hasPrefix("? ") && ExitStatus(line.dropFirst(2)) != nil ? .status : .output
  }
}
