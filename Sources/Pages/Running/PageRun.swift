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
    self.environment = environment.merging(Self.path(finding: binary)) { given, _ in given }
    self.links = links
    self.timeoutMilliseconds = timeoutMilliseconds
    self.outputLimit = outputLimit
    self.jobs = max(1, jobs)
  }

  /// A command of an example finds the binary by its name, too.
  private static func path(finding binary: String) -> [String: String] {
    let folder = binary.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let others = Machine.environment("PATH").map { ":\($0)" } ?? ""
    return ["PATH": folder.joined(separator: "/") + others]
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
    var run = ExampleRun(self)
    return ExampleResult(
      id: example.id, file: example.path, line: example.line, failure: run.failure(of: example))
  }

  /// Runs examples, of several pages if need be; the results have their order.
  public func results(of examples: [PageExample]) async -> [ExampleResult] {
    let blocks = Self.blocks(of: examples)
    return await withTaskGroup(of: (Int, [ExampleResult]).self) { group in
      var results = [[ExampleResult]](repeating: [], count: blocks.count)
      for (index, block) in blocks.enumerated() {
        if index >= jobs, let (done, result) = await group.next() { results[done] = result }
        group.addTask { (index, block.map(self.result(of:))) }
      }
      for await (index, result) in group { results[index] = result }
      return results.flatMap(\.self)
    }
  }

  /// The rows of a table stay together, so that those of one answer need it once.
  private static func blocks(of examples: [PageExample]) -> [[PageExample]] {
    var blocks: [[PageExample]] = []
    for example in examples {
      if let last = blocks.last?.last, last.path == example.path, last.block == example.block {
        blocks[blocks.count - 1].append(example)
      } else {
        blocks.append([example])
      }
    }
    return blocks
  }
}
