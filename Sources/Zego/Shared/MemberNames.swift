// SPDX-License-Identifier: MIT

internal import Bytes

/// The names of the encrypted members, as text and as they stand in compact JSON.
struct MemberNames: Sendable {
  let texts: [String]
  /// Every name in quotes and with its colon, one after the other.
  private let keys: [UInt8]
  private let starts: [Int]

  init(_ texts: [String]) {
    self.texts = texts
    var keys: [UInt8] = []
    var starts = [0]
    for text in texts {
      keys += "\"\(text)\":".utf8
      starts.append(keys.count)
    }
    (self.keys, self.starts) = (keys, starts)
  }

  var count: Int { texts.count }

  /// Appends a name in quotes and its colon.
  func appendKey(_ member: Int, to bytes: inout [UInt8]) {
    bytes.append(copying: keys.span.extracting(starts[member]..<starts[member + 1]))
  }

  /// A name alone.
  @_lifetime(borrow self)
  func name(_ member: Int) -> Span<UInt8> {
    keys.span.extracting(starts[member] + 1..<starts[member + 1] - 2)
  }
}
