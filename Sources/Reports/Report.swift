// SPDX-License-Identifier: MIT

public import Suite

/// Renders a verification while it runs.
///
/// Each call returns the bytes to write at that moment; together they are the report.
public protocol Report {
  /// Takes the next judgements, in the order of their rows.
  mutating func add(_ judgements: [Judgement]) -> [UInt8]
  /// Takes the numbers of the whole, after the last row.
  mutating func finish(_ results: Results) -> [UInt8]
}

extension Report {
  public mutating func add(_ judgements: [Judgement]) -> [UInt8] { [] }
}
