// SPDX-License-Identifier: MIT

import Pages
import Testing

@Suite struct `A link of a page` {
  @Test(arguments: [
    ("[a](q.md)", "the link 'q.md' leads to nothing"),
    ("[a](#b)", "Docs/spec/p.md has no anchor 'b'"),
    ("[a](p.md#example-b)", "Docs/spec/p.md has no anchor 'example-b'"),
    ("[a](../../../b)", "the link '../../../b' leaves the repository"),
    ("[a](../../Vectors/b)", "the link '../../Vectors/b' leads to nothing"),
    ("[a](data:b)", "the link 'data:b' is not relative, nor one of http, https or mailto"),
    ("[a](//b)", "the link '//b' is not relative, nor one of http, https or mailto"),
    ("![a](b)", "the site has no images"),
  ]) func `that leads to nothing is a fault`(link: String, words: String) async throws {
    let faults = try await SiteSample.faults("# T\n\ntext\n\(link)\n")
    #expect(faults == ["Docs/spec/p.md:4: \(words)"])
  }

  @Test func `is found in a cell of a table`() async throws {
    let faults = try await SiteSample.faults("# T\n\n| a |\n|--|\n| b |\n| [c](d.md) |\n")
    #expect(faults == ["Docs/spec/p.md:6: the link 'd.md' leads to nothing"])
  }

  @Test(arguments: [
    "[a](p.md)", "[a](p.md#t)", "[a](#t)", "[a](../../README.md#any)", "[a](../../Vectors/)",
    "[a](https://b.example/#c)",
  ]) func `that leads somewhere is none`(link: String) async throws {
    #expect(try await SiteSample.faults("# T\n\n\(link)\n") == [])
  }

  @Test(arguments: [
    ("text\n", "1: the page has 0 titles, expected one"),
    ("# A\n\n# B\n", "1: the page has 2 titles, expected one"),
    (
      "# Example a\n\n<!-- example: a -->\n```console\n$ assay cat\n```\n",
      "4: the anchor 'example-a' stands twice on the page"
    ),
  ]) func `needs anchors that stand once`(page: String, words: String) async throws {
    #expect(try await SiteSample.faults(page) == ["Docs/spec/p.md:\(words)"])
  }
}
