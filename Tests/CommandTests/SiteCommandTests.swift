// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `A site that is built` {
  /// A page of its own beside the clauses of all formats.
  private final class Checkout {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    var site: URL { folder.appending(path: "site") }

    init(_ page: String) throws {
      let vectors = Assay.root.appending(path: "Vectors")
      for format in try FileManager.default.contentsOfDirectory(atPath: vectors.path()) {
        let clauses = vectors.appending(path: "\(format)/clauses.json")
        guard FileManager.default.fileExists(atPath: clauses.path()) else { continue }
        let text = try String(contentsOf: clauses, encoding: .utf8)
        try write(text, to: "Vectors/\(format)/clauses.json")
      }
      try write("", to: "Vectors/recordings/none")
      try write(page, to: "Docs/spec/p.md")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
      let place = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }

    func build() throws -> Assay.Run {
      let vectors = folder.appending(path: "Vectors").path()
      return try Assay.run("pages", "build", "--to", site.path(), "--vectors", vectors)
    }

    /// The text of each file of the site.
    func files() throws -> [String: String] {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: site.path())
      let files = paths.filter { $0.contains(".") }
      return try Dictionary(
        uniqueKeysWithValues: files.map {
          ($0, try String(contentsOf: site.appending(path: $0), encoding: .utf8))
        })
    }
  }

  private static let page = """
    # A page

    <!-- example: clause -->
    <!-- check: assay show {clause} --format json -->
    | clause | level |
    |---|---|
    | `zego.app-id.range` | MUST |

    """

  @Test func `has every page, the same at each run`() throws {
    let checkout = try Checkout(Self.page)
    let run = try checkout.build()
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.lines.first == "1 examples: 1 passed, 0 failed")
    let files = try checkout.files()
    #expect(
      files.keys.sorted() == [
        "assay-site.txt", "clauses.js", "index.html", "site.css", "site.js", "spec/p.html",
      ])
    #expect(files["clauses.js"]?.contains("\"spec/p.html#zego.app-id.range\"") == true)
    #expect(try checkout.build().status == 0)
    #expect(try checkout.files() == files)
  }

  @Test func `is written and fails where an example fails`() throws {
    let checkout = try Checkout(Self.page.replacing("MUST", with: "MAY"))
    let run = try checkout.build()
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("FAIL Docs/spec/p.md:7 clause/1\n"))
    let page = try #require(try checkout.files()["spec/p.html"])
    #expect(page.contains("<span aria-hidden=\"true\">✗</span> failed"))
    #expect(page.contains("expected: &quot;MAY&quot;"))
  }

  @Test func `is written and fails where a link leads to nothing`() throws {
    let checkout = try Checkout(Self.page + "\n[a](b.md)\n")
    let run = try checkout.build()
    #expect(run.status == 1)
    #expect(run.lines.first == "FAULT Docs/spec/p.md:9: the link 'b.md' leads to nothing")
    #expect(try checkout.files().keys.contains("spec/p.html"))
  }

  @Test func `replaces an earlier site and leaves everything else alone`() throws {
    let checkout = try Checkout(Self.page)
    try checkout.write("# Q\n", to: "Docs/spec/q.md")
    #expect(try checkout.build().status == 0)
    try checkout.write("mine", to: "site/spec/mine.html")
    try checkout.write("../Docs/spec/p.md\n../kept.html\nspec/q.html\n", to: "site/assay-site.txt")
    try checkout.write("kept", to: "kept.html")
    try FileManager.default.removeItem(at: checkout.folder.appending(path: "Docs/spec/q.md"))
    #expect(try checkout.build().status == 0)
    let files = try checkout.files()
    #expect(files["spec/q.html"] == nil)
    #expect(files["spec/mine.html"] == "mine")
    #expect(
      FileManager.default.fileExists(atPath: checkout.folder.appending(path: "kept.html").path()))
  }

  @Test func `is not written among files of others`() throws {
    let checkout = try Checkout(Self.page)
    try checkout.write("mine", to: "site/mine.txt")
    let run = try checkout.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("has files that are of no site"))
    #expect(try checkout.files() == ["mine.txt": "mine"])
  }
}
