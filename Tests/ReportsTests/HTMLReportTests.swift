// SPDX-License-Identifier: MIT

internal import Reports
internal import Suite
internal import Testing

@Suite struct `The page` {
  private static let page = SmallVerification.rendered("html")

  @Test(arguments: [
    "<h1>Assay: <span class=\"bad\">✗ not conformant</span></h1>",
    "<li>fails: 1 row unexplained</li>",
    "data-verdict=\"unexplained\"", "id=\"zego-04-cbc/port/0002.1\"",
    "<code>zego.app-id.kept</code>",
    "<code class=\"aligned\">1 &amp; &lt;2&gt;</code>",
    "nothing known does this",
    "<code class=\"command\">assay verify --only 'zego-04-cbc/port/0002.1'</code>",
    "<code class=\"command\">assay explain zego-04-cbc/port/0002.1</code>",
    "✗ differs, expected here", "✓ 1 agree, – 0 not judged",
    "<code>zego.cuts-at-nul</code><span> security: texts are cut at U+0000</span>",
    ", first difference at byte 22",
    #"<code class="aligned">&quot;ab<mark>\</mark>u0000cd&quot;</code>"#,
    #"<code class="aligned">&quot;ab<mark>&quot;</mark></code>"#,
    "✗ 1 broken</a>", "! 1 found", "– none", "Severity security",
  ])
  func `says`(_ words: String) {
    #expect(Self.page.contains(words))
  }

  @Test func `marks a part as neither right nor wrong`() {
    var partial = Results(assistants: SmallVerification.results.assistants)
    partial.isPartial = true
    let page = SmallVerification.rendered("html", [], partial)
    #expect(page.contains("<span class=\"part\">– no failure in the part that was asked</span>"))
  }

  @Test func `needs nothing but itself`() {
    #expect(Self.page.contains("default-src 'none'"))
    for word in ["http:", "https:", "//", "<img", "<iframe", "@import", "url("] {
      #expect(!Self.page.contains(word), "\(word)")
    }
  }

  @Test func `shows a hostile row as words`() {
    let hostile = "\"><script>alert(1)</script><b id='x'>&amp;\u{202E}\u{0}"
    var judgement = SmallVerification.wrong(hostile)
    judgement.mismatch = Mismatch(hostile, field: hostile, offset: 0, expected: hostile, got: "")
    judgement.clauses = [hostile]
    judgement.behaviours = [hostile]
    judgement.findings = [hostile]
    let results = Results(
      assistants: [
        .init(
          format: hostile, identity: .init(name: hostile, language: "", variant: hostile),
          hasProfile: false, tally: SmallVerification.tally([judgement]))
      ], failures: [hostile])
    let page = SmallVerification.rendered("html", [[judgement]], results)
    #expect(page.split(separator: "<script>").count == 2)
    #expect(!page.contains("<b id"))
    #expect(!page.contains("\u{202E}"))
    #expect(!page.contains("\u{0}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;b id='x'&gt;&amp;amp;"))
    #expect(page.contains("href=\"#%22%3E%3Cscript"))
  }

  @Test func `gives each anchor once`() {
    let rows = ["twice", "twice", "rows", ""].map(SmallVerification.wrong)
    let results = Results(
      assistants: [
        .init(
          format: "f", identity: .init(name: "n", language: "l", variant: "v"),
          hasProfile: false, tally: SmallVerification.tally(rows))
      ], failures: ["x"])
    let page = SmallVerification.rendered("html", [rows], results)
    for anchor in ["id=\"twice\"", "id=\"rows\""] {
      #expect(page.split(separator: anchor, omittingEmptySubsequences: false).count == 2)
    }
    #expect(!page.contains("id=\"\""))
  }

  @Test func `cuts what is the same before a far difference`() {
    let same = String(repeating: "x", count: 100)
    var judgement = SmallVerification.wrong("a")
    judgement.mismatch = Mismatch(
      "c", field: "f", offset: 100, expected: same + "令y", got: same)
    let page = SmallVerification.rendered(
      "html", [[judgement]],
      Results(
        assistants: [
          .init(
            format: "f", identity: .init(name: "n", language: "l", variant: "v"),
            hasProfile: false, tally: SmallVerification.tally([judgement]))
        ], failures: ["x"]))
    let tail = String(repeating: "x", count: 32)
    #expect(page.contains("<code class=\"aligned\">…\(tail)<mark>令</mark>y</code>"))
    #expect(page.contains("<code class=\"aligned\">…\(tail)<mark>(the end)</mark></code>"))
  }
}
