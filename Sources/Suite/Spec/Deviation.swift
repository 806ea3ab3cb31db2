// SPDX-License-Identifier: MIT

/// A known way in which an implementation differs from the reference.
///
/// It changes how the answer is computed; it sees neither the answer nor the question.
public struct Deviation<Rules: Sendable>: Sendable {
  public let info: DeviationInfo
  public let change: @Sendable (inout Rules) -> Void

  public init(
    _ id: String, _ severity: Severity, clause: String, decides: Bool = true, _ words: String,
    change: @escaping @Sendable (inout Rules) -> Void
  ) {
    info = DeviationInfo(
      id: id, clause: clause, severity: severity, decides: decides, words: words)
    self.change = change
  }
}

/// What the table says about a deviation.
public struct DeviationInfo: Hashable, Sendable {
  public let id: String
  /// The clause that it breaks, or chooses within.
  public let clause: String
  public let severity: Severity
  /// Whether it can make an answer wrong; printed text and randomness cannot.
  public let decides: Bool
  public let words: String

  package init(
    id: String, clause: String, severity: Severity, decides: Bool = true, words: String
  ) {
    self.id = id
    self.clause = clause
    self.severity = severity
    self.decides = decides
    self.words = words
  }
}

/// An assistant as the suite knows it: the reference and its behaviours.
public struct Profile: Sendable {
  public let assistant: String
  public let variant: String
  public let behaviours: [String]

  public init(_ assistant: String, _ variant: String, _ behaviours: [String]) {
    self.assistant = assistant
    self.variant = variant
    self.behaviours = behaviours
  }
}
