// SPDX-License-Identifier: MIT

internal import Bytes

extension JSONValue {
  /// Whether it is the same value where the order of members says nothing.
  public func isSame(as other: JSONValue) -> Bool {
    switch (self, other) {
    case (.object(let left), .object(let right)): left.isSame(as: right)
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    default: self == other
    }
  }
}

extension JSONObject {
  /// Whether it has the same members, whatever their order; those of one name stay in theirs.
  public func isSame(as other: JSONObject) -> Bool {
    guard members.count == other.members.count else { return false }
    return zip(sorted, other.sorted).allSatisfy { left, right in
      left.name == right.name && left.value.isSame(as: right.value)
    }
  }

  private var sorted: [Member] {
    members.enumerated().sorted { left, right in
      let (first, second) = (left.element.name.bytes, right.element.name.bytes)
      return first == second
        ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }.map(\.element)
  }
}
