// SPDX-License-Identifier: MIT

import Foundation
import Spawn
import Testing

@Suite struct `A process that cannot be started` {
  private func error(
    _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil,
    directory: String = ""
  ) -> SpawnError? {
    #expect(throws: SpawnError.self) {
      try ChildProcess.run(
        executable: executable, arguments: arguments, environment: environment,
        directory: directory, timeoutMilliseconds: 1000, outputLimit: 1000)
    }
  }

  @Test(arguments: [
    ("/nowhere/assay", "/nowhere/assay: no such file or folder"),
    ("assay-is-not-in-the-path", "assay-is-not-in-the-path: no such file or folder"),
    ("", ": no such file or folder"),
    ("/etc/passwd", "/etc/passwd: permission denied"),
    ("/usr", "/usr: permission denied"),
  ])
  func `names it and says why`(executable: String, words: String) {
    #expect(error(executable)?.description == words)
    #expect(error(executable)?.code == .start)
  }

  @Test func `has words that no process can get`() {
    #expect(error("/bin/true", ["a\0b"])?.words == "a word contains U+0000")
    #expect(error("/bin/true", environment: ["A": "\0"])?.code == .argument)
    #expect(error("/bin/true", environment: ["": "x"])?.words == "a variable has no valid name")
    #expect(error("/bin/true", environment: ["A=B": "x"])?.code == .argument)
  }

  @Test func `was to start in a folder that is not there`() {
    #expect(error("/bin/true", directory: "/nowhere")?.words == "no such file or folder")
  }

  @Test func `has too many words`() {
    let words = Array(repeating: String(repeating: "x", count: 100_000), count: 100)
    #expect(error("/bin/true", words)?.words == "the arguments are too long")
  }
}
