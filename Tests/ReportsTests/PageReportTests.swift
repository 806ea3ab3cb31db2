// SPDX-License-Identifier: MIT

import Pages
import Reports
import Testing

@Suite struct `A report of pages` {
  private static let results = PageResults([
    ExampleResult(id: "mint", file: "a.md", line: 3, failure: nil),
    ExampleResult(
      id: "open/2", file: "b.md", line: 9,
      failure: ExampleFailure(
        line: 11, subject: "the member n", expected: "\"1\"", got: "\"<2>\"",
        command: ["open", "x y"])),
  ])

  private func text(_ form: String) throws -> String {
    try #require(PageReport.all.first { $0.name == form }).text(Self.results)
  }

  @Test func `has forms of the reports of recordings`() {
    let names = PageReport.all.map(\.name)
    #expect(names == ReportFormats.all.map(\.name).filter(names.contains))
  }

  @Test func `is text with each failure`() throws {
    #expect(
      try text("text") == """
        FAIL b.md:9 open/2
          b.md:11: the member n
            expected: "1"
            got:      "<2>"
            command:  assay open 'x y'
        2 examples: 1 passed, 1 failed

        """)
  }

  @Test func `is JSON with the numbers of each page`() throws {
    #expect(
      try text("json") == #"""
        {"summary":{"examples":2,"passed":1,"failed":1},"pages":[{"file":"a.md","examples":1,"passed":1,"failed":0},{"file":"b.md","examples":1,"passed":0,"failed":1}]}

        """#)
  }

  @Test func `is a line of JSON for each example`() throws {
    let lines = try text("ndjson").split(separator: "\n")
    #expect(
      lines.dropLast() == [
        #"{"file":"a.md","line":3,"id":"mint","verdict":"passed"}"#,
        #"{"file":"b.md","line":11,"id":"open/2","verdict":"failed","subject":"the member n","expected":"\"1\"","got":"\"<2>\"","command":["assay","open","x y"]}"#,
      ])
    #expect(try text("json") == lines[2] + "\n")
  }

  @Test func `is JUnit XML with a suite for each page`() throws {
    let lines = try text("junit").split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines[1] == #"<testsuites name="assay" tests="2" failures="1" errors="0" skipped="0">"#)
    #expect(lines[3] == #"<testcase classname="assay.pages" name="mint"/>"#)
    #expect(lines[6].hasPrefix(#"<testcase classname="assay.pages" name="open/2"><failure"#))
    #expect(lines[6].contains("&lt;2&gt;"))
  }

  @Test func `is Markdown with the numbers and the failures`() throws {
    #expect(
      try text("markdown") == """
        ## Assay pages: 1 of 2 examples fail

        | page | examples | passed | failed |
        | --- | --: | --: | --: |
        | `a.md` | 1 | 1 | 0 |
        | `b.md` | 1 | 0 | 1 |

        - `b.md:9 open/2`: the member n

        """)
  }
}
