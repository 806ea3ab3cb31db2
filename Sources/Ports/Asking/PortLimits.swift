// SPDX-License-Identifier: MIT

/// What a port may take before it is given up.
public struct PortLimits: Sendable {
  /// For a question, from when it is the oldest under way.
  public var questionMilliseconds = 10_000
  /// For the first message of a process.
  public var helloMilliseconds = 30_000
  /// For everything.
  public var runMilliseconds: Int64 = 3_600_000
  /// The longest line, and the most between two messages that is none, in bytes.
  public var outputBytes = 16 << 20
  /// How many processes in succession may give no answer before the port is given up.
  public var fruitlessProcesses = 20

  public init() {}
}
