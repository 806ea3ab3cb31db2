// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The coverage of the documentation` {
  /// A page of a copy, what is changed on it wherever it stands, and the hole that it makes.
  private static let changes = [
    (
      "spec/zego-03.md", "`zego.iv.fresh`", "`zego.iv.stale`",
      "nothing is called 'zego.iv.stale'"
    ),
    (
      "spec/zego-04-cbc.md", "](zego-04-gcm.md", "](zego-04-gbm.md",
      "the link 'zego-04-gbm.md' leads to nothing"
    ),
    (
      "guide/port-protocol.md", "--one-shot", "--two-shot", "no example runs 'assay run --one-shot'"
    ),
    (
      "spec/nacos-jwt.md", "expired", "over",
      "nacos-jwt: no example of Docs/spec/nacos-jwt.md is refused by time/expired"
    ),
    (
      "spec/nacos-http.md", "nacos.http-any-place", "nacos.http-any-plate",
      "nacos-http: the behaviour nacos.http-any-place is on no page"
    ),
    (
      "spec/zh/nats-token.md", "#example-ruby", "#example-nothing",
      "Docs/spec/zh/nats-token.md does not show the example ruby"
    ),
    (
      "spec/README.md", "`nats.page.close`", "`nats.page.open`",
      "Docs/spec/README.md lists no statement of nats-token for the clause nats.page.close"
    ),
  ]

  @Test func `has no hole`() throws {
    let run = try Assay.run("pages", "coverage")
    #expect(run.status == 0, "\(run.lines.filter { $0.hasPrefix("HOLE") })")
  }

  @Test func `has a hole wherever something is taken away`() throws {
    let copy = try Copy()
    for (page, old, new, _) in Self.changes { try copy.replace(old, with: new, on: page) }
    let run = try Assay.run("pages", "coverage", "--vectors", copy.vectors)
    #expect(run.status == 1)
    for (_, _, _, hole) in Self.changes { #expect(run.output.contains(hole), "\(hole)") }
  }

  /// The documentation in a folder of its own, beside the vectors of the checkout.
  private final class Copy {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init() throws {
      let files = FileManager.default
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      try files.copyItem(
        at: Assay.root.appending(path: "Docs"), to: folder.appending(path: "Docs"))
      try files.createSymbolicLink(
        at: folder.appending(path: "Vectors"),
        withDestinationURL: Assay.root.appending(path: "Vectors"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var vectors: String { folder.appending(path: "Vectors").path() }

    func replace(_ old: String, with new: String, on page: String) throws {
      let url = folder.appending(path: "Docs/\(page)")
      let text = try String(contentsOf: url, encoding: .utf8)
      try #require(text.contains(old), "\(page) has \(old)")
      try text.replacingOccurrences(of: old, with: new)
        .write(to: url, atomically: true, encoding: .utf8)
    }
  }
}
