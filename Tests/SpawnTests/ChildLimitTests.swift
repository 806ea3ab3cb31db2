// SPDX-License-Identifier: MIT

import Foundation
import Spawn
import Testing

@Suite struct `The limits of a child process` {
  @Test func `the time limit kills the grandchildren too`() throws {
    let result = try Shell.run("sleep 300 & echo $!; wait", timeoutMilliseconds: 500)
    #expect(result.status == .timedOut)
    #expect(Shell.dies(Shell.text(result.output)))
  }

  @Test func `the time limit kills a process that ignores signals`() throws {
    let result = try Shell.run(
      "trap '' TERM INT HUP; echo $$; while :; do sleep 1; done", timeoutMilliseconds: 500)
    #expect(result.status == .timedOut)
    #expect(Shell.dies(Shell.text(result.output)))
  }

  @Test func `a grandchild that holds the streams is waited for and then killed`() throws {
    let result = try Shell.run("sleep 300 & echo $!", timeoutMilliseconds: 500)
    #expect(result.status == .timedOut)
    #expect(Shell.dies(Shell.text(result.output)))
  }

  @Test func `a grandchild that lets go of the streams does not survive`() throws {
    let result = try Shell.run("sleep 300 >/dev/null 2>&1 & echo $!")
    #expect(result.status == .exited(0))
    #expect(Shell.dies(Shell.text(result.output)))
  }

  @Test func `a process that left the group does not hold up the end`() throws {
    let result = try Shell.run("setsid sleep 3 & echo started", timeoutMilliseconds: 300)
    #expect(result.status == .timedOut)
    #expect(Shell.text(result.output) == "started\n")
  }

  @Test(arguments: [0, -1, Int.min])
  func `no time is a time limit`(time: Int) throws {
    #expect(try Shell.run("sleep 300", timeoutMilliseconds: time).status == .timedOut)
  }

  @Test func `the longest time does not overflow`() throws {
    #expect(try Shell.run("exit 0", timeoutMilliseconds: .max).status == .exited(0))
  }

  @Test(arguments: ["yes", "yes >&2"])
  func `endless output is cut at the limit`(line: String) throws {
    let result = try Shell.run(line, outputLimit: 100_001)
    #expect(result.status == .flooded)
    #expect(max(result.output.count, result.errors.count) == 100_001)
  }

  @Test(
    arguments: [(10, .exited(0)), (9, .flooded), (0, .flooded), (-5, .flooded)]
      as [(Int, ChildResult.Status)])
  func `an output may reach the limit, not pass it`(
    limit: Int, status: ChildResult.Status
  ) throws {
    let result = try Shell.run("printf 0123456789", outputLimit: limit)
    #expect(result.status == status)
    #expect(Shell.text(result.output) == "0123456789".prefix(max(0, limit)))
  }
}
