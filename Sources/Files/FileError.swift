// SPDX-License-Identifier: MIT

internal import SystemCalls

/// What the operating system answered about a file.
public struct FileError: Error, Equatable, Sendable {
  public let path: String
  public let words: String

  public init(path: String, words: String) {
    self.path = path
    self.words = words
  }

  init(path: String, status: Int32) {
    self.path = path
    words = Self.words[-status] ?? "error \(-status) of the system"
  }
}

extension FileError {
  /// The error numbers of Linux that files give.
  private static let words: [Int32: String] = [
    1: "not permitted", 2: "no such file or folder", 5: "input or output failed",
    13: "permission denied", 20: "a part of the path is no folder", 21: "is a folder",
    22: "the path is not valid", 24: "too many files are open", 28: "no space is left",
    30: "the file system is read-only", 32: "nobody reads", 36: "the name is too long",
  ]
}

extension FileError: CustomStringConvertible {
  public var description: String { "\(path): \(words)" }
}
