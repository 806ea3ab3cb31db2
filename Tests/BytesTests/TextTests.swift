// SPDX-License-Identifier: MIT

import Bytes
import Testing

struct `A text as a program holds it` {
  struct Sample: CustomTestStringConvertible {
    let name: String
    let text: Text
    let quality: Text.Quality
    let codePoints: Int
    let units: Int
    var testDescription: String { name }

    init(
      _ name: String, _ text: Text, _ quality: Text.Quality, codePoints: Int, units: Int
    ) {
      (self.name, self.text, self.quality) = (name, text, quality)
      (self.codePoints, self.units) = (codePoints, units)
    }
  }

  static let samples = [
    Sample("empty", "", .utf8, codePoints: 0, units: 0),
    Sample("ASCII", "demo", .utf8, codePoints: 4, units: 4),
    Sample("two bytes", "é", .utf8, codePoints: 1, units: 1),
    Sample("three bytes", "€語", .utf8, codePoints: 2, units: 2),
    Sample("astral", "a😀b", .utf8, codePoints: 3, units: 4),
    Sample("flag", "🇩🇪", .utf8, codePoints: 2, units: 4),
    Sample("NUL", "a\u{0}b", .utf8, codePoints: 3, units: 3),
    Sample("noncharacter", "\u{FFFF}\u{10FFFF}", .utf8, codePoints: 2, units: 3),
    Sample("high surrogate", Text([0xED, 0xA0, 0x80]), .surrogates, codePoints: 1, units: 1),
    Sample("low surrogate", Text([0xED, 0xBF, 0xBF]), .surrogates, codePoints: 1, units: 1),
    Sample(
      "pair in six bytes", Text([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]), .surrogates,
      codePoints: 2, units: 2),
    Sample("Latin-1", Text([0x61, 0xE9]), .bytes, codePoints: 2, units: 2),
    Sample("cut", Text([0xE2, 0x82]), .bytes, codePoints: 2, units: 2),
    Sample("overlong", Text([0xC0, 0xAF]), .bytes, codePoints: 2, units: 2),
    Sample("beyond Unicode", Text([0xF4, 0x90, 0x80, 0x80]), .bytes, codePoints: 4, units: 4),
    Sample(
      "surrogate, then a bad byte", Text([0xED, 0xA0, 0x80, 0xFF]), .bytes,
      codePoints: 2, units: 2),
    Sample(
      "bad byte, then a surrogate", Text([0xFF, 0xED, 0xA0, 0x80]), .bytes,
      codePoints: 2, units: 2),
  ]

  @Test(arguments: samples)
  func `tells what it is and how long`(sample: Sample) {
    #expect(sample.text.quality == sample.quality)
    #expect(sample.text.codePointCount == sample.codePoints)
    #expect(sample.text.utf16Count == sample.units)
    #expect(sample.text.isEmpty == (sample.codePoints == 0))
  }

  @Test(arguments: samples)
  func `is a string only where it is UTF-8`(sample: Sample) {
    #expect(sample.text.string == String(validating: sample.text.bytes, as: UTF8.self))
    #expect(sample.text.display == String(decoding: sample.text.bytes, as: UTF8.self))
    #expect(sample.text.description == sample.text.display)
  }

  @Test(arguments: ["", "demo", "é€😀", "e\u{301}"])
  func `counts as Swift does`(string: String) {
    let text = Text(string)
    #expect(text.string == string)
    #expect(text.codePointCount == string.unicodeScalars.count)
    #expect(text.utf16Count == string.utf16.count)
  }

  @Test func `is compared by its bytes`() {
    #expect("e\u{301}" == "\u{E9}")
    #expect(Text("e\u{301}") != Text("\u{E9}"))
  }

  @Test func `is worse the less it is text`() {
    #expect(Text.Quality.utf8 < .surrogates)
    #expect(Text.Quality.surrogates < .bytes)
  }
}
