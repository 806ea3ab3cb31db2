// SPDX-License-Identifier: MIT

internal import JSON
internal import Reports
internal import Suite
internal import Testing

@Suite struct `Reports` {
  @Test func `The text has the matrix, the behaviours, the findings and the gate`() {
    let expected = #"""
                                                                  not    out of  predicted
                           rows  agrees  differs  unexplained  judged  contract      bytes  meaning  none
      zego-04-cbc: assistant
        cpp                   2       1        1            0       0         0          2        0     0
        go                    1       0        0            0       1         1          0        1     0
        port (no profile)     2       1        0            1       0         1          -        -     -
      total                   5       2        1            1       1         2          2        1     0
      (no profile): judged by the reference, explained by known deviations
      agrees: allowed; differs: not allowed, known deviations give it; unexplained: nothing \#
      known gives it
      out of contract: the question breaks a rule for callers; predicted: how exactly the \#
      profile gives the answer

      zego-04-cbc: behaviours, the worst first (rows that show them)
        security  zego.cuts-at-nul  zego.user-id.kept  cpp 1
                  texts are cut at U+0000
        … and 1 choice that the documentation leaves open

      findings: clauses that an allowed answer breaks (rows)
        zego-04-cbc  zego.app-id.range 1

      failing rows, the first of each kind (1 of 1)
        zego-04-cbc/port/0002.1  unexplained
          app_id: 1 & <2> expected, \u{1}|`x`\u{a} found (zego.app-id.kept); nothing known \#
      does this

      not conformant: 5 rows of 3 recordings
        2 agree, 1 differ as known deviations predict, 1 unexplained, 1 not judged
        fails: 1 row unexplained

      more:  assay verify --format ndjson   every row: its verdict, clause, byte, expected \#
      and got
             assay explain ID               a row, a clause or a deviation in full
             assay list deviations          what is known, and who shows it

      """#
    #expect(SmallVerification.rendered("text") == expected)
  }

  @Test func `JSON has the numbers of all and of each`() {
    let expected = #"""
      {"summary":{"rows":5,"agrees":2,"differs":1,"unexplained":1,"notJudged":1,\#
      "outOfContract":2,"predicted":{"bytes":3,"meaning":1,"none":1}},\#
      "assistants":[{"format":"zego-04-cbc","assistant":"assistant","language":"cpp",\#
      "variant":"cpp","rows":2,"agrees":1,"differs":1,"unexplained":0,"notJudged":0,\#
      "outOfContract":0,"predicted":{"bytes":2,"meaning":0,"none":0},\#
      "behaviours":[{"id":"zego.cuts-at-nul","rows":1},{"id":"zego.json-order","rows":2}]},\#
      {"format":"zego-04-cbc","assistant":"assistant","language":"go","variant":"go","rows":1,\#
      "agrees":0,"differs":0,"unexplained":0,"notJudged":1,"outOfContract":1,\#
      "predicted":{"bytes":0,"meaning":1,"none":0},"behaviours":[]},{"format":"zego-04-cbc",\#
      "assistant":"assistant","language":"port","variant":"port","rows":2,"agrees":1,\#
      "differs":0,"unexplained":1,"notJudged":0,"outOfContract":1,"predicted":{"bytes":1,\#
      "meaning":0,"none":1},"behaviours":[{"id":"zego.json-order","rows":1}]}],"failures":["1 \#
      row unexplained"]}

      """#
    #expect(SmallVerification.rendered("json") == expected)
  }

  @Test func `NDJSON has a line a row and the summary`() {
    let expected = #"""
      {"id":"zego-04-cbc/cpp/0001.1","verdict":"agrees","contract":"in","prediction":"bytes",\#
      "behaviours":["zego.json-order"]}
      {"id":"zego-04-cbc/cpp/0002.1","verdict":"differs","contract":"in","prediction":"bytes",\#
      "behaviours":["zego.cuts-at-nul","zego.json-order"],"clauses":["zego.user-id.kept"],\#
      "severity":"security","field":"user_id","offset":22,"expected":"\"ab\\u0000cd\"",\#
      "got":"\"ab\"","detail":"user_id at byte 22: \"ab\\u0000cd\" expected, \"ab\" found \#
      (zego.user-id.kept); known as zego.cuts-at-nul: texts are cut at U+0000"}
      {"id":"zego-04-cbc/go/0001.1","verdict":"notJudged","contract":"out",\#
      "prediction":"meaning","detail":"there is no answer to judge"}
      {"id":"zego-04-cbc/port/0001.1","verdict":"agrees","contract":"in","prediction":"bytes",\#
      "behaviours":["zego.json-order"]}
      {"id":"zego-04-cbc/port/0002.1","verdict":"unexplained","contract":"out",\#
      "prediction":"none","findings":["zego.app-id.range"],"clauses":["zego.app-id.kept"],\#
      "field":"app_id","expected":"1 & <2>","got":"\u0001|`x`\n","detail":"app_id: 1 \#
      & <2> expected, \u0001|`x`\n found (zego.app-id.kept); nothing known does this"}
      {"summary":{"rows":5,"agrees":2,"differs":1,"unexplained":1,"notJudged":1,\#
      "outOfContract":2,"predicted":{"bytes":3,"meaning":1,"none":1}}}

      """#
    #expect(SmallVerification.rendered("ndjson") == expected)
  }

  @Test func `JUnit fails what shuts the gate, and shows the rest`() {
    let expected = #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="assay" tests="6" failures="2" errors="0" skipped="1">
        <testsuite name="zego-04-cbc/cpp" tests="2" failures="0" errors="0" skipped="0">
          <testcase classname="assay.zego-04-cbc.cpp" name="zego-04-cbc/cpp/0001.1"/>
          <testcase classname="assay.zego-04-cbc.cpp" \#
      name="zego-04-cbc/cpp/0002.1"><system-out>differs: user_id at byte 22: \#
      &quot;ab\u0000cd&quot; expected, &quot;ab&quot; found (zego.user-id.kept); known as \#
      zego.cuts-at-nul: texts are cut at U+0000</system-out></testcase>
        </testsuite>
        <testsuite name="zego-04-cbc/go" tests="1" failures="0" errors="0" skipped="1">
          <testcase classname="assay.zego-04-cbc.go" name="zego-04-cbc/go/0001.1"><skipped \#
      message="there is no answer to judge"/></testcase>
        </testsuite>
        <testsuite name="zego-04-cbc/port" tests="2" failures="1" errors="0" skipped="0">
          <testcase classname="assay.zego-04-cbc.port" name="zego-04-cbc/port/0001.1"/>
          <testcase classname="assay.zego-04-cbc.port" \#
      name="zego-04-cbc/port/0002.1"><failure type="zego.app-id.kept" message="unexplained: \#
      app_id: 1 &amp; &lt;2&gt; expected, �|`x`&#10; found (zego.app-id.kept); nothing known \#
      does this">unexplained: app_id: 1 &amp; &lt;2&gt; expected, �|`x`&#10; found \#
      (zego.app-id.kept); nothing known does this</failure></testcase>
        </testsuite>
        <testsuite name="gate" tests="1" failures="1" errors="0" skipped="0">
          <testcase classname="assay.gate" name="conformant"><failure type="gate" message="1 \#
      row unexplained">1 row unexplained</failure></testcase>
        </testsuite>
      </testsuites>

      """#
    #expect(SmallVerification.rendered("junit") == expected)
  }

  @Test func `Markdown is short`() {
    let expected = #"""
      ## Assay: not conformant

      5 rows of 3 recordings: 2 agree, 1 differ as known deviations predict, 1 unexplained, 1 \#
      not judged.

      - 1 row unexplained

      ### Failing rows, the first of each kind

      | row | verdict | clause | what |
      | --- | --- | --- | --- |
      | `zego-04-cbc/port/0002.1` | unexplained | `zego.app-id.kept` | app\_id: 1 \#
      &amp; &lt;2> expected, \\u{1}\|\`x\`\\u{a} found (zego.app-id.kept); nothing known does this |

      | format | assistant | rows | agrees | differs | unexplained | not judged | out of \#
      contract | predicted bytes | predicted meaning | predicted none |
      | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
      | `zego-04-cbc` | cpp | 2 | 1 | 1 | 0 | 0 | 0 | 2 | 0 | 0 |
      | `zego-04-cbc` | go | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 1 | 0 |
      | `zego-04-cbc` | port | 2 | 1 | 0 | 1 | 0 | 1 | 1 | 0 | 1 |
      | total |  | 5 | 2 | 1 | 1 | 1 | 2 | 3 | 1 | 1 |

      <details><summary>Behaviours that show, the worst first</summary>

      | format | severity | behaviour | clause | shown by (rows) |
      | --- | --- | --- | --- | --- |
      | `zego-04-cbc` | security | `zego.cuts-at-nul` texts are cut at U+0000 | \#
      `zego.user-id.kept` | cpp 1 |

      </details>

      """#
    #expect(SmallVerification.rendered("markdown") == expected)
  }

  @Test func `The table of forms has unique names, and words for each`() {
    let names = ReportFormats.all.map(\.name)
    #expect(
      names == ["text", "json", "ndjson", "junit", "markdown", "html", "tap", "github", "badge"])
    #expect(Set(names).count == names.count)
    #expect(ReportFormats.all.allSatisfy { !$0.words.isEmpty })
  }

  @Test(arguments: ReportFormats.all.map(\.name))
  func `The same judgements give the same bytes, however they are batched`(_ form: String) {
    let once = SmallVerification.rendered(form)
    let rows = SmallVerification.batches.flatMap(\.self).map { [$0] }
    #expect(SmallVerification.rendered(form, rows) == once)
    #expect(SmallVerification.rendered(form) == once)
  }

  @Test func `Colour only carries what the text says`() {
    var coloured = SmallVerification.rendered("text", colour: true)
    #expect(coloured.contains("\u{1B}[31m"))
    for code in ["0", "1", "2", "31", "32", "33", "36"] {
      coloured = coloured.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false)
        .joined()
    }
    #expect(coloured == SmallVerification.rendered("text"))
  }

  @Test func `A gate that fails on security makes a difference a failure`() {
    let gate = Gate(failsOn: .security, baseline: nil)
    let strict = SmallVerification.rendered("junit", gate: gate)
    #expect(strict.contains("failures=\"3\""))
    #expect(strict.contains("<failure type=\"zego.user-id.kept\""))
    #expect(SmallVerification.rendered("junit", gate: nil) == strict)
  }

  @Test func `Unreadable recordings are named in every form`() {
    let results = Results(
      assistants: [],
      errors: [RecordingError(file: "a.jsonl", line: 3, column: 7, reason: "a \"<b>\"")])
    let expected = [
      "text": "1 recording could not be read to the end\n  a.jsonl:3:7: a \"<b>\"",
      "json":
        #""incomplete":true},"assistants":[],"errors":["a.jsonl:3:7: a \"<b>\""]"#,
      "ndjson": #""incomplete":true}}"#,
      "junit": #"<error type="recording" message="a.jsonl:3:7: a &quot;&lt;b&gt;&quot;">"#,
      "markdown": "- unreadable: `a.jsonl:3:7: a \"<b>\"`",
      "html": "<li>unreadable: a.jsonl:3:7: a &quot;&lt;b&gt;&quot;</li>",
      "tap": "not ok 1 - a.jsonl:3:7: a \"<b>\"\nnot ok 2 - gate",
      "github": "::error title=assay%3A incomplete::0 rows of 0 recordings",
      "badge": #""message":"incomplete","color":"lightgrey""#,
    ]
    for form in ReportFormats.all.map(\.name) {
      let text = SmallVerification.rendered(form, [], results)
      #expect(text.contains(expected[form] ?? "?"), "\(form): \(text)")
    }
  }

  @Test func `A verification without rows does not call itself conformant`() {
    let text = SmallVerification.rendered("text", [], Results(assistants: []))
    #expect(text.contains("nothing was judged: 0 rows of 0 recordings"))
    #expect(!text.contains("conformant"))
  }

  @Test func `The text keeps the first failing row of each kind, and no more than twelve`() {
    let rows = (1...40).map { number in
      var judgement = SmallVerification.wrong("case/\(number)")
      judgement.clauses = ["clause.\(number % 20)"]
      return judgement
    }
    let results = Results(assistants: [], failures: ["40 rows unexplained"])
    let text = SmallVerification.rendered("text", [rows], results)
    #expect(text.contains("failing rows, the first of each kind (12 of 40)"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  case/") } == 12)
  }
}
