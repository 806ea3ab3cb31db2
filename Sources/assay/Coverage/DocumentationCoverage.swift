// SPDX-License-Identifier: MIT

internal import Pages
internal import Suite

/// The encoded pages of the vendors: their list of statements, and both languages.
struct DocumentationCoverage {
  let mentions: Mentions
  /// Every clause, once.
  let clauses: [Clause]

  var holes: [String] { statements + names.flatMap(holes(of:)) }

  /// The pages that clauses are taken from.
  private var names: [String] {
    clauses.flatMap(\.pages).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var statements: [String] {
    let path = "Docs/spec/README.md"
    let listed = mentions.page(path)?.clauses ?? []
    return clauses.filter { !$0.pages.isEmpty && !listed.contains($0.id) }
      .map { "\(path) lists no statement of \($0.pages[0]) for the clause \($0.id)" }
  }

  private func holes(of name: String) -> [String] {
    let (path, translation) = ("Docs/spec/\(name).md", "Docs/spec/zh/\(name).md")
    guard let english = mentions.page(path) else { return ["there is no page \(path)"] }
    guard let chinese = mentions.page(translation) else {
      return ["there is no page \(translation)"]
    }
    return clauses.filter { $0.pages.contains(name) && !english.clauses.contains($0.id) }
      .map { "\(path) does not list the clause \($0.id)" }
      + english.clauses.symmetricDifference(chinese.clauses).sorted()
      .map { "\(path) and \(translation) do not both list the clause \($0)" }
      + english.blocks.filter { !chinese.shared.contains("\(path)#\($0)") }.sorted()
      .map { "\(translation) does not show the example \($0)" }
  }
}
