// SPDX-License-Identifier: MIT

extension [UInt8] {
  /// Copies a span.
  public init(copying span: Span<UInt8>) {
    self = []
    append(copying: span)
  }

  /// Makes room without the detour that `init(repeating:count:)` takes for a generic element.
  public init(zeros count: Int) {
    self = []
    append(addingCapacity: count) { $0.append(repeating: 0, count: count) }
  }

  /// Appends the bytes of a span.
  public mutating func append(copying span: Span<UInt8>) {
    append(addingCapacity: span.count) { output in
      for index in span.indices { output.append(span[index]) }
    }
  }
}

extension Span<UInt8> {
  /// Whether two spans hold the same bytes.
  @inlinable
  public func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// The first place of a byte, from an index on.
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether each of some bytes stands somewhere.
  public func containsAll(of bytes: Span<UInt8>) -> Bool {
    bytes.indices.allSatisfy { firstIndex(of: bytes[$0]) != nil }
  }

  /// How often a byte stands there.
  public func count(of byte: UInt8) -> Int {
    indices.reduce(0) { $0 + (self[$1] == byte ? 1 : 0) }
  }

  /// Whether bytes stand somewhere, one after another.
  public func contains(_ other: Span<UInt8>) -> Bool {
    guard other.count > 0 else { return true }
    var start = 0
    while let place = firstIndex(of: other[0], from: start), place + other.count <= count {
      if other.indices.allSatisfy({ self[place + $0] == other[$0] }) { return true }
      start = place + 1
    }
    return false
  }

  /// The last place of a byte, down to an index.
  public func lastIndex(of byte: UInt8, downTo start: Int = 0) -> Int? {
    var index = count
    while index > start {
      index -= 1
      if self[index] == byte { return index }
    }
    return nil
  }
}
