// SPDX-License-Identifier: MIT

internal import Files

/// How examples are run: which binary, where, and within which limits.
public struct PageRun: Sendable {
  public let binary: String
  /// Variables that replace those that are inherited.
  public let environment: [String: String]
  /// What stands in the folder where the commands of an example start, which is its own and is
  /// otherwise empty: a name and where the link leads.
  public let links: [String: String]
  /// For each command.
  public let timeoutMilliseconds: Int
  public let outputLimit: Int
  /// How many examples run at the same time; the results do not depend on it.
  public let jobs: Int
  /// What the commands whose answer is a whole table said.
  let listings = Listings()

  public init(
    binary: String, environment: [String: String] = [:], links: [String: String] = [:],
    timeoutMilliseconds: Int = 60_000, outputLimit: Int = 16 << 20, jobs: Int = 1
  ) {
    self.binary = binary
    self.environment = environment
    self.links = links
    self.timeoutMilliseconds = timeoutMilliseconds
    self.outputLimit = outputLimit
    self.jobs = max(1, jobs)
  }

  /// Runs the examples of a page.
  public static func run(
    _ page: Page, binary: String, environment: [String: String] = [:],
    links: [String: String] = [:], jobs: Int = 1
  ) async -> [ExampleResult] {
    let run = PageRun(
      binary: binary, environment: environment, links: links, jobs: jobs)
    return await run.results(of: page.examples)
  }

  public func result(of example: PageExample) -> ExampleResult {
    ExampleResult(
      id: example.id, file: example.path, line: example.line,
      failure: failure(of: example))
  }

  private func failure(of example: PageExample) -> ExampleFailure? {
    do throws(FileError) {
      return try ExampleRun(of: example, self).failure
    } catch {
      return ExampleFailure(
        line: example.line, subject: "the example was not run", expected: "a folder for it",
        got: error.description, command: [])
    }
  }

  /// Runs examples, of several pages if need be; the results have their order.
  public func results(of examples: [PageExample]) async -> [ExampleResult] {
    guard jobs > 1 else { return examples.map(result(of:)) }
    return await withTaskGroup(of: (Int, ExampleResult).self) { group in
      var results = [ExampleResult?](repeating: nil, count: examples.count)
      for (index, example) in examples.enumerated() {
        if index >= jobs, let (done, result) = await group.next() { results[done] = result }
        group.addTask { (index, self.result(of: example)) }
      }
      for await (index, result) in group { results[index] = result }
      return results.compactMap(\.self)
    }
  }
}
