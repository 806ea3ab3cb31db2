// SPDX-License-Identifier: MIT

import Foundation
import Pages
import Testing

@Suite struct `A site` {
  @Test(arguments: [
    ("*a* **b** `c`\nd", "<p><em>a</em> <strong>b</strong> <code>c</code>\nd</p>\n"),
    ("a  \nb\n\n---\n\n> c", "<p>a<br>b</p>\n<hr>\n<blockquote>\n<p>c</p>\n</blockquote>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
    (
      "[words](https://a.example/?b&c \"t\")",
      "<p><a href=\"https://a.example/?b&amp;c\" title=\"t\">words</a></p>\n"
    ),
    ("[words](#title)", "<p><a href=\"#title\">words</a></p>\n"),
    ("[words](../../Vectors/README.md)", "<p>words (<code>Vectors/README.md</code>)</p>\n"),
    ("a<!-- = b -->b\n\n<!-- c -->", "<p>ab</p>\n"),
  ]) func `writes Markdown as HTML`(page: String, html: String) async throws {
    #expect(try await SiteSample.article(page) == html)
  }

  @Test(arguments: [
    ("<script>a</script>", "<pre>&lt;script&gt;a&lt;/script&gt;\n</pre>\n"),
    ("a <b onclick=\"c\">d</b>", "<p>a &lt;b onclick=&quot;c&quot;&gt;d&lt;/b&gt;</p>\n"),
    ("[a](javascript:b)", "<p>a</p>\n"),
    ("[a](//b.example/c)", "<p>a</p>\n"),
    ("![<a>](b.png)", "<p>&lt;a&gt;</p>\n"),
    ("`<b>&\"`", "<p><code>&lt;b&gt;&amp;&quot;</code></p>\n"),
    ("<!-- a --> <script>", "<pre>&lt;!-- a --&gt; &lt;script&gt;\n</pre>\n"),
    ("<a.b@c.example>", "<p><a href=\"mailto:a.b@c.example\">a.b@c.example</a></p>\n"),
  ]) func `lets nothing but words through`(page: String, html: String) async throws {
    #expect(try await SiteSample.article(page) == html)
  }

  @Test func `gives headings the anchors that GitHub gives them`() async throws {
    let page = "## A `b` – C_d!\n\n## 请求：一\n\n## A\n\n## A\n\n## a-1\n"
    let html = try await SiteSample.article(page)
    let ids = html.components(separatedBy: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids == ["a-b--c_d", "请求一", "a", "a-1", "a-1-1"])
  }

  @Test func `marks each row of a table and names its clauses`() async throws {
    let html = try await SiteSample.article(
      """
      <!-- example: t -->
      <!-- check: assay open {clause} -->
      | clause | words | *remark* |
      |--|--:|--|
      | `a.first` | a.first | `a.second` |
      | `a.second` | no | |
      | `a.third` | a.third | |
      """)
    #expect(html.contains("<figure class=\"example\" id=\"example-t\">"))
    #expect(html.contains("<th scope=\"col\">result</th><th scope=\"col\">clause</th>"))
    #expect(html.contains("<th scope=\"col\" class=\"right\">words</th>"))
    let passed = """
      <td class="verdict" lang="en"><span class="mark passed">\
      <span aria-hidden="true">✓</span> passed</span></td>
      """
    #expect(
      html.contains(
        """
        <tr id="a.first">\(passed)<td><a href="#a.first"><code>a.first</code></a></td>\
        <td class="right">a.first</td><td><a href="#a.second"><code>a.second</code></a></td></tr>
        """))
    #expect(
      html.contains(
        "<tr id=\"a.second\"><td class=\"verdict\" lang=\"en\"><span class=\"mark failed\">"))
    #expect(
      html.contains("<td colspan=\"4\"><pre class=\"failure\">Docs/spec/p.md:8: the member words"))
    #expect(html.contains("<tr>\(passed)<td><code>a.third</code></td>"))
    #expect(html.contains("<span aria-hidden=\"true\">✗</span> failed 1 / 3</span></figcaption>"))
  }

  @Test func `tells commands, input, output and status of a transcript apart`() async throws {
    let html = try await SiteSample.article(
      """
      <!-- example: c -->
      ```console
      $ assay cat
      > a<b
      >
      a<b

      $ assay exit 3
      status 4
      ? 3
      ```
      """)
    #expect(
      html == """
        <figure class="example" id="example-c">
        <figcaption lang="en"><a href="#example-c">example c</a> <span class="mark failed">\
        <span aria-hidden="true">✗</span> failed</span></figcaption>
        <div class="console">
        <pre class="command"><span class="prompt" aria-hidden="true">$ </span>\
        <code>assay cat</code></pre>
        <pre class="input"><span class="prompt" aria-hidden="true">&gt; </span>\
        <code>a&lt;b
        </code><span class="prompt" aria-hidden="true">&gt; </span><code>
        </code></pre>
        <pre class="output" role="region" aria-label="output" tabindex="0"><samp>a&lt;b
        </samp></pre>
        <pre class="command"><span class="prompt" aria-hidden="true">$ </span>\
        <code>assay exit 3</code></pre>
        <pre class="output" role="region" aria-label="output" tabindex="0">\
        <samp>status 4</samp></pre>
        <p class="status">exit status 3</p>
        </div>
        <pre class="failure">Docs/spec/p.md:11: line 1 of the output differs at byte 7
          expected: &quot;status 4&quot;
          got:      &quot;status 3&quot;
          command:  assay exit 3
          errors:   some words</pre>
        </figure>

        """)
  }

  @Test func `shows an example of another page`() async throws {
    let sample = try await SiteSample([
      "Docs/spec/zh/p.md": "# 页\n\n[示例](../p.md#example-t)\n\n`a.first` `a.second`\n",
      "Docs/spec/p.md": """
      # Page

      <!-- example: t -->
      <!-- check: assay open {clause} -->
      | clause | words |
      |--|--|
      | `a.first` | [a.first](q.md#q) |
      """,
      "Docs/spec/q.md": "# Q\n",
      "Docs/spec/README.md": """
      # List

      <!-- example: v -->
      <!-- check: assay open {clause} -->
      | clause | words |
      |--|--|
      | `a.first` | a.first |
      """,
      "Docs/spec/a-format.md": """
      # Format

      <!-- example: u -->
      <!-- check: assay open {clause} -->
      | clause | words |
      |--|--|
      | `a.second` | a.second |
      """,
    ])
    #expect(sample.site.faults.isEmpty)
    let html = sample.article("spec/zh/p.html")
    #expect(html.hasPrefix("<div lang=\"en\"><figure class=\"example\" id=\"example-t\">"))
    #expect(html.contains("<span aria-hidden=\"true\">✓</span> 通过</span></figcaption>"))
    #expect(html.contains("<td><a href=\"../q.html#q\">a.first</a></td>"))
    #expect(html.contains("<p><a href=\"#a.first\"><code>a.first</code></a> "))
    #expect(html.contains("<a href=\"../a-format.html#a.second\"><code>a.second</code></a></p>"))
    #expect(sample.texts["spec/zh/p.html"]?.contains("<html lang=\"zh-Hans\"") == true)
    #expect(
      sample.texts["clauses.js"] == #"""
        window.assayClauses = [
        ["a.first","MUST","First of all.","\u9996\u5148\u3002","spec/p.html#a.first"],
        ["a.second","MAY","Then \"this\".","\u7136\u540e\u3002","spec/a-format.html#a.second"]
        ];

        """#)
  }

  @Test func `lists its pages by groups`() async throws {
    let sample = try await SiteSample([
      "Docs/guide/README.md": "# Guides\n\n[s](../spec/s.md)\n", "Docs/guide/a.md": "# Guide\n",
      "Docs/spec/zh/s.md": "# 中\n", "Docs/spec/a-format.md": "# Format\n",
      "Docs/spec/s.md": "# Spec\n",
    ])
    let start = try #require(sample.texts["index.html"])
    let titles = start.components(separatedBy: "<li>").dropFirst()
      .map { $0.components(separatedBy: ">")[1].dropLast(3) }
    #expect(titles == ["Spec", "Format", "Guides", "Guide", "中"])
    #expect(sample.article("guide/index.html") == "<p><a href=\"../spec/s.html\">s</a></p>\n")
    #expect(
      Set(sample.texts.keys).symmetricDifference(
        [
          "index.html", "site.css", "site.js", "clauses.js", "guide/index.html", "guide/a.html",
          "spec/s.html", "spec/a-format.html", "spec/zh/s.html",
        ]) == [])
  }

  @Test func `is refused where a page nests too deeply to be walked`() async throws {
    let deep = String(repeating: "> ", count: 500) + "a\n"
    await #expect(throws: PageError.self) { try await SiteSample(["Docs/spec/p.md": deep]) }
  }
}
