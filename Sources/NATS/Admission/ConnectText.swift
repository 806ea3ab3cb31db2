// SPDX-License-Identifier: MIT

internal import Bytes

/// The characters of a JSON string whose grammar was checked, as Go reads them: U+FFFD for every
/// byte that is no UTF-8 and for every escaped surrogate without its pair.
struct ConnectText: ~Escapable {
  private let content: Span<UInt8>
  private var index = 0
  private var bytes: [UInt8] = []

  @_lifetime(copy content)
  private init(_ content: Span<UInt8>) {
    self.content = content
  }

  static func decode(_ content: Span<UInt8>) -> [UInt8] {
    var text = ConnectText(content)
    while text.index < content.count { text.readCharacter() }
    return text.bytes
  }

  @_lifetime(self: copy self)
  private mutating func readCharacter() {
    guard content[index] == UInt8(ascii: "\\"), index + 1 < content.count else {
      return readRaw()
    }
    let letter = content[index + 1]
    guard letter == UInt8(ascii: "u") else {
      bytes.append(Self.letters[letter] ?? letter)
      index += 2
      return
    }
    readUnit()
  }

  @_lifetime(self: copy self)
  private mutating func readRaw() {
    let (step, length) = UTF8Step.decode(content, at: index)
    guard case .scalar(let value) = step else {
      bytes.append(codePoint: Self.replacement)
      index += 1
      return
    }
    bytes.append(codePoint: value)
    index += length
  }

  @_lifetime(self: copy self)
  private mutating func readUnit() {
    let unit = unit(at: index) ?? Self.replacement
    index = min(index + 6, content.count)
    guard (0xD800...0xDFFF).contains(unit) else {
      bytes.append(codePoint: unit)
      return
    }
    guard unit < 0xDC00, let low = self.unit(at: index), (0xDC00...0xDFFF).contains(low) else {
      bytes.append(codePoint: Self.replacement)
      return
    }
    bytes.append(codePoint: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    index += 6
  }

  /// The code unit of an escape that begins at a place.
  private func unit(at place: Int) -> UInt32? {
    guard place + 6 <= content.count, content[place] == UInt8(ascii: "\\"),
      content[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for digit in place + 2..<place + 6 {
      guard let value = Hex.value(of: content[digit]) else { return nil }
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }

  private static let replacement: UInt32 = 0xFFFD

  private static let letters: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]
}
