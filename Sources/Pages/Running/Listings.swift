// SPDX-License-Identifier: MIT

internal import Spawn
internal import Synchronization

/// The answers that many rows share, so that each command is run once.
final class Listings: Sendable {
  private let answers = Mutex<[AssayCommand: ChildResult]>([:])

  func result(
    of command: AssayCommand, by run: () throws(ExampleFailure) -> ChildResult
  ) throws(ExampleFailure) -> ChildResult {
    if let known = answers.withLock({ $0[command] }) { return known }
    let result = try run()
    answers.withLock { $0[command] = result }
    return result
  }
}
