// SPDX-License-Identifier: MIT

import Suite
import Testing

@Suite struct `A pattern` {
  @Test(arguments: [
    ("*", "", true), ("*", "a/b", true), ("", "", true), ("", "a", false), ("a", "a", true),
    ("a", "b", false), ("a*", "a", true), ("a*", "abc", true), ("*c", "abc", true),
    ("*b*", "abc", true), ("a*c", "abd", false), ("a?c", "abc", true), ("a?c", "ac", false),
    ("?", "", false), ("**", "x", true), ("*a*a*", "aa", true), ("*a*a*", "a", false),
    ("zego-04-*/go/*.1", "zego-04-cbc/go/0001.1", true), ("a[b]", "a[b]", true),
    ("*aab", "aaaab", true),
  ])
  func `matches whole ids`(pattern: String, text: String, matches: Bool) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  @Test func `of many stars ends`() {
    #expect(!Glob(String(repeating: "*a", count: 40)).matches(String(repeating: "a", count: 39)))
  }
}

@Suite struct `A baseline` {
  static func words(_ text: String) throws -> String {
    let file = try TemporaryFile(text)
    do {
      return "\(try Baseline(file.path).entries.count) entries"
    } catch {
      return "\(error)".replacing(file.path, with: "FILE")
    }
  }

  @Test(arguments: [
    (#"{"baseline":1,"known":[]}"#, "0 entries"),
    (
      #"{"baseline":1,"known":[{"match":"a*","observed":"differs","reason":"r","link":"l"}]}"#,
      "1 entries"
    ),
    ("", "FILE:1:1: a value is expected, the end of the text found"),
    ("{\n  \"baseline\": 1,\n  oops\n}", "FILE:3:3: a name in quotes is expected, 'o' found"),
    ("{}", "FILE: a member \"baseline\": 1 and a list \"known\" are expected"),
    (
      #"{"baseline":2,"known":[]}"#,
      "FILE: a member \"baseline\": 1 and a list \"known\" are expected"
    ),
    (
      #"{"baseline":1,"known":{}}"#,
      "FILE: a member \"baseline\": 1 and a list \"known\" are expected"
    ),
    (#"{"baseline":1,"known":[{}]}"#, "FILE: entry 1: 'match' is missing"),
    (
      #"{"baseline":1,"known":[{"match":"a","observed":"differs"}]}"#,
      "FILE: entry 1: 'reason' is missing"
    ),
    (
      #"{"baseline":1,"known":[{"match":"a","observed":"differs","reason":""}]}"#,
      "FILE: entry 1: 'reason' is missing"
    ),
    (
      #"{"baseline":1,"known":[{"match":"a","observed":"broken","reason":"r"}]}"#,
      "FILE: entry 1: 'observed' is expected to be differs or unexplained"
    ),
    (
      #"{"baseline":1,"known":[{"match":"a","observed":"agrees","reason":"r"}]}"#,
      "FILE: entry 1: 'observed' is expected to be differs or unexplained"
    ),
  ])
  func `is read, or refused in these words`(text: String, words: String) throws {
    #expect(try Self.words(text) == words)
  }
}

@Suite struct `The gate` {
  static func judgement(
    _ id: String, _ verdict: Judgement.Verdict, _ severity: Severity? = nil
  ) -> Judgement {
    var judgement = Judgement(id: id, verdict: verdict, inContract: true)
    judgement.severity = severity
    judgement.behaviours = severity.map { ["zego.\($0.rawValue)"] } ?? []
    return judgement
  }

  static func failures(
    _ judgements: [Judgement], from severity: Severity? = .interop, known: String? = nil
  ) throws -> [String] {
    let file = try known.map { try TemporaryFile("{\"baseline\":1,\"known\":[\($0)]}") }
    var gate = Gate(failsOn: severity, baseline: try file.map { try Baseline($0.path) })
    for judgement in judgements { gate.add(judgement) }
    return gate.failures
  }

  @Test(
    arguments: [
      (.agrees, nil, []), (.notJudged, nil, []), (.unexplained, nil, ["1 row unexplained"]),
      (.differs, .security, ["1 row differing (security): zego.security"]),
      (.differs, .interop, ["1 row differing (interop): zego.interop"]), (.differs, .quality, []),
      (.differs, .choice, []),
    ] as [(Judgement.Verdict, Severity?, [String])])
  func `is shut by what is not explained, and by what is grave`(
    verdict: Judgement.Verdict, severity: Severity?, failures: [String]
  ) throws {
    #expect(try Self.failures([Self.judgement("a", verdict, severity)]) == failures)
  }

  @Test func `is shut by what is unexplained alone where differences are expected`() throws {
    let judgements = [Self.judgement("a", .differs, .security), Self.judgement("b", .unexplained)]
    #expect(try Self.failures(judgements, from: nil) == ["1 row unexplained"])
  }

  @Test func `counts the rows of a reason`() throws {
    let judgements = (0..<3).map { Self.judgement("\($0)", .differs, .security) }
    #expect(try Self.failures(judgements) == ["3 rows differing (security): zego.security"])
  }

  static let known = #"{"match":"a/*","observed":"differs","reason":"old"}"#

  @Test func `lets a known failure pass`() throws {
    #expect(
      try Self.failures([Self.judgement("a/1", .differs, .security)], known: Self.known) == [])
  }

  @Test func `is shut where a known failure passes`() throws {
    #expect(
      try Self.failures([Self.judgement("a/1", .agrees)], known: Self.known)
        == ["1 row matching 'a/*', known as differs, now agrees"])
  }

  @Test func `is shut where a known failure fails otherwise`() throws {
    #expect(
      try Self.failures([Self.judgement("a/1", .unexplained)], known: Self.known)
        == ["1 row matching 'a/*', known as differs, now unexplained"])
  }

  @Test func `is shut where a known failure is met by no row`() throws {
    #expect(
      try Self.failures([Self.judgement("b", .agrees)], known: Self.known)
        == ["baseline: 'a/*' matches no row"])
  }
}
