// SPDX-License-Identifier: MIT

internal import JSON

/// Vectors in an order that is drawn, each as often as chance will have it.
struct RepeatedCases: CaseStream {
  private let lines: [[UInt8]]
  private var random: CaseRandom

  init(of vectors: [Vector], seed: UInt64) {
    lines = vectors.map(\.json.line)
    random = CaseRandom(seed: seed)
  }

  mutating func next(into lines: inout [UInt8]) {
    guard !self.lines.isEmpty else { return }
    lines += self.lines[random.below(self.lines.count)]
  }
}
