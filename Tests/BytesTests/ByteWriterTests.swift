// SPDX-License-Identifier: MIT

import Bytes
import Seeded
import Testing

struct `The writer of bytes` {
  @Test func `writes the fields in wire order`() {
    var writer = ByteWriter(capacity: 16)
    writer.write(UInt16(0x0102))
    writer.write(UInt16(0x0102), .little)
    writer.write(Int32(-2))
    writer.write([0xAA, 0xBB])
    writer.write(Int8(-1))
    #expect(writer.bytes == [1, 2, 2, 1, 0xFF, 0xFF, 0xFF, 0xFE, 0xAA, 0xBB, 0xFF])
  }

  @Test(arguments: [ByteOrder.big, .little])
  func `writes what the reader reads`(order: ByteOrder) throws {
    var random = Seeded(seed: 20)
    for _ in 0..<200 {
      try expectReturn(of: UInt8.random(in: .min ... .max, using: &random), order)
      try expectReturn(of: Int16.random(in: .min ... .max, using: &random), order)
      try expectReturn(of: UInt32.random(in: .min ... .max, using: &random), order)
      try expectReturn(of: Int64.random(in: .min ... .max, using: &random), order)
      try expectReturn(of: UInt128.random(in: .min ... .max, using: &random), order)
    }
  }

  @Test(arguments: [ByteOrder.big, .little])
  func `keeps the bounds of every width`(order: ByteOrder) throws {
    try expectReturn(of: Int8.min, order)
    try expectReturn(of: UInt16.max, order)
    try expectReturn(of: Int32.min, order)
    try expectReturn(of: Int64.min, order)
    try expectReturn(of: UInt64.max, order)
  }

  private func expectReturn<Value: FixedWidthInteger>(
    of value: Value, _ order: ByteOrder
  ) throws {
    var writer = ByteWriter()
    writer.write(value, order)
    let bytes = writer.bytes
    #expect(bytes.count == Value.bitWidth / 8)
    var reader = ByteReader(bytes.span)
    #expect(try reader.readInteger("value", order, as: Value.self) == value)
  }
}
