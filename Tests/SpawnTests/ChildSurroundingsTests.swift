// SPDX-License-Identifier: MIT

import Foundation
import Spawn
import Testing

/// Each of these needs a process of its own, since it changes what belongs to the whole process.
@Suite struct `The surroundings of a child process` {
  @Test func `signals that we ignore or block are its own again`() async {
    await #expect(processExitsWith: .success) {
      Signals.ignore(SIGPIPE)
      Signals.ignore(SIGTERM)
      for number in [13, 15] as [Int32] {
        let result = try Shell.run("kill -\(number) $$; echo survived")
        try #require(result.status == .signalled(number))
      }
    }
  }

  @Test func `a broken pipe does not end us`() async {
    await #expect(processExitsWith: .success) {
      Signals.setDefault(SIGPIPE)
      let input = [UInt8](repeating: 65, count: 1 << 20)
      for _ in 0..<20 {
        try #require(try Shell.run("exec <&-; sleep 0.01", input: input).status == .exited(0))
      }
    }
  }

  @Test func `signals that we handle do not disturb`() async {
    await #expect(processExitsWith: .success) {
      Signals.catchAndForget(SIGUSR1)
      let line = "for i in 1 2 3 4 5 6 7 8 9; do kill -USR1 $PPID; sleep 0.01; done; cat"
      let input = [UInt8](repeating: 65, count: 1 << 20)
      let result = try Shell.run(line, input: input)
      try #require(result.status == .exited(0))
      try #require(result.output == input)
    }
  }

  @Test func `no descriptor but the leash leaks into it, and none stays with us`() async {
    await #expect(processExitsWith: .success) {
      let extra = dup(1)
      try #require(extra > 2)
      let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
      for _ in 0..<20 {
        let result = try Shell.run("ls /proc/$$/fd; yes | head -c 100 >&2", input: [65])
        try #require(Shell.text(result.output) == "0\n1\n2\n3\n")
        _ = try Shell.run("sleep 300", timeoutMilliseconds: 1)
        _ = try? ChildProcess.run(
          executable: "/nowhere", arguments: [], timeoutMilliseconds: 1, outputLimit: 1)
      }
      let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
      // Others in the process may open one; a leak of ours would be one in each of twenty rounds.
      try #require(after < before + 10)
    }
  }

  @Test func `closed standard streams of ours do no harm`() async {
    await #expect(processExitsWith: .success) {
      for descriptor in 0...2 as ClosedRange<Int32> { close(descriptor) }
      let result = try Shell.run("cat; echo out; echo err >&2", input: Array("in\n".utf8))
      guard result.output == Array("in\nout\n".utf8), result.errors == Array("err\n".utf8) else {
        exit(9)
      }
    }
  }

  @Test func `an end that someone else took is an error`() async {
    await #expect(processExitsWith: .success) {
      Signals.ignore(SIGCHLD)
      let words = "its end was taken by someone else"
      #expect(throws: SpawnError(.watch, executable: "/bin/sh", words: words)) {
        try Shell.run("exit 3")
      }
    }
  }
}
