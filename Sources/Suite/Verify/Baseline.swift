// SPDX-License-Identifier: MIT

internal import Files
internal import JSON

/// Known failures of a port: each with the outcome that was seen and the reason why it stays.
public struct Baseline: Sendable {
  public struct Entry: Sendable {
    public let match: Glob
    public let observed: Judgement.Verdict
    public let reason: String
    public let link: String?
    /// The last day on which it is known, as 2026-12-31.
    public let until: String?
  }

  public let path: String
  public let entries: [Entry]

  public init(_ path: String) throws {
    let bytes = try InputFile.contents(of: path)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes.span)
    } catch {
      throw RecordingError(
        file: path, line: bytes.line(of: error.offset), column: bytes.column(of: error.offset),
        reason: error.detail)
    }
    guard value["baseline"]?.int == 1, let known = value["known"]?.array else {
      throw FileError(
        path: path, words: "a member \"baseline\": 1 and a list \"known\" are expected")
    }
    self.path = path
    entries = try known.enumerated().map {
      try Entry($0.element, path: path, number: $0.offset + 1)
    }
  }
}

extension Baseline.Entry {
  fileprivate init(_ value: JSONValue, path: String, number: Int) throws {
    func required(_ name: String) throws -> String {
      guard let text = value[name]?.string, !text.isEmpty else {
        throw FileError(path: path, words: "entry \(number): '\(name)' is missing")
      }
      return text
    }
    match = Glob(try required("match"))
    guard let verdict = Judgement.Verdict(rawValue: try required("observed")),
      [.differs, .unexplained].contains(verdict)
    else {
      throw FileError(
        path: path, words: "entry \(number): 'observed' is expected to be differs or unexplained")
    }
    observed = verdict
    reason = try required("reason")
    link = value["link"]?.string
    until = value["until"]?.string
    guard until.map(Self.isDay) ?? true else {
      throw FileError(path: path, words: "entry \(number): 'until' is expected to be YYYY-MM-DD")
    }
  }
}

extension Baseline.Entry {
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

extension [UInt8] {
  /// The number of the line that holds an offset, from 1.
  func line(of offset: Int) -> Int {
    1 + prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  /// The column of an offset in its line, from 1.
  func column(of offset: Int) -> Int {
    let before = prefix(offset)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return before.count - start + 1
  }
}
