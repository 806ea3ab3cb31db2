// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

struct `A style of writing JSON` {
  private let sample: Text = "\"\\/\u{0}\u{8}\t\n\u{C}\r\u{1F}\u{7F}<é\u{2028}😀"

  @Test func `escapes no more than it must`() throws {
    #expect(try write(sample) == #""\"\\/\u0000\b\t\n\f\r\u001f"# + "\u{7F}<é\u{2028}😀\"")
  }

  @Test func `escapes what it is told`() throws {
    var style = JSONStyle()
    style.escaped = [0x3C...0x3C, 0x7F...0x10FFFF]
    style.escapesSlash = true
    style.letters = "nr"
    style.hexIsUpperCase = true
    let written = #""\"\\\/\u0000\u0008\u0009\n\u000C\r\u001F\u007F\u003C\u00E9\u2028\uD83D\uDE00""#
    #expect(try write(sample, style) == written)
  }

  @Test func `writes what the reader returns`() throws {
    var style = JSONStyle()
    style.escaped = [0x2028...0x2029, 0x10000...0x10FFFF]
    for escapesSlash in [false, true] {
      style.escapesSlash = escapesSlash
      #expect(try JSONValue(parsing: write(sample, style)) == .string(sample))
    }
  }

  static let surrogates: [(JSONStyle.Treatment, [UInt8]?)] = [
    (.refuse, nil),
    (.keep, [0x22, 0x61, 0xED, 0xA0, 0x80, 0x22]),
    (.escape, Array(#""a\ud800""#.utf8)),
    (.replace(eachByte: "?"), Array(#""a???""#.utf8)),
    (.replaceOnce("?"), Array(#""a?""#.utf8)),
  ]

  @Test(arguments: surrogates)
  func `treats a lone surrogate in its way`(treatment: JSONStyle.Treatment, written: [UInt8]?) {
    var style = JSONStyle()
    style.broken.surrogate = treatment
    expect(written, for: Text([0x61, 0xED, 0xA0, 0x80]), style)
  }

  static let badBytes: [(JSONStyle.Treatment, [UInt8]?)] = [
    (.refuse, nil),
    (.keep, [0x22, 0xE2, 0x82, 0x61, 0x22]),
    (.escape, Array(#""\ufffd\ufffda""#.utf8)),
    (.replace(eachByte: "\u{FFFD}"), Array("\"\u{FFFD}\u{FFFD}a\"".utf8)),
    (.replaceOnce("?"), Array(#""??a""#.utf8)),
  ]

  @Test(arguments: badBytes)
  func `treats a bad byte in its way`(treatment: JSONStyle.Treatment, written: [UInt8]?) {
    var style = JSONStyle()
    style.broken.byte = treatment
    expect(written, for: Text([0xE2, 0x82, 0x61]), style)
  }

  private func expect(_ written: [UInt8]?, for text: Text, _ style: JSONStyle) {
    var bytes: [UInt8] = []
    #expect(style.write(text, to: &bytes) == (written != nil))
    if let written { #expect(bytes == written) }
  }

  private func write(_ text: Text, _ style: JSONStyle = JSONStyle()) throws -> String {
    var bytes: [UInt8] = []
    try #require(style.write(text, to: &bytes))
    return try #require(String(validating: bytes, as: UTF8.self))
  }
}
