// SPDX-License-Identifier: MIT

/// Why a process could not be started or watched.
public struct SpawnError: Error, Equatable, Sendable {
  public enum Code: String, Sendable, CaseIterable {
    /// A word, a setting or the directory cannot be handed over.
    case argument
    /// The system did not start it.
    case start
    /// The system lost track of it.
    case watch
  }

  public let code: Code
  public let executable: String
  /// What went wrong, for people.
  public let words: String

  public init(_ code: Code, executable: String, words: String) {
    self.code = code
    self.executable = executable
    self.words = words
  }

  init(_ code: Code, executable: String, status: Int32) {
    let words = Self.words[-status] ?? "error \(-status) of the system"
    self.init(code, executable: executable, words: words)
  }
}

extension SpawnError {
  /// The error numbers of Linux that a start gives.
  private static let words: [Int32: String] = [
    1: "not permitted", 2: "no such file or folder", 7: "the arguments are too long",
    8: "it is no program", 10: "its end was taken by someone else",
    11: "there are too many processes", 12: "no memory is left", 13: "permission denied",
    20: "a part of the path is no folder", 23: "too many files are open",
    24: "too many files are open", 26: "it is being written to",
    40: "the path is a circle of links",
  ]
}

extension SpawnError: CustomStringConvertible {
  public var description: String { "\(executable): \(words)" }
}
