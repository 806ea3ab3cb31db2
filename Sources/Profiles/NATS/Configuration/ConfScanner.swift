// SPDX-License-Identifier: MIT

internal import Bytes

/// The characters of a configuration, with the bytes that they take.
struct ConfScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The next character; U+0000 at the end.
  var peek: ConfCharacter { decode().character }

  @discardableResult
  mutating func next() -> ConfCharacter {
    let (character, length) = decode()
    offset += length
    return character
  }

  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard !isAtEnd, peek.value == scalar.value else { return false }
    offset += 1
    return true
  }

  mutating func skip(while isSkipped: (ConfCharacter) -> Bool) {
    while !isAtEnd, isSkipped(peek) { next() }
  }

  func bytes(from start: Int) -> [UInt8] { Array(bytes[min(start, offset)..<offset]) }

  /// Whether the byte before the current character is the end of a line.
  var isAtLineStart: Bool { offset > 0 && bytes[offset - 1] == UInt8(ascii: "\n") }

  private func decode() -> (character: ConfCharacter, length: Int) {
    guard !isAtEnd else { return (ConfCharacter(value: 0), 0) }
    let (step, length) = UTF8Step.decode(bytes.span, at: offset)
    guard case .scalar(let value) = step else { return (ConfCharacter(value: 0xFFFD), 1) }
    return (ConfCharacter(value: value), length)
  }
}
