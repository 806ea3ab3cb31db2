// SPDX-License-Identifier: MIT

/// Why a recording cannot be read, with the place in the file.
public struct RecordingError: Error, Equatable, Sendable {
  public let file: String
  public let line: Int
  public let column: Int
  public let reason: String

  public init(file: String, line: Int, column: Int, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension RecordingError: CustomStringConvertible {
  public var description: String { "\(file):\(line):\(column): \(reason)" }
}

/// Why one line of a recording cannot be read, with the byte in the line.
struct LineError: Error {
  let offset: Int
  let reason: String
}
