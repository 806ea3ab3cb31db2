// SPDX-License-Identifier: MIT

internal import Suite

/// The columns of the conformance matrix, the same in every form.
enum Matrix {
  struct Column: Sendable {
    let title: String
    /// The member of the JSON form.
    let name: String
    let value: @Sendable (Tally) -> Int
  }

  static let columns: [Column] = [
    Column(title: "rows", name: "rows") { $0.rows },
    Column(title: "agrees", name: "agrees") { $0.agrees },
    Column(title: "differs", name: "differs") { $0.differs },
    Column(title: "unexplained", name: "unexplained") { $0.unexplained },
    Column(title: "not judged", name: "notJudged") { $0.notJudged },
    Column(title: "out of contract", name: "outOfContract") { $0.outOfContract },
  ]

  static let predictions: [Column] = [
    Column(title: "bytes", name: "bytes") { $0.predictedBytes },
    Column(title: "meaning", name: "meaning") { $0.predictedMeaning },
    Column(title: "none", name: "none") { $0.predictedNone },
  ]
}
