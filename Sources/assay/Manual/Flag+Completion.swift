// SPDX-License-Identifier: MIT

extension Flag {
  /// What a shell can complete for the value of an option.
  enum Completion: Sendable {
    case files, folders, nothing
  }

  var completion: Completion {
    switch value {
    case "FILE": .files
    case "DIR": .folders
    default: .nothing
    }
  }
}
