// SPDX-License-Identifier: MIT

/// What came of the examples of all pages.
struct SiteResults {
  /// By the page and the id before the slash, in the order of the page.
  private var results: [String: [String: [ExampleResult]]] = [:]

  init(_ all: [ExampleResult]) {
    for result in all {
      let id = result.id.split(separator: "/").first.map(String.init) ?? ""
      results[result.file, default: [:]][id, default: []].append(result)
    }
  }

  /// The results of what a page has and of what it shows.
  func all(on page: SitePage) -> [ExampleResult] {
    results[page.path, default: [:]].values.flatMap(\.self)
      + page.shown.flatMap { results[$0.page]?[$0.example] ?? [] }
  }

  /// The results of a block: one, or one a row.
  func of(_ example: String, on page: SitePage) -> [ExampleResult] {
    results[page.path]?[example] ?? []
  }
}

/// How many results there are, and how many of them are bad.
struct ResultCount {
  let all: Int
  let failed: Int

  init(_ results: [ExampleResult]) {
    all = results.count
    failed = results.count { $0.verdict == .failed }
  }
}
