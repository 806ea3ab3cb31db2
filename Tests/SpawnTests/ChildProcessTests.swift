// SPDX-License-Identifier: MIT

import Foundation
import Spawn
import Testing

@Suite struct `A child process` {
  @Test func `writes two streams that are read apart`() throws {
    let result = try Shell.run("echo one; echo two >&2; echo three")
    #expect(result.status == .exited(0))
    #expect(Shell.text(result.output) == "one\nthree\n")
    #expect(Shell.text(result.errors) == "two\n")
  }

  @Test(arguments: [0, 1, 2, 127, 255] as [Int32])
  func `gives its exit status`(status: Int32) throws {
    #expect(try Shell.run("exit \(status)").status == .exited(status))
  }

  @Test(arguments: [1, 6, 9, 13, 15] as [Int32])
  func `gives the signal that ended it`(signal: Int32) throws {
    let result = try Shell.run("kill -\(signal) $$; echo survived")
    #expect(result.status == .signalled(signal))
    #expect(result.output.isEmpty)
  }

  @Test func `is fed and read at the same time`() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let result = try ChildProcess.run(
      executable: "/bin/cat", arguments: [], input: input, timeoutMilliseconds: 30_000,
      outputLimit: 1 << 22)
    #expect(result.status == .exited(0))
    #expect(result.output == input)
  }

  @Test func `may write much on both streams`() throws {
    let line = "for i in 1 2 3 4; do head -c 500000 /dev/zero >&2; head -c 500000 /dev/zero; done"
    let result = try Shell.run(line)
    #expect(result.status == .exited(0))
    #expect(result.output.count == 2_000_000)
    #expect(result.errors.count == 2_000_000)
  }

  @Test(arguments: ["exec <&-; sleep 0.2; echo ok", "echo ok", "head -c 10 >/dev/null; echo ok"])
  func `need not read its input`(line: String) throws {
    let result = try Shell.run(line, input: Array(repeating: 65, count: 1 << 20))
    #expect(result.status == .exited(0))
    #expect(Shell.text(result.output) == "ok\n")
  }

  @Test func `reads the end of an empty input`() throws {
    #expect(try Shell.run("cat; echo end").output == Array("end\n".utf8))
  }

  @Test func `may close its streams long before its end`() throws {
    let result = try Shell.run("exec >&- 2>&-; sleep 0.3; exit 7")
    #expect(result.status == .exited(7))
  }

  @Test func `is not a zombie afterwards`() throws {
    let result = try Shell.run("echo $$")
    let number = try #require(Int32(Shell.text(result.output).dropLast()))
    #expect(kill(number, 0) == -1)
    #expect(errno == ESRCH)
  }

  @Test func `gets words and variables as they are`() throws {
    let words = ["", " ", "a b", "'", "\"", "$HOME", "\\", "ü\n", "-n", "*"]
    let line = #"for w; do printf '[%s]' "$w"; done; printf '{%s}' "$ASSAY_TEST""#
    let result = try ChildProcess.run(
      executable: "/bin/sh", arguments: ["-c", line, "sh"] + words,
      environment: ["ASSAY_TEST": "x=y z"], timeoutMilliseconds: 30_000, outputLimit: 1000)
    #expect(Shell.text(result.output) == words.map { "[\($0)]" }.joined() + "{x=y z}")
  }

  @Test func `inherits the environment but for what is replaced`() throws {
    let result = try Shell.run(
      "echo $HOME; env | grep -c ^PATH=; env | grep -c ^HOME=", environment: ["HOME": "/nowhere"])
    #expect(Shell.text(result.output) == "/nowhere\n1\n1\n")
  }

  @Test func `starts where it is told to`() throws {
    let result = try ChildProcess.run(
      executable: "pwd", arguments: [], directory: "/usr", timeoutMilliseconds: 30_000,
      outputLimit: 1000)
    #expect(Shell.text(result.output) == "/usr\n")
  }

  @Test func `does not mix with others that run at the same time`() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask {
          let input = Array(String(repeating: "\(number) ", count: 20_000).utf8)
          return try Shell.run("cat", input: input).output == input
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }
}
