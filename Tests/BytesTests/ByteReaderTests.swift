// SPDX-License-Identifier: MIT

import Bytes
import Testing

struct `The reader of bytes` {
  private let bytes: [UInt8] = [0x01, 0x02, 0x03, 0x04, 0xFF, 0xFE, 0xFD, 0xFC, 0x80]

  @Test func `reads integers in either order`() throws {
    var reader = ByteReader(bytes.span)
    #expect(try reader.readInteger("a", as: UInt16.self) == 0x0102)
    #expect(try reader.readInteger("b", .little, as: UInt16.self) == 0x0403)
    #expect(try reader.readInteger("c", as: Int32.self) == -0x0001_0204)
    #expect(try reader.readInteger("d", as: Int8.self) == -128)
    #expect(reader.remaining == 0)
    try reader.finish(after: "d")
  }

  @Test func `reads the widest integers`() throws {
    let wide = [UInt8](repeating: 0, count: 15) + [0x80]
    var big = ByteReader(wide.span)
    #expect(try big.readInteger("wide", as: UInt128.self) == 0x80)
    var little = ByteReader(wide.span)
    #expect(try little.readInteger("wide", .little, as: Int128.self) == .min)
  }

  @Test func `reads bytes and the rest`() throws {
    var reader = ByteReader(bytes.span)
    #expect(try reader.readBytes("none", count: 0) == [])
    #expect(try reader.readBytes("head", count: 4) == [1, 2, 3, 4])
    #expect(try reader.readRest("tail") == [0xFF, 0xFE, 0xFD, 0xFC, 0x80])
    #expect(try reader.readRest("nothing") == [])
  }

  @Test(arguments: [10, 11, Int.max, -1, Int.min])
  func `stays where it is when a field is too long`(count: Int) throws {
    var reader = ByteReader(bytes.span, keepingFields: true)
    _ = try reader.readBytes("head", count: 3)
    let error = refusal(of: &reader, "body", count: count)
    #expect(error == FormatError(.truncated, field: "body", offset: 3))
    #expect(
      error?.description == "truncated in body at byte 3: \(count) bytes expected, 6 left")
    #expect(reader.offset == 3)
    #expect(reader.fields.map(\.name) == ["head"])
    #expect(try reader.readRest("tail").count == 6)
  }

  @Test func `stays where it is when an integer is cut`() throws {
    for count in 0..<8 {
      let cut = Array(bytes[..<count])
      var reader = ByteReader(cut.span)
      do throws(FormatError) {
        _ = try reader.readInteger("time", as: UInt64.self)
        Issue.record("\(count) bytes are no UInt64")
      } catch {
        #expect(error == FormatError(.truncated, field: "time", offset: 0))
      }
      #expect(reader.offset == 0)
    }
  }

  @Test func `refuses bytes after the last field`() throws {
    var reader = ByteReader(bytes.span)
    _ = try reader.readBytes("body", count: 7)
    do throws(FormatError) {
      try reader.finish(after: "body")
      Issue.record("two bytes are left")
    } catch {
      #expect(error == FormatError(.trailing, field: "body", offset: 7))
      #expect(
        error.description == "trailing in body at byte 7: 2 bytes after the last field")
    }
  }

  @Test func `keeps fields that add up to the input`() throws {
    var reader = ByteReader(bytes.span, keepingFields: true)
    let length = try reader.readInteger("length", as: UInt8.self)
    _ = try reader.readBytes("empty", count: 0)
    _ = try reader.readBytes("body", count: Int(length))
    _ = try reader.readRest("rest")
    let expected = [("length", 0..<1), ("empty", 1..<1), ("body", 1..<2), ("rest", 2..<9)]
    #expect(reader.fields == expected.map { Field(name: $0.0, range: $0.1) })
    #expect(reader.fields.reduce(0) { $0 + $1.range.count } == bytes.count)
  }

  @Test func `keeps no fields unless asked`() throws {
    var reader = ByteReader(bytes.span)
    _ = try reader.readRest("rest")
    #expect(reader.fields.isEmpty)
  }

  private func refusal(
    of reader: inout ByteReader, _ field: String, count: Int
  ) -> FormatError? {
    do throws(FormatError) {
      _ = try reader.readBytes(field, count: count)
      return nil
    } catch {
      return error
    }
  }
}
