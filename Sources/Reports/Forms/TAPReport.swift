// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// TAP 14: a test point for each row, and the gate as the last one.
struct TAPReport: Report {
  private let context: ReportContext
  private var count = 0

  init(_ context: ReportContext) {
    self.context = context
  }

  mutating func add(_ judgements: [Judgement]) -> [UInt8] {
    let isFirst = count == 0
    let lines = judgements.flatMap { point($0) }
    return Self.bytes((isFirst && !lines.isEmpty ? [Self.version] : []) + lines)
  }

  mutating func finish(_ results: Results) -> [UInt8] {
    let isFirst = count == 0
    let lines = results.errors.flatMap { point("\($0)", isGood: false) } + gate(results)
    let suite = results.suite.map { ["# \($0.words.printable)"] } ?? []
    return Self.bytes((isFirst ? [Self.version] : []) + lines + suite + ["1..\(count)"])
  }

  private static let version = "TAP version 14"

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array(lines.map { "\($0)\n" }.joined().utf8)
  }

  private mutating func point(_ judgement: Judgement) -> [String] {
    let isFailure = context.isFailure(judgement)
    var directive: (String, String)?
    if judgement.isWrong, !isFailure { directive = ("TODO", "a known failure") }
    if judgement.verdict == .notJudged, !isFailure {
      directive = ("SKIP", judgement.sentence(context.book))
    }
    return point(judgement.id, isGood: !judgement.isWrong && !isFailure, directive)
      + (judgement.isWrong || isFailure ? block(Self.members(judgement, context)) : [])
  }

  private mutating func gate(_ results: Results) -> [String] {
    let headline = Headline(results: results)
    let reasons = results.failures.isEmpty ? [] : [results.failures.joined(separator: "; ")]
    let isOpen = results.failures.isEmpty && !results.isIncomplete
    return point("gate", isGood: isOpen)
      + block([("verdict", headline.verdict)] + reasons.map { ("fails", $0) })
  }

  private mutating func point(
    _ words: String, isGood: Bool, _ directive: (String, String)? = nil
  ) -> [String] {
    count += 1
    let end = directive.map { " # \($0.0) \(Self.escaped($0.1))" } ?? ""
    return ["\(isGood ? "ok" : "not ok") \(count) - \(Self.escaped(words))\(end)"]
  }

  private static func members(
    _ judgement: Judgement, _ context: ReportContext
  ) -> [(String, String)] {
    let mismatch = judgement.mismatch
    let members = [
      ("verdict", judgement.verdict.rawValue), ("severity", judgement.severity?.rawValue ?? ""),
      ("clauses", judgement.clauses.joined(separator: " ")),
      ("behaviours", judgement.behaviours.joined(separator: " ")),
      ("field", mismatch?.field ?? ""), ("byte", mismatch?.offset.map(String.init) ?? ""),
      ("expected", mismatch?.expected ?? ""), ("got", mismatch?.got ?? ""),
      ("message", judgement.sentence(context.book)),
      ("again", context.replay.command(for: judgement.id)),
    ]
    return members.filter { !$0.1.isEmpty }
  }

  /// A block of YAML, whose values are texts of JSON.
  private func block(_ members: [(String, String)]) -> [String] {
    let lines = members.map { name, text in
      let value = JSONValue.string(text.printable).encoded
      return "  \(name): \(String(decoding: value, as: UTF8.self))"
    }
    return ["  ---"] + lines + ["  ..."]
  }

  private static func escaped(_ text: String) -> String {
    text.printable.replacing { $0 == "#" || $0 == "\\" ? "\\\($0)" : nil }
  }
}
