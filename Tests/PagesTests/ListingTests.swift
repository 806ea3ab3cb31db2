// SPDX-License-Identifier: MIT

import Pages
import Testing

@Suite struct `A table of one answer` {
  private let assay: FakeAssay

  init() throws { assay = try FakeAssay() }

  private func results(_ lines: String, _ table: String) async throws -> [ExampleResult] {
    try await assay.results(
      "<!-- example: it -->\n<!-- rows: assay lines \(lines) -->\n\(table)\n")
  }

  @Test func `has a row for each line, in their order`() async throws {
    let results = try await results(
      #"'{"id":"a","n":1}' '{"id":"b"}'"#,
      "| `id` | n | (remark) |\n|---|---|---|\n| `a` | 1 | x |\n| b | – | y |")
    #expect(results.map(\.detail) == ["", ""])
    #expect(results.map(\.id) == ["it/1", "it/2"])
  }

  @Test(arguments: [
    ("| id |\n|---|\n| a |", "the number of rows", "2", "1 in the table"),
    ("| id |\n|---|\n| a |\n| b |\n| c |", "the number of rows", "2", "3 in the table"),
    ("| id |\n|---|\n| b |\n| b |", "the member id", "\"b\"", "\"a\""),
  ])
  func `fails where a row is missing, too many or another`(
    table: String, subject: String, expected: String, got: String
  ) async throws {
    let failures = try await results(#"'{"id":"a"}' '{"id":"b"}'"#, table).compactMap(\.failure)
    let failure = try #require(failures.first)
    #expect(failures.count == 1)
    #expect(failure.subject == subject)
    #expect(failure.expected == expected)
    #expect(failure.got == got)
  }

  @Test func `runs its command once`() async throws {
    let results = try await assay.results(
      """
      <!-- example: it -->
      <!-- rows: assay count -->
      | n |
      |---|
      | 1 |
      | 2 |

      """)
    #expect(results.map(\.detail) == ["", ""])
  }

  @Test(arguments: [
    ("assay lines {id}", 3, "'{id}': the rows of one answer have no command of their own"),
    ("nothing", 2, "the command 'nothing' is not 'assay'"),
  ])
  func `is refused where its command cannot be one`(check: String, line: Int, words: String) {
    let text = "<!-- example: it -->\n<!-- rows: \(check) -->\n| id |\n|---|\n| a |\n"
    #expect(throws: PageError(path: "p.md", line: line, words: words)) {
      try Page(path: "p.md", bytes: Array(text.utf8))
    }
  }
}

@Suite struct `Numbers of a paragraph` {
  private let assay: FakeAssay

  init() throws { assay = try FakeAssay() }

  private func results(_ command: String, _ paragraph: String) async throws -> [ExampleResult] {
    try await assay.results("<!-- example: it -->\n<!-- numbers: \(command) -->\n\(paragraph)\n")
  }

  @Test func `are members of one answer`() async throws {
    let results = try await results(
      #"assay json '{"a":{"n":12345},"list":[1,2,3],"none":[]}'"#,
      "Of 12,345<!-- = a.n --> rows, 3<!-- = list.# --> are\nleft and 0<!-- = none.# --> right.")
    #expect(results.map(\.detail) == [""])
  }

  @Test func `can count the lines of an answer`() async throws {
    let results = try await results(
      #"assay lines '{"n":7}' '{"n":8}'"#, "2<!-- = # --> lines, the last 8<!-- = 1.n -->")
    #expect(results.map(\.detail) == [""])
  }

  @Test func `fail with their line where one is another`() async throws {
    let results = try await results(
      #"assay json '{"n":12,"m":3}'"#, "12<!-- = n --> and\n4<!-- = m -->")
    let failure = try #require(results.first?.failure)
    #expect(failure.subject == "the member m")
    #expect(failure.line == 4)
    #expect(failure.expected == "\"4\"")
    #expect(failure.got == "\"3\"")
  }

  @Test(arguments: [
    ("no number", 2, "no number of the paragraph is checked"),
    ("many<!-- = n -->", 3, "no number stands before '<!-- ='"),
    ("1<!-- = n", 3, "'<!-- =' has no end in its line"),
  ])
  func `are refused where they are none`(paragraph: String, line: Int, words: String) {
    let text = "<!-- example: it -->\n<!-- numbers: assay json {} -->\n\(paragraph)\n"
    #expect(throws: PageError(path: "p.md", line: line, words: words)) {
      try Page(path: "p.md", bytes: Array(text.utf8))
    }
  }
}
