// SPDX-License-Identifier: MIT

/// What a child process left behind.
public struct ChildResult: Equatable, Sendable {
  /// How a child process came to its end.
  public enum Status: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// The time was over before the process and its streams had ended; its group was killed.
    case timedOut
    /// A stream brought more than the limit; the group was killed.
    case flooded

    /// From what taking the end of a process gives: its exit status, or 256 and a signal.
    package init(ended status: Int32) {
      self = status < 256 ? .exited(status) : .signalled(status - 256)
    }
  }

  public let status: Status
  public let output: [UInt8]
  public let errors: [UInt8]

  public init(status: Status, output: [UInt8], errors: [UInt8]) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

extension ChildResult.Status: CustomStringConvertible {
  public var description: String {
    switch self {
    case .exited(let status): "exit \(status)"
    case .signalled(let signal): "killed by signal \(signal)"
    case .timedOut: "killed after the time limit"
    case .flooded: "killed after the output limit"
    }
  }
}
