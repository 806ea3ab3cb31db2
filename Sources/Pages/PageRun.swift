// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import SpawnCalls

/// The result of one example.
public struct ExampleResult: Sendable {
  public let example: PageExample
  /// Why it failed; nothing where it passed.
  public let failure: String?
}

/// Runs the examples of a page against a built command.
public struct PageRun: Sendable {
  private static let limit: Int32 = 60_000
  private static let outputLimit = 1 << 20

  private let binary: String

  public init(binary: String) {
    self.binary = binary
  }

  public func results(
    of page: Page, where matches: (String) -> Bool = { _ in true }
  ) -> [ExampleResult] {
    page.examples.filter { matches($0.id) }
      .map { ExampleResult(example: $0, failure: failure(of: $0)) }
  }

  private func failure(of example: PageExample) -> String? {
    let (ending, output) = SpawnCalls.run(
      command(example.words), input: [], outputLimit: Self.outputLimit, milliseconds: Self.limit)
    guard case .exited(let status) = ending else { return "the command did not end: \(ending)" }
    switch example.expectation {
    case .output(let lines, let expected):
      guard status == expected else { return "exit status \(expected) expected, got \(status)" }
      return Transcript.difference(expected: lines, got: output.lines)
    case .members(let members):
      return difference(members, output, status)
    }
  }

  /// The words of a page with this binary in the place of `assay`.
  private func command(_ words: [String]) -> [String] {
    let variables = words.prefix { $0.isAssignment }
    return ["/usr/bin/env"] + variables + [binary] + words.dropFirst(variables.count + 1)
  }

  private func difference(
    _ members: [String: String], _ output: [UInt8], _ status: Int32
  ) -> String? {
    let value = try? JSONValue(parsing: output.span)
    for (path, expected) in members.sorted(by: { $0.key < $1.key }) {
      let got = path == "exit" ? String(status) : value.map { text(of: path, in: $0) } ?? "no JSON"
      guard got == expected else { return "\(path): expected '\(expected)', got '\(got)'" }
    }
    return nil
  }

  private func text(of path: String, in value: JSONValue) -> String {
    var found: JSONValue? = value
    for name in path.split(separator: ".") { found = found?[String(name)] }
    guard let found else { return "–" }
    return found.string ?? String(decoding: found.encoded, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The lines of a text that ends with a line feed.
  fileprivate var lines: [String] {
    var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
