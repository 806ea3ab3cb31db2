// SPDX-License-Identifier: MIT

internal import Bytes

/// The names of the encrypted members, as text and as they stand in compact JSON.
final class MemberNames: Sendable {
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

  func next(after member: Int) -> Int { member + 1 < count ? member + 1 : 0 }

  /// The length of a name with its quotes and its colon.
  func keyLength(of member: Int) -> Int { starts[member + 1] - starts[member] }

  /// Appends a name in quotes and its colon.
  func appendKey(_ member: Int, to bytes: inout [UInt8]) {
    bytes += keys[starts[member]..<starts[member + 1]]
  }

  /// The member whose key stands at an index; looks first for the one that is expected.
  func member(keyedAt index: Int, in text: Span<UInt8>, expecting expected: Int) -> Int? {
    let (keys, starts) = (keys, starts)
    var member = expected
    for _ in 0..<count {
      let key = keys.span.extracting(starts[member]..<starts[member + 1])
      let end = index + key.count
      if end <= text.count, text.extracting(index..<end).equals(key) { return member }
      member = next(after: member)
    }
    return nil
  }
}
