// SPDX-License-Identifier: MIT

/// A buffer that the fields of a format are written to, in wire order.
public struct ByteWriter {
  public private(set) var bytes: [UInt8] = []

  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  public mutating func write<Value: FixedWidthInteger>(_ value: Value, _ order: ByteOrder = .big) {
    for index in 0..<Value.bitWidth / 8 {
      let shift = order == .big ? Value.bitWidth - 8 - index * 8 : index * 8
      bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift)))
    }
  }

  public mutating func write(_ more: [UInt8]) {
    bytes += more
  }
}
