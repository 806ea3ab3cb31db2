// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

// Cases for load: in each stand two tokens, which are letters and digits.
extension CaseKind<NATSDrawnTokens> {
  /// A question about the tokens of the first draw, with the check that refuses it for certain,
  /// where there is one.
  init(_ question: VectorQuestion, _ clause: String, by check: NATSCheck? = nil) {
    self.init(
      "tokens", clause, question.op == VectorQuestion.open ? nil : .content, by: check?.check,
      { _ in question })
  }
}

/// The tokens of a case, and its number.
final class NATSDrawnTokens: CaseDraw {
  private(set) var number = NATSDrawnTokens.firstNumber
  private var first = Array("TheFirstDrawnToken".utf8)
  private var other = Array("AnotherDrawnToken".utf8)

  private static let firstNumber = 9_900_000_000_001

  var token: Text { Text(first) }
  var otherToken: Text { Text(other) }

  func redraw(from random: inout CaseRandom) {
    number = number == Self.firstNumber ? 0 : number + 1
    first.removeAll(keepingCapacity: true)
    other.removeAll(keepingCapacity: true)
    random.appendLetters(1 + random.below(60), to: &first)
    // It is longer, and so never the same.
    random.appendLetters(first.count + 1 + random.below(8), to: &other)
  }

  /// Each draw is found nowhere else in a line.
  enum Slot: CaseIterable {
    case number
    case first
    case other
    case firstHex
    case otherHex
  }

  func write(_ slot: Slot, to line: inout [UInt8]) {
    switch slot {
    case .number: line.append(decimal: Int64(number))
    case .first: line += first
    case .other: line += other
    case .firstHex: Hex.append(first, to: &line)
    case .otherHex: Hex.append(other, to: &line)
    }
  }
}
