// SPDX-License-Identifier: MIT

internal import Reports
internal import Suite
internal import Testing

@Suite struct `Reports for workflows` {
  @Test func `TAP has a test point a row, a block for what is wrong, and the gate`() {
    let expected = #"""
      TAP version 14
      ok 1 - zego-04-cbc/cpp/0001.1
      not ok 2 - zego-04-cbc/cpp/0002.1 # TODO a known failure
        ---
        verdict: "differs"
        severity: "security"
        clauses: "zego.user-id.kept"
        behaviours: "zego.cuts-at-nul zego.json-order"
        field: "user_id"
        byte: "22"
        expected: "\"ab\\u0000cd\""
        got: "\"ab\""
        message: "user_id at byte 22: \"ab\\u0000cd\" expected, \"ab\" found \#
      (zego.user-id.kept); known as zego.cuts-at-nul: texts are cut at U+0000"
        again: "assay verify --only 'zego-04-cbc/cpp/0002.1'"
        ...
      ok 3 - zego-04-cbc/go/0001.1 # SKIP there is no answer to judge
      ok 4 - zego-04-cbc/port/0001.1
      not ok 5 - zego-04-cbc/port/0002.1
        ---
        verdict: "unexplained"
        clauses: "zego.app-id.kept"
        field: "app_id"
        expected: "1 & <2>"
        got: "\\u{1}|`x`\\u{a}"
        message: "app_id: 1 & <2> expected, \\u{1}|`x`\\u{a} found (zego.app-id.kept); nothing \#
      known does this"
        again: "assay verify --only 'zego-04-cbc/port/0002.1'"
        ...
      not ok 6 - gate
        ---
        verdict: "not conformant"
        fails: "1 row unexplained"
        ...
      1..6

      """#
    #expect(SmallVerification.rendered("tap") == expected)
  }

  @Test func `A TAP stream without rows has its version and its plan`() {
    let text = SmallVerification.rendered("tap", [], Results(assistants: []))
    #expect(text.hasPrefix("TAP version 14\nok 1 - gate\n"))
    #expect(text.hasSuffix("\n1..1\n"))
  }

  @Test func `No id starts a directive of TAP`() {
    let text = SmallVerification.rendered("tap", [[SmallVerification.wrong("a # TODO \\\nok 9")]])
    #expect(text.contains(##"not ok 1 - a \# TODO \\\\u{a}ok 9"## + "\n"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("ok ") } == 0)
  }

  @Test func `GitHub gets the failing rows and the verdict`() {
    let expected = #"""
      ::error title=zego-04-cbc/port/0002.1::unexplained: app_id: 1 & <2> expected, \u{1}|`x`\u{a} \#
      found (zego.app-id.kept); nothing known does this%0Aassay verify --only \#
      'zego-04-cbc/port/0002.1'
      ::error title=assay%3A not conformant::5 rows of 3 recordings: 2 agree, 1 differ as known \#
      deviations predict, 1 unexplained, 1 not judged%0A1 row unexplained

      """#
    #expect(SmallVerification.rendered("github") == expected)
  }

  @Test func `What only is not good is a warning`() {
    var judgement = SmallVerification.cut("a")
    judgement.severity = .quality
    let text = SmallVerification.rendered("github", [[judgement]], gate: nil)
    #expect(text.hasPrefix("::warning title=a::differs: "))
  }

  @Test(arguments: ["a::error::b\n::error::c", "100%,x:y\r", "x\u{2028}::set-env"])
  func `No text of a row starts another command`(_ hostile: String) {
    let text = SmallVerification.rendered("github", [[SmallVerification.wrong(hostile)]])
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("::error title=") })
    let title = lines[0].dropFirst("::error title=".count).prefix { $0 != ":" }
    #expect(!title.contains(","))
  }

  @Test func `Ten annotations are the most, and the rest is counted`() {
    let rows = (1...40).map { number in
      var judgement = SmallVerification.wrong("case/\(number)")
      judgement.clauses = ["clause.\(number)"]
      return judgement
    }
    let text = SmallVerification.rendered("github", [rows])
    #expect(text.split(separator: "\n").count == 10)
    #expect(text.contains("%0A31 failing rows more not shown here\n"))
  }

  @Test func `A part of the questions earns no badge`() {
    let all = SmallVerification.results.assistants
    var partial = Results(assistants: all)
    partial.isPartial = true
    let outcomes = [
      (Results(assistants: all), "conformant", "brightgreen"),
      (partial, "no failure in the part that was asked", "lightgrey"),
      (SmallVerification.results, "not conformant", "red"),
      (Results(assistants: []), "nothing was judged", "lightgrey"),
    ]
    for (results, message, colour) in outcomes {
      let text = SmallVerification.rendered("badge", [], results)
      #expect(
        text
          == #"{"schemaVersion":1,"label":"assay","message":"\#(message)","color":"\#(colour)"}"#
          + "\n")
    }
  }

  @Test(arguments: [
    ("a/b.1", "assay run --only 'a/b.1' -- ./port 'two words'"),
    ("it's", #"assay run --only 'it'\''s' -- ./port 'two words'"#),
    ("'\u{301};rm", "assay run --only ''\\''\u{301};rm' -- ./port 'two words'"),
  ])
  func `The command that repeats a row can be pasted`(_ id: String, _ command: String) {
    let replay = Replay(port: ["./port", "two words"])
    let text = SmallVerification.rendered(
      "github", [[SmallVerification.wrong(id)]], replay: replay)
    #expect(text.contains("%0A\(command)\n"))
  }
}
