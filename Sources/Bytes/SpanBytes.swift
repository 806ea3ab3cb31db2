// SPDX-License-Identifier: MIT

extension [UInt8] {
  /// Copies a span.
  public init(copying span: Span<UInt8>) {
    self.init(capacity: span.count) { output in
      for index in span.indices { output.append(span[index]) }
    }
  }
}
