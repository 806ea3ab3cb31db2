// SPDX-License-Identifier: MIT

/// What a verification found: one object for every report and for the exit code.
public struct Results: Sendable {
  /// The numbers of one recording.
  public struct Assistant: Sendable {
    public let format: String
    public let identity: RecordingHeader.Assistant
    public let hasProfile: Bool
    public internal(set) var tally: Tally

    public init(
      format: String, identity: RecordingHeader.Assistant, hasProfile: Bool, tally: Tally = Tally()
    ) {
      self.format = format
      self.identity = identity
      self.hasProfile = hasProfile
      self.tally = tally
    }
  }

  public internal(set) var assistants: [Assistant] = []
  /// Which suite judged, where the report is to say it.
  public var suite: SuiteIdentity?
  /// Whether only a part of what is to be judged was asked for.
  public var isPartial = false
  /// The recordings that could not be read to their end.
  public internal(set) var errors: [RecordingError] = []
  /// Why the gate is shut, one line a reason; empty where it is open.
  public internal(set) var failures: [String] = []

  public init() {}

  public init(
    assistants: [Assistant], errors: [RecordingError] = [], failures: [String] = []
  ) {
    self.assistants = assistants
    self.errors = errors
    self.failures = failures
  }

  public var total: Tally {
    assistants.reduce(into: Tally()) { $0 += $1.tally }
  }

  public var isIncomplete: Bool { !errors.isEmpty }

  public enum ExitCode: Int32, Sendable {
    case conformant = 0
    case notConformant = 1
    case unreadable = 2
    case portFault = 3
    case suiteFault = 4
  }

  public var exitCode: ExitCode {
    if isIncomplete { return .unreadable }
    return failures.isEmpty ? .conformant : .notConformant
  }
}
