// SPDX-License-Identifier: MIT

public import Suite

/// What a report may know beside the judgements.
public struct ReportContext: Sendable {
  /// The words of deviations and clauses.
  public let book: SpecBook
  /// Whether text for a terminal is coloured; colour only carries what the text says.
  public let colour: Bool
  /// Which rows are failures; without a gate every row that differs or is unexplained.
  public let gate: Gate?
  /// How a row is judged again.
  public let replay: Replay

  public init(
    book: SpecBook, colour: Bool = false, gate: Gate? = nil, replay: Replay = Replay()
  ) {
    self.book = book
    self.colour = colour
    self.gate = gate
    self.replay = replay
  }

  func isFailure(_ judgement: Judgement) -> Bool {
    if let gate { return gate.isShut(by: judgement) }
    return judgement.isWrong
  }
}
