// SPDX-License-Identifier: MIT

import Bytes
import Testing

struct `Hexadecimal text` {
  @Test func `is written in lower case and read in either`() {
    let bytes: [UInt8] = [0x00, 0x0F, 0xA5, 0xFF]
    #expect(Hex.encode(bytes) == "000fa5ff")
    #expect(decode("000fa5ff") == .success(bytes))
    #expect(decode("000FA5Ff") == .success(bytes))
    #expect(decode("") == .success([]))
  }

  @Test func `takes every byte and returns it`() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(decode(Hex.encode(bytes)) == .success(bytes))
  }

  @Test(arguments: [
    ("0", FormatError.Code.length, 1, "an odd number of digits, 1"),
    ("000", .length, 3, "an odd number of digits, 3"),
    ("0g", .alphabet, 1, "'g' is no hex digit"),
    ("g0", .alphabet, 0, "'g' is no hex digit"),
    ("00 0", .alphabet, 2, "byte 0x20 is no hex digit"),
    ("0x00", .alphabet, 1, "'x' is no hex digit"),
    ("00\u{7F}0", .alphabet, 2, "byte 0x7f is no hex digit"),
  ])
  func `is refused with the place and the reason`(
    text: String, code: FormatError.Code, offset: Int, detail: String
  ) {
    guard case .failure(let error) = decode(text) else {
      Issue.record("it is accepted")
      return
    }
    #expect(error == FormatError(code, field: "hex", offset: offset))
    #expect(error.detail == detail)
  }

  @Test func `has 22 digits`() {
    let digits = (UInt8.min...UInt8.max).filter { Hex.value(of: $0) != nil }
    #expect(digits == Array("0123456789ABCDEFabcdef".utf8))
    #expect(digits.compactMap(Hex.value) == Array(0...9) + Array(10...15) + Array(10...15))
  }
}

private func decode(_ text: String) -> Result<[UInt8], FormatError> {
  let text = Array(text.utf8)
  return Result { () throws(FormatError) in try Hex.decode(text.span) }
}
