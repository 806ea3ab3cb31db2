// SPDX-License-Identifier: MIT

import Foundation
import Pages
import Testing

@Suite struct `A page` {
  static let text = """
    # Title

    <!-- a remark -->
    Text, and a table that nobody checks:

    | a | b |
    |---|---|
    | 1 | 2 |

    <!-- example: first -->

    ```console
    $ assay lines one
    one
    ```

    1. In a list:

       <!-- example: second --> <!-- a remark -->
       ~~~ console exit=3
       $ assay exit 3
       st...3
       ~~~

    > <!-- check:
    >      assay open {token}
    >        --app {app} -->
    > <!-- example: third -->
    > | token | app | words | *remark* |
    > |-------|-----|-------|----------|
    > | `t`   | –   | t     | with     |
    > | u     | 1   | u --app 1 | without |

    ```text
    nothing to run
    ```

    """

  @Test func `gives its examples in order, with their lines`() throws {
    let page = try Page(path: "p.md", bytes: Array(Self.text.utf8))
    #expect(page.examples.map(\.id) == ["first", "second", "third/1", "third/2"])
    #expect(page.examples.map(\.line) == [12, 20, 31, 32])
    #expect(page.examples.map(\.path) == ["p.md", "p.md", "p.md", "p.md"])
    #expect(
      page.examples.map(\.commands) == [
        [["lines", "one"]], [["exit", "3"]], [["open", "t"]], [["open", "u", "--app", "1"]],
      ])
  }

  @Test(arguments: [1, 2, 7]) func `gives the same results however many run at a time`(
    jobs: Int
  ) async throws {
    let assay = try FakeAssay()
    let blocks = (0..<30).map { number in
      """
      <!-- example: e\(number) -->
      ```console
      $ assay lines \(number)
      \(number % 7 == 3 ? "wrong" : "\(number)")
      ```

      """
    }
    let page = try Page(path: "p.md", bytes: Array(blocks.joined(separator: "\n").utf8))
    let results = await PageRun.run(page, binary: assay.path, jobs: jobs)
    #expect(results.map(\.id) == (0..<30).map { "e\($0)" })
    #expect(results.indices.filter { results[$0].verdict == .failed } == [3, 10, 17, 24])
  }

  @Test func `is reported in words`() async throws {
    let assay = try FakeAssay()
    let wrong = Self.text.replacing("| u --app 1 |", with: "| u --app 2 |")
    let results = PageResults(try await assay.results(wrong, path: "Docs/p.md"))
    #expect(
      results.text(listingPasses: true) == """
        PASS Docs/p.md:12 first
        PASS Docs/p.md:20 second
        PASS Docs/p.md:31 third/1
        FAIL Docs/p.md:32 third/2
          Docs/p.md:32: the member words
            expected: "u --app 2"
            got:      "u --app 1"
            command:  assay open u --app 1
        4 examples: 3 passed, 1 failed

        """)
    #expect(!results.isClean)
    #expect(results.text().hasPrefix("FAIL Docs/p.md:32 third/2\n"))
    let clean = PageResults(try await assay.results(Self.text))
    #expect(clean.isClean)
    #expect(clean.text() == "4 examples: 4 passed, 0 failed\n")
    #expect(!PageResults([]).isClean)
  }

  @Test func `may hold a long table`() throws {
    let rows = (0..<20_000).map { "| \($0) | 0 |" }
    let page = "<!-- example: a -->\n<!-- check: assay {n} -->\n| n | exit |\n|-|-|\n"
    let bytes = Array((page + rows.joined(separator: "\n")).utf8)
    #expect(try Page(path: "p.md", bytes: bytes).examples.count == 20_000)
  }
}
