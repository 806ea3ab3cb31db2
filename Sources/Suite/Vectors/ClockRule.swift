// SPDX-License-Identifier: MIT

/// Where the time of making shows in a token, and the clause that says so.
public struct ClockRule: Sendable {
  /// The member of the content: that second, or one that lies a fixed time behind it.
  public let name: String
  public let clause: String

  public init(_ name: String, clause: String) {
    self.name = name
    self.clause = clause
  }
}
