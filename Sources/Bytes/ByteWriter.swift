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
    write(bits: UInt128(truncatingIfNeeded: value), count: Value.bitWidth / 8, order)
  }

  @usableFromInline
  mutating func write(bits: UInt128, count: Int, _ order: ByteOrder) {
    for index in 0..<count {
      let place = order == .big ? count - 1 - index : index
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt128(place * 8)))
    }
  }

  public mutating func write(_ more: [UInt8]) {
    bytes += more
  }
}
