// SPDX-License-Identifier: MIT

internal import Bytes

/// The names of the encrypted members; an object, since every opening and minting asks for it.
final class MemberNames: Sendable {
  let texts: [String]
  let keys: MemberKeys

  init(_ texts: [String]) {
    self.texts = texts
    keys = MemberKeys(texts)
  }

  var count: Int { texts.count }
}

/// Every name as it stands in compact JSON, in quotes and with its colon.
struct MemberKeys: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  fileprivate init(_ names: [String]) {
    var bytes: [UInt8] = []
    var starts = [0]
    for name in names {
      bytes += "\"\(name)\":".utf8
      starts.append(bytes.count)
    }
    (self.bytes, self.starts) = (bytes, starts)
  }

  var count: Int { starts.count - 1 }

  func next(after member: Int) -> Int { member + 1 < count ? member + 1 : 0 }

  func length(of member: Int) -> Int { starts[member + 1] - starts[member] }

  func append(_ member: Int, to text: inout [UInt8]) {
    text.append(copying: key(member))
  }

  /// The member whose key stands at an index; looks first for the one that is expected.
  func member(at index: Int, in text: Span<UInt8>, expecting expected: Int) -> Int? {
    var member = expected
    for _ in 0..<count {
      let end = index + length(of: member)
      if end <= text.count, text.extracting(index..<end).equals(key(member)) { return member }
      member = next(after: member)
    }
    return nil
  }

  @_lifetime(borrow self)
  private func key(_ member: Int) -> Span<UInt8> {
    bytes.span.extracting(starts[member]..<starts[member + 1])
  }
}
