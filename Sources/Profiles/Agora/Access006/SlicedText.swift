// SPDX-License-Identifier: MIT

internal import Bytes

/// A text that is taken apart from its beginning, in the units of a language.
struct SlicedText {
  struct Slice {
    let text: Text
    /// Whether there were enough units.
    let isWhole: Bool
  }

  private let unit: Reading006.SliceUnit
  private(set) var rest: [UInt8]

  init(_ text: Text, by unit: Reading006.SliceUnit) {
    self.unit = unit
    rest = text.bytes
  }

  mutating func take(_ count: Int) -> Slice {
    let (length, isWhole) = length(of: count)
    let slice = Slice(text: Text(Array(rest.prefix(length))), isWhole: isWhole)
    rest.removeFirst(length)
    return slice
  }

  private func length(of count: Int) -> (bytes: Int, isWhole: Bool) {
    if unit == .bytes { return (min(count, rest.count), count <= rest.count) }
    let span = rest.span
    var (units, index) = (0, 0)
    while units < count, index < span.count {
      let (step, length) = UTF8Step.decode(span, at: index)
      units += unit == .utf16 && step.isAstral ? 2 : 1
      index += length
    }
    return (index, units >= count)
  }
}

extension UTF8Step {
  fileprivate var isAstral: Bool {
    if case .scalar(let value) = self { value > 0xFFFF } else { false }
  }
}
