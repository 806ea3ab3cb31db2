// SPDX-License-Identifier: MIT

internal import JSON

/// A vector as a line of text with slots for what is drawn.
public struct CaseTemplate: Sendable {
  /// What stands before each slot, and which it is; the last piece has none.
  private let pieces: [(text: [UInt8], slot: Int)]
  private static let noSlot = -1

  /// A slot is a text that the sample has in the place of what is drawn.
  public init(_ sample: Vector, slots: [String]) {
    let text = JSONValue.object(sample.json).encoded
    let slots = slots.map { Array($0.utf8) }
    var pieces: [(text: [UInt8], slot: Int)] = []
    var (start, index) = (0, 0)
    while index < text.count {
      guard let slot = slots.firstIndex(where: { text[index...].starts(with: $0) }) else {
        index += 1
        continue
      }
      pieces.append((Array(text[start..<index]), slot))
      index += slots[slot].count
      start = index
    }
    pieces.append((Array(text[start...]) + [UInt8(ascii: "\n")], Self.noSlot))
    self.pieces = pieces
  }

  /// Writes the line; `fill` writes what belongs into a slot, as it stands in JSON.
  public func write(to line: inout [UInt8], fill: (Int, inout [UInt8]) -> Void) {
    for piece in pieces {
      line += piece.text
      if piece.slot != Self.noSlot { fill(piece.slot, &line) }
    }
  }
}

/// Cases that are drawn without end, valid and invalid ones, each a vector on a line.
public protocol CaseStream {
  /// Appends the line of the next case.
  mutating func next(into lines: inout [UInt8])
}
