// SPDX-License-Identifier: MIT

import Pages
import Testing

@Suite struct `A transcript` {
  private let assay: FakeAssay

  init() throws { assay = try FakeAssay() }

  @Test(arguments: [
    "$ assay lines",
    "$ assay lines one 'two words'\none\ntwo words",
    "$ assay lines one\none\n$ assay lines two\ntwo",
    "$ assay lines a '' b\na\n\nb",
    "$ assay lines a ''\na\n",
    "$ assay lines abcdef\nab...ef",
    "$ assay lines abcdef\na...c...f",
    "$ assay lines abcdef\n...",
    "$ assay lines\n...",
    "$ FAKE=a=b _X='' assay where\n...\na=b",
    "$ assay lines a b c d\n...\nc\n...",
    "$ assay lines a b a b c\n...\na\nb\nc",
    "$ assay lines a b c d\na\n...\nd",
    "$ assay raw 'no end'\n...",
    "$ assay cat\n> one\n>\n> $ two\none\n\n...two",
    "$ assay exit 3\nstatus 3\n? 3",
    "$ assay exit 3\nstatus 3\n? 3\n\n$ assay exit 0\nstatus 0",
    "$ assay lines '? 1x' '> a'\n? 1x\n> a",
    "$ assay words a\\ b \"c \\\" d\" 'e'f\"g\" \"\\n\" ''\n[a b][c \" d][efg][\\n][]",
  ])
  func `is kept where every byte is as it says`(console: String) async throws {
    let result = try #require(try await assay.result(console: console))
    #expect(result.failure == nil)
    #expect(result.verdict == .passed)
    #expect(result.id == "it")
  }

  @Test(arguments: [
    ("$ assay lines one\nonf", 4, "line 1 of the output differs at byte 2", "\"onf\"", "\"one\""),
    ("$ assay lines one", 3, "line 1 of the output", "the end of the output", "\"one\""),
    ("$ assay lines one\none\ntwo", 5, "line 2 of the output", "\"two\"", "the end of the output"),
    ("$ assay lines one\none\n", 5, "line 2 of the output", "\"\"", "the end of the output"),
    ("$ assay lines a b\na", 4, "line 2 of the output", "the end of the output", "\"b\""),
    (
      "$ assay lines a b c\n...\nb\nd", 6, "line 3 of the output differs at byte 0", "\"d\"",
      "\"c\""
    ),
    ("$ assay lines aba\naba...ba", 4, "line 1 of the output", "\"aba...ba\"", "\"aba\""),
    ("$ assay lines abc\na...d", 4, "line 1 of the output", "\"a...d\"", "\"abc\""),
    ("$ assay raw one\none", 4, "the end of the output", "a line feed", "none"),
    ("$ assay exit 3\nstatus 3", 3, "how the command ended", "exit 0", "exit 3"),
    ("$ assay lines one\none\n? 1", 3, "how the command ended", "exit 1", "exit 0"),
    ("$ assay kill\nbefore", 3, "how the command ended", "an exit status", "killed by signal 9"),
    (
      "$ assay lines é\ne\u{301}", 4, "line 1 of the output differs at byte 0", "\"e\u{301}\"",
      "\"é\""
    ),
    (
      "$ assay lines a\na\n$ assay lines b\nc\n$ assay lines d\ne", 6,
      "line 1 of the output differs at byte 0", "\"c\"", "\"b\""
    ),
    (
      #"$ assay raw 'a\033\001\n'"# + "\nb", 4, "line 1 of the output differs at byte 0", "\"b\"",
      #""a\u{1b}\u{1}""#
    ),
  ])
  func `is broken at the first line that differs`(
    console: String, line: Int, subject: String, expected: String, got: String
  ) async throws {
    let result = try #require(try await assay.result(console: console))
    let failure = try #require(result.failure)
    #expect(failure.line == line)
    #expect(failure.subject == subject)
    #expect(failure.expected == expected)
    #expect(failure.got == got)
    #expect(result.line == 2)
  }

  @Test func `is broken by a change of any expected byte`() async throws {
    let lines = "status 7\n? 7"
    for index in lines.utf8.indices where lines[index] != "\n" {
      var bytes = Array(lines.utf8)
      bytes[lines.utf8.distance(from: lines.startIndex, to: index)] ^= 1
      let changed = "$ assay exit 7\n" + String(decoding: bytes, as: UTF8.self)
      #expect(try await assay.result(console: changed)?.verdict == .failed, "\(changed)")
    }
  }

  @Test func `expects a status of all its commands where its fence says so`() async throws {
    let console = "$ assay exit 1\nstatus 1\n$ assay exit 2\nstatus 2\n? 2"
    #expect(try await assay.result(console: console, info: "console exit=1")?.failure == nil)
    #expect(try await assay.result(console: console)?.failure?.line == 3)
  }

  @Test func `tells what the command wrote to its standard error`() async throws {
    let result = try #require(try await assay.result(console: "$ assay 'what now'"))
    #expect(
      result.detail == """
        page.md:3: how the command ended
          expected: exit 0
          got:      exit 2
          command:  assay 'what now'
          errors:   unknown verb 'what now'
        """)
  }

  @Test func `is killed at the time limit`() async throws {
    let page = "<!-- example: it -->\n```console\n$ assay sleep\nbefore\n```\n"
    let example = try #require(try Page(path: "p.md", bytes: Array(page.utf8)).examples.first)
    let run = PageRun(binary: assay.path, timeoutMilliseconds: 300)
    #expect(run.result(of: example).failure?.got == "killed after the time limit")
  }

  @Test func `is killed at the output limit`() async throws {
    let page = "<!-- example: it -->\n```console\n$ assay lines 0123456789\n...\n```\n"
    let example = try #require(try Page(path: "p.md", bytes: Array(page.utf8)).examples.first)
    let run = PageRun(binary: assay.path, outputLimit: 5)
    #expect(run.result(of: example).failure?.got == "killed after the output limit")
  }

  @Test func `fails where there is no binary`() async throws {
    let page = "<!-- example: it -->\n```console\n$ assay lines\n```\n"
    let example = try #require(try Page(path: "p.md", bytes: Array(page.utf8)).examples.first)
    let failure = try #require(PageRun(binary: "/nowhere/assay").result(of: example).failure)
    #expect(failure.got == "/nowhere/assay: no such file or folder")
  }

  @Test func `runs with the variables it is given, in a new folder with links`() async throws {
    let page = """
      <!-- example: it -->
      ```console
      $ assay where
      /...
      something
      $ assay ls
      there
      $ assay touch new
      $ assay ls
      new
      there
      ```
      <!-- example: next -->
      ```console
      $ assay ls
      there
      ```

      """
    let results = await PageRun.run(
      try Page(path: "p.md", bytes: Array(page.utf8)), binary: assay.path,
      environment: ["FAKE": "something"], links: ["there": "/usr"])
    #expect(results.map(\.detail) == ["", ""])
  }
}
