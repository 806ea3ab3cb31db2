// SPDX-License-Identifier: MIT

internal import CSpawn

/// Child processes, in a module of one file (see `CryptoCalls`).
package enum SpawnCalls {
  package enum Ending: Equatable, Sendable {
    case exited(Int32)
    case notStarted
    case signalled
    case outOfTime
  }

  /// Runs a program to its end, or to the time limit, with its group.
  package static func run(
    _ words: [String], input: [UInt8], outputLimit: Int, milliseconds: Int32
  ) -> (ending: Ending, output: [UInt8]) {
    let list: [UInt8] = words.reduce(into: []) { $0 += Array($1.utf8) + [0] }
    var output = [UInt8](repeating: 0, count: outputLimit)
    var span = output.mutableSpan
    let child = assay_run_child(list.span, input.span, &span, milliseconds)
    output.removeLast(outputLimit - Int(child.output))
    let ending: Ending =
      switch child.status {
      case -1: .notStarted
      case -2: .signalled
      case -3: .outOfTime
      default: .exited(child.status)
      }
    return (ending, output)
  }
}
