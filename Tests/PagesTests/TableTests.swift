// SPDX-License-Identifier: MIT

import Pages
import Testing

@Suite struct `A checked table` {
  private let assay: FakeAssay

  init() throws { assay = try FakeAssay() }

  @Test func `runs each row and compares each member`() async throws {
    let results = try await assay.results(
      check: "assay open {token} --app {app} --at={now}",
      """
      | token | app | now | words | `claims.user_id` | claims.n | claims.ok | list.1.b | nothing |
      |---|---|---|---|---|---|---|---|---|
      | `ab` | 7 | 9 | `ab --app 7 --at=9` | ab | 12 | true | 1.50 | null |
      | `x\\|y z` | – | | x\\|y z | `x\\|y z` | 12 | true | 1.50 | null |
      | a | | – | a | a | `12` | **true** | 1.50 | null |
      """)
    #expect(results.map(\.detail) == ["", "", ""])
    #expect(results.map(\.id) == ["it/1", "it/2", "it/3"])
    #expect(results.map(\.line) == [5, 6, 7])
  }

  @Test(arguments: [
    ("verdict", "agreed", "\"agreed\"", "\"agrees\""),
    ("verdict", "Agrees", "\"Agrees\"", "\"agrees\""),
    ("verdict", "–", "no such member", "\"agrees\""),
    ("verdict", "", "no such member", "\"agrees\""),
    ("claims.n", "12.0", "\"12.0\"", "\"12\""),
    ("claims.m", "12", "\"12\"", "no such member"),
    ("claims.n.x", "12", "\"12\"", "no such member"),
    ("list.2", "a", "\"a\"", "no such member"),
    ("list.-1", "a", "\"a\"", "no such member"),
    ("list.x", "a", "\"a\"", "no such member"),
    ("empty", "–", "no such member", "\"\""),
    ("nothing", "–", "no such member", "\"null\""),
    ("claims", "{}", "\"{}\"", #""{"user_id":"t","n":12,"ok":true}""#),
  ])
  func `fails where a member is not as its cell says`(
    member: String, cell: String, expected: String, got: String
  ) async throws {
    let results = try await assay.results(
      check: "assay open t", "| \(member) |\n|---|\n| \(cell) |")
    let failure = try #require(results.first?.failure)
    #expect(failure.subject == "the member \(member)")
    #expect(failure.expected == expected)
    #expect(failure.got == got)
    #expect(failure.line == 5)
  }

  @Test(arguments: [("empty", "`\"\"`"), ("missing", "–"), ("missing", ""), ("list.0", "a")])
  func `knows the empty text from no text`(member: String, cell: String) async throws {
    let results = try await assay.results(
      check: "assay open t", "| \(member) |\n|---|\n| \(cell) |")
    #expect(results.map(\.detail) == [""])
  }

  @Test func `compares the exit status, and leaves out what is in italics`() async throws {
    let results = try await assay.results(
      check: "assay exit {status}",
      "| status | exit | *why* | (what) |\n|---|---|---|---|\n| 3 | 3 | x | a |\n| 3 | 4 | y | |\n| 0 | 0 | | |"
    )
    #expect(results.map(\.verdict) == [.passed, .failed, .passed])
    #expect(results[1].failure?.expected == "exit 4")
    #expect(results[1].failure?.got == "exit 3")
  }

  @Test func `expects an answer where no column is named exit`() async throws {
    let table = "| n |\n|---|\n| 1 |"
    let check = #"assay json '{"n":1}'"#
    #expect(try await assay.results(check: check, table).map(\.detail) == [""])
    #expect(try await assay.results(check: check + " 1", table).map(\.detail) == [""])
    #expect(try await assay.results(check: check + " 2", table)[0].failure?.got == "exit 2")
  }

  @Test(arguments: [
    ("'[1]'", "an array: [1]"), ("'{}{}'", "at byte 2"), ("''", "at byte"),
    ("'{\"a\":1'", "at byte"),
  ])
  func `wants one JSON object`(output: String, words: String) async throws {
    let results = try await assay.results(
      check: "assay json \(output)", "| a |\n|---|\n| 1 |")
    let failure = try #require(results.first?.failure)
    #expect(failure.subject == "the output")
    #expect(failure.got.contains(words))
  }

  @Test(
    arguments: [
      ("{a}", "", []), ("x --o {a} y", "", ["x", "y"]), ("--o {a}", "1", ["--o", "1"]),
      ("--p=1 {a}", "–", ["--p=1"]), ("--o --p={a}", "", ["--o"]), ("-{a}-", "1", ["-1-"]),
      ("w {a}", "", ["w"]), ("'{a} b'", "1 2", ["1 2 b"]), ("{a}{a}", "x", ["xx"]),
      (#"'{"k":"{a}"}'"#, "v", [#"{"k":"v"}"#]), ("{ {a} }", "v", ["{", "v", "}"]),
    ] as [(String, String, [String])])
  func `puts cells into the command`(
    template: String, cell: String, words: [String]
  ) throws {
    let page =
      "<!-- example: it -->\n<!-- check: assay \(template) -->\n| a | b |\n|-|-|\n| \(cell) | |\n"
    let example = try #require(try Page(path: "p.md", bytes: Array(page.utf8)).examples.first)
    #expect(example.commands == [words])
  }
}
