// SPDX-License-Identifier: MIT

import Suite
import Testing

@Suite struct `The suite in a report` {
  private static func rendered(_ form: String, asker: String) -> String {
    var results = SmallVerification.results
    results.suite = SuiteIdentity(version: "1.2.3", vectors: "4f2a", asker: asker)
    return SmallVerification.rendered(form, SmallVerification.batches, results)
  }

  @Test(arguments: [
    ("text", "\n  assay 1.2.3, vectors 4f2a\n"),
    ("json", #","suite":{"version":"1.2.3","vectors":"4f2a"},"#),
    ("ndjson", #"},"suite":{"version":"1.2.3","vectors":"4f2a"}}"#),
    ("junit", #"<property name="assay.vectors" value="4f2a"/>"#),
    ("junit", #"<property name="assay.version" value="1.2.3"/>"#),
    ("markdown", "\nassay 1.2.3, vectors 4f2a\n"),
    ("html", "<p>assay 1.2.3, vectors 4f2a</p>"),
    ("tap", "\n# assay 1.2.3, vectors 4f2a\n"),
  ])
  func `Every form to keep names version and vectors`(_ form: String, _ words: String) {
    #expect(Self.rendered(form, asker: "1.2.3").contains(words))
    #expect(Self.rendered(form, asker: "").contains(words))
  }

  @Test(arguments: [
    ("text", "\n  assay 1.2.3, vectors 4f2a, asked by assay 1.2.2\n"),
    ("json", #""vectors":"4f2a","askedBy":"1.2.2"}"#),
    ("junit", #"<property name="assay.askedBy" value="1.2.2"/>"#),
  ])
  func `Another version that asked is named`(_ form: String, _ words: String) {
    #expect(Self.rendered(form, asker: "1.2.2").contains(words))
  }

  @Test(arguments: ["github", "badge"])
  func `What is shown beside a verdict has no room for it`(_ form: String) {
    #expect(!Self.rendered(form, asker: "").contains("4f2a"))
  }
}
