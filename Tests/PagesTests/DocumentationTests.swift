// SPDX-License-Identifier: MIT

import Foundation
import Seeded
import Testing

@testable import Pages

/// The pages of this repository.
enum Documentation {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let run = PageRun(
    binary: ProcessInfo.processInfo.environment["ASSAY_BINARY"]
      ?? root.appending(path: ".build/release/assay").path(),
    environment: ["ASSAY_SECRET": "", "ASSAY_VECTORS": "Vectors"],
    links: [
      "Docs": root.appending(path: "Docs").path(),
      "Ports": root.appending(path: "Ports").path(),
      "Vectors": root.appending(path: "Vectors").path(),
    ])

  /// The text of every page, by its path.
  static let texts: [(path: String, text: String)] = {
    let paths =
      FileManager.default.enumerator(atPath: root.appending(path: "Docs").path())?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") } ?? []
    return paths.sorted().compactMap { path in
      let text = try? String(contentsOf: root.appending(path: "Docs/\(path)"), encoding: .utf8)
      return text.map { ("Docs/\(path)", $0) }
    }
  }()

  /// The examples of the pages that begin with a path and with none of the others.
  static func examples(of path: String, but others: [String] = []) -> [DocumentedExample] {
    let chosen = texts.filter { page in
      page.path.hasPrefix(path) && !others.contains(where: page.path.hasPrefix)
    }
    return chosen.flatMap { page(at: $0.path, $0.text)?.examples ?? [] }
      .map(DocumentedExample.init)
  }

  static func page(at path: String, _ text: String) -> Page? {
    try? Page(path: path, bytes: Array(text.utf8), mayBeEmpty: true)
  }
}

/// An example under its name.
struct DocumentedExample: CustomTestStringConvertible {
  let example: PageExample

  var testDescription: String { "\(example.path)#\(example.id)" }
}

@Suite struct `An example of the documentation` {
  private static let formats = [
    "zego-0", "agora-0", "agora-l", "nacos-j", "nacos-h", "nats-c", "nats-ad",
  ]
  .map { "Docs/spec/\($0)" }

  @Test(arguments: Documentation.examples(of: "Docs/spec/", but: formats + ["Docs/spec/zh/"]))
  func `holds, of the vendors' pages`(documented: DocumentedExample) {
    #expect(Documentation.run.result(of: documented.example).detail == "")
  }

  @Test(arguments: formats.flatMap { Documentation.examples(of: $0) })
  func `holds, of the formats`(documented: DocumentedExample) {
    #expect(Documentation.run.result(of: documented.example).detail == "")
  }

  @Test(
    arguments: Documentation.examples(of: "Docs/spec/zh/")
      + Documentation.examples(of: "Docs/guide/"))
  func `holds, of the Chinese pages and the guide`(documented: DocumentedExample) {
    #expect(Documentation.run.result(of: documented.example).detail == "")
  }

  /// Some examples of each page, with one letter or digit of what they expect changed.
  @Test(arguments: Documentation.texts.map(\.path))
  func `fails where anything that it expects is changed`(path: String) throws {
    let text = try #require(Documentation.texts.first { $0.path == path }?.text)
    let page = try #require(Documentation.page(at: path, text))
    var random = Seeded(seed: 6, for: path)
    for example in page.examples.shuffled(using: &random).prefix(10) {
      guard let changed = example.changed(by: &random) else { continue }
      let result = Documentation.run.result(of: changed)
      #expect(result.verdict == .failed, "\(path)#\(example.id) expects \(changed.texts)")
    }
  }
}

extension PageExample {
  /// The example with one letter or digit of what it expects changed; nothing where it expects none.
  fileprivate func changed(by random: inout Seeded) -> PageExample? {
    var content = content
    switch content {
    case .transcript(var steps):
      let places = steps.indices.flatMap { step in
        steps[step].expected.indices.filter { !steps[step].expected[$0].pattern.hasDots }
          .map { (step, $0) }
      }
      guard let (step, line) = places.randomElement(using: &random) else { return nil }
      let old = steps[step].expected[line]
      guard let text = old.pattern.text.changed(by: &random) else { return nil }
      steps[step].expected[line] = PatternLine(line: old.line, pattern: LinePattern(text))
      content = .transcript(steps)
    case .row(var row):
      guard let index = row.expectations.indices.randomElement(using: &random) else { return nil }
      let old = row.expectations[index]
      guard let cell = Array(old.cell.utf8).changed(by: &random) else { return nil }
      row.expectations[index] = .init(
        line: old.line, member: old.member, cell: String(decoding: cell, as: UTF8.self))
      content = .row(row)
    }
    return PageExample(id: id, path: path, line: line, shows: shows, content: content)
  }
}

extension [UInt8] {
  fileprivate func changed(by random: inout Seeded) -> [UInt8]? {
    let places = indices.filter { Character(UnicodeScalar(self[$0])).isLetterOrDigit }
    guard let place = places.randomElement(using: &random) else { return nil }
    var changed = self
    changed[place] = changed[place] == UInt8(ascii: "7") ? UInt8(ascii: "q") : UInt8(ascii: "7")
    return changed
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
