// SPDX-License-Identifier: MIT

internal import Suite

/// One number of a tally: the table that every form takes its columns from.
struct Count: Sendable {
  /// The member in JSON.
  let name: String
  /// The head of the column, in two lines.
  let head: (String, String)
  let value: @Sendable (Tally) -> Int
  /// The colour of a number above 0.
  let ink: Ink?

  private init(
    _ name: String, _ head: (String, String), _ ink: Ink? = nil,
    _ value: @escaping @Sendable (Tally) -> Int
  ) {
    self.name = name
    self.head = head
    self.ink = ink
    self.value = value
  }

  static let verdicts = [
    Count("rows", ("", "rows")) { $0.rows },
    Count("agrees", ("", "agrees")) { $0.agrees },
    Count("differs", ("", "differs")) { $0.differs },
    Count("unexplained", ("", "unexplained"), .red) { $0.unexplained },
    Count("notJudged", ("not", "judged")) { $0.notJudged },
    Count("outOfContract", ("out of", "contract")) { $0.outOfContract },
  ]

  static let predictions = [
    Count("bytes", ("predicted", "bytes")) { $0.predictedBytes },
    Count("meaning", ("", "meaning")) { $0.predictedMeaning },
    Count("none", ("", "none")) { $0.predictedNone },
  ]
}
