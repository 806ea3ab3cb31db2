// SPDX-License-Identifier: MIT

extension [UInt8] {
  /// Copies a span.
  public init(copying span: Span<UInt8>) {
    self.init(capacity: span.count) { output in
      for index in span.indices { output.append(span[index]) }
    }
  }

  /// Makes room without the detour that `init(repeating:count:)` takes for a generic element.
  @inlinable
  public init(zeros count: Int) {
    self = []
    reserveCapacity(count)
    append(contentsOf: repeatElement(0, count: count))
  }

  /// Appends the bytes of a span.
  public mutating func append(copying span: Span<UInt8>) {
    for index in span.indices { append(span[index]) }
  }
}
