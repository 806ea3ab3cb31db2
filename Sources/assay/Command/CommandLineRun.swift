// SPDX-License-Identifier: MIT

internal import Files
internal import Suite

/// One run of the command, from its words to its exit status.
struct CommandLineRun: Sendable {
  private let words: [String]

  init(_ words: [String]) {
    self.words = words
  }

  func status() async -> Int32 {
    do {
      return try await run()
    } catch {
      complain(error)
      return 2
    }
  }

  private func run() async throws -> Int32 {
    guard let name = words.first else {
      try OutputFile.standardError.write(Help.overview)
      return 2
    }
    switch name {
    case "--help", "-h", "help":
      try OutputFile.standardOutput.write(try Help.text(for: words.dropFirst().first))
      return 0
    case "--version":
      try OutputFile.standardOutput.write("assay \(Assay.version)\n")
      return 0
    default:
      let verb = try Verbs.verb(named: name)
      let invocation = try Invocation(verb, Array(words.dropFirst()))
      guard !invocation.has(.help) else {
        try OutputFile.standardOutput.write(Help.text(for: verb))
        return 0
      }
      return try await verb.run(invocation)
    }
  }

  private func complain(_ error: any Error) {
    var text = "assay: \(error)\n"
    if let hint = (error as? UsageError)?.hint { text += "assay: hint: \(hint)\n" }
    try? OutputFile.standardError.write(text)
  }
}
