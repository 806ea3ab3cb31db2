// SPDX-License-Identifier: MIT

import Foundation
import Spawn

/// Runs a line of shell, for tests.
enum Shell {
  static func run(
    _ line: String, input: [UInt8] = [], environment: [String: String]? = nil,
    timeoutMilliseconds: Int = 30_000, outputLimit: Int = 16 << 20
  ) throws -> ChildResult {
    try ChildProcess.run(
      executable: "/bin/sh", arguments: ["-c", line], input: input, environment: environment,
      timeoutMilliseconds: timeoutMilliseconds, outputLimit: outputLimit)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a process is dead, or becomes so soon; a zombie of someone else counts as dead.
  static func dies(_ process: String) -> Bool {
    let number = process.trimmingCharacters(in: .whitespacesAndNewlines)
    for _ in 0..<500 {
      guard let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
        let end = stat.lastIndex(of: ")"), stat[end...].dropFirst(2).first != "Z"
      else { return Int32(number) != nil }
      usleep(10_000)
    }
    return false
  }
}
