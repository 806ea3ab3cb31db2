// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// A vector as a line of text with slots for what is drawn.
public struct CaseTemplate: Sendable {
  private let text: [UInt8]
  /// Where the text before each slot ends, and which slot it is; the last piece has none.
  private let pieces: [(end: Int, slot: Int)]
  private static let noSlot = -1

  /// A slot is a text that the sample has in the place of what is drawn.
  public init(_ sample: Vector, slots: [String]) {
    let text = JSONValue.object(sample.json).encoded
    let slots = slots.map { Array($0.utf8) }
    var pieces: [(end: Int, slot: Int)] = []
    var rest: [UInt8] = []
    var index = 0
    while index < text.count {
      guard let slot = slots.firstIndex(where: { text[index...].starts(with: $0) }) else {
        rest.append(text[index])
        index += 1
        continue
      }
      pieces.append((rest.count, slot))
      index += slots[slot].count
    }
    rest.append(UInt8(ascii: "\n"))
    self.text = rest
    self.pieces = pieces + [(rest.count, Self.noSlot)]
  }

  /// Writes the line; `fill` writes what belongs into a slot, as it stands in JSON.
  public func write(to line: inout [UInt8], fill: (Int, inout [UInt8]) -> Void) {
    let text = text.span
    var start = 0
    for piece in pieces {
      line.append(copying: text.extracting(start..<piece.end))
      start = piece.end
      if piece.slot != Self.noSlot { fill(piece.slot, &line) }
    }
  }
}

/// Cases that are drawn without end, valid and invalid ones, each a vector on a line.
public protocol CaseStream {
  /// Appends the line of the next case.
  mutating func next(into lines: inout [UInt8])
}
