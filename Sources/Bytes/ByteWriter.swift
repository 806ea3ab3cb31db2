// SPDX-License-Identifier: MIT

/// A buffer that the fields of a format are written to, in wire order.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes an integer of the type's width, at most 128 bits.
  @inlinable
  public mutating func write<Value: FixedWidthInteger>(_ value: Value, _ order: ByteOrder = .big) {
    let count = Value.bitWidth / 8
    if count <= 8 {
      write(word: UInt64(truncatingIfNeeded: value), count: count, order)
    } else {
      let (high, low) = (UInt64(truncatingIfNeeded: value >> 64), UInt64(truncatingIfNeeded: value))
      write(word: order == .big ? high : low, count: 8, order)
      write(word: order == .big ? low : high, count: 8, order)
    }
  }

  @usableFromInline
  mutating func write(word: UInt64, count: Int, _ order: ByteOrder) {
    bytes.append(addingCapacity: count) { output in
      for index in 0..<count {
        let place = order == .big ? count - 1 - index : index
        output.append(UInt8(truncatingIfNeeded: word >> UInt64(place * 8)))
      }
    }
  }

  public mutating func write(_ more: [UInt8]) {
    bytes += more
  }
}
