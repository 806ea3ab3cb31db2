// SPDX-License-Identifier: MIT

/// A pattern on row ids: `*` stands for any text, `?` for one character.
public struct Glob: Hashable, Sendable {
  public let pattern: String
  private let parts: [UInt8]

  public init(_ pattern: String) {
    self.pattern = pattern
    parts = Array(pattern.utf8)
  }

  public func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    var (position, index) = (0, 0)
    var retry: (position: Int, index: Int)?
    while index < text.count {
      if position < parts.count, parts[position] == UInt8(ascii: "*") {
        retry = (position, index)
        position += 1
      } else if position < parts.count,
        parts[position] == UInt8(ascii: "?") || parts[position] == text[index]
      {
        position += 1
        index += 1
      } else if let last = retry {
        retry = (last.position, last.index + 1)
        (position, index) = (last.position + 1, last.index + 1)
      } else {
        return false
      }
    }
    return parts[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
