// SPDX-License-Identifier: MIT

internal import Spawn
internal import Synchronization

/// The answers that many rows share, so that each command is run once.
final class Listings: Sendable {
  private let answers = Mutex<[AssayCommand: ChildResult]>([:])

  subscript(command: AssayCommand) -> ChildResult? {
    get { answers.withLock { $0[command] } }
    set { answers.withLock { $0[command] = newValue } }
  }
}
