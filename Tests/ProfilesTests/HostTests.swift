// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

@testable import Profiles

// The tables were made by node 20.20.2, php 8.2.35, python 3.11.7 and glibc 2.36.

@Suite struct `A number` {
  static let table: [(String, String, String, String, String)] = [
    ("0.0", "0", "0", "0", "0.0"),
    ("-0.0", "0", "-0", "-0", "-0.0"),
    ("1.0", "1", "1", "1", "1.0"),
    ("-1.5", "-1.5", "-1.5", "-1.5", "-1.5"),
    ("0.1", "0.1", "0.1", "0.1", "0.1"),
    (
      "0.30000000000000004", "0.30000000000000004", "0.30000000000000004", "0.3",
      "0.30000000000000004"
    ),
    ("100000.0", "100000", "100000", "100000", "100000.0"),
    ("123456789.125", "123456789.125", "123456789.125", "123456789.125", "123456789.125"),
    ("3600.5", "3600.5", "3600.5", "3600.5", "3600.5"),
    ("1e15", "1000000000000000", "1000000000000000", "1.0E+15", "1000000000000000.0"),
    ("1e16", "10000000000000000", "10000000000000000", "1.0E+16", "1e+16"),
    ("1e17", "100000000000000000", "1.0e+17", "1.0E+17", "1e+17"),
    ("1e18", "1000000000000000000", "1.0e+18", "1.0E+18", "1e+18"),
    ("1e20", "100000000000000000000", "1.0e+20", "1.0E+20", "1e+20"),
    ("1e21", "1e+21", "1.0e+21", "1.0E+21", "1e+21"),
    ("1e22", "1e+22", "1.0e+22", "1.0E+22", "1e+22"),
    ("1.5e300", "1.5e+300", "1.5e+300", "1.5E+300", "1.5e+300"),
    (
      "1.7976931348623157e308", "1.7976931348623157e+308", "1.7976931348623157e+308",
      "1.7976931348623E+308", "1.7976931348623157e+308"
    ),
    (
      "2.2250738585072014e-308", "2.2250738585072014e-308", "2.2250738585072014e-308",
      "2.2250738585072E-308", "2.2250738585072014e-308"
    ),
    ("1e-4", "0.0001", "0.0001", "0.0001", "0.0001"),
    ("0.00012345", "0.00012345", "0.00012345", "0.00012345", "0.00012345"),
    ("1e-5", "0.00001", "1.0e-5", "1.0E-5", "1e-05"),
    ("1e-6", "0.000001", "1.0e-6", "1.0E-6", "1e-06"),
    ("1e-7", "1e-7", "1.0e-7", "1.0E-7", "1e-07"),
    ("1.25e-10", "1.25e-10", "1.25e-10", "1.25E-10", "1.25e-10"),
    (
      "9007199254740993.0", "9007199254740992", "9007199254740992", "9.007199254741E+15",
      "9007199254740992.0"
    ),
    (
      "9223372036854775807.0", "9223372036854776000", "9.223372036854776e+18",
      "9.2233720368548E+18", "9.223372036854776e+18"
    ),
    (
      "1234567890123456.7", "1234567890123456.8", "1234567890123456.8", "1.2345678901235E+15",
      "1234567890123456.8"
    ),
    (
      "12345678901234567.0", "12345678901234568", "12345678901234568", "1.2345678901235E+16",
      "1.2345678901234568e+16"
    ),
    (
      "99999999999999990.0", "99999999999999980", "99999999999999980", "1.0E+17",
      "9.999999999999998e+16"
    ),
    ("4294967296.5", "4294967296.5", "4294967296.5", "4294967296.5", "4294967296.5"),
    ("99999999999999.9", "99999999999999.9", "99999999999999.9", "1.0E+14", "99999999999999.9"),
    ("999999999999999.9", "999999999999999.9", "999999999999999.9", "1.0E+15", "999999999999999.9"),
  ]

  @Test(arguments: table)
  func `is written as each language writes it`(
    lexeme: String, javaScript: String, php: String, phpText: String, python: String
  ) throws {
    let value = try #require(Double(lexeme))
    #expect(HostJSON.Numbers.javaScript(value) == javaScript)
    #expect(HostJSON.Numbers.php(value) == php)
    #expect(HostJSON.Numbers.phpText(value) == phpText)
    #expect(HostJSON.Numbers.python(value) == python)
  }

  /// What PHP prints; a rest of just a half goes to the even digit.
  @Test(arguments: [
    (.leastNonzeroMagnitude, "4.9406564584125E-324"), (97_199_387_994_822.5, "97199387994822"),
    (96_094_016_530_945.5, "96094016530946"), (744_961_619_935_445.0, "7.4496161993544E+14"),
    (6_166_629_009_401.25, "6166629009401.2"), (10_000_000_000_001.5, "10000000000002"),
    (0.1 + 0.2, "0.3"), (999_999_999_999_999.0, "1.0E+15"),
    (.greatestFiniteMagnitude, "1.7976931348623E+308"),
    (-0.0, "-0"), (1.00000000000005, "1"),
    (0.000_123_456_789_012_345, "0.00012345678901234"),
  ])
  func `becomes text in PHP by rounding its exact value`(value: Double, text: String) {
    #expect(HostJSON.Numbers.phpText(value) == text)
  }

  @Test(arguments: [
    (Double.infinity, "Infinity", "INF", "inf"), (-.infinity, "-Infinity", "-INF", "-inf"),
    (.nan, "NaN", "NAN", "nan"),
  ])
  func `without digits is named`(
    value: Double, javaScript: String, php: String, python: String
  ) {
    #expect(HostJSON.Numbers.javaScript(value) == javaScript)
    #expect(HostJSON.Numbers.phpText(value) == php)
    #expect(HostJSON.Numbers.python(value) == python)
  }

  @Test(
    arguments: [
      (1e19, 0x8AC7_2304_89E8_0000), (1e20, 0x6BC7_5E2D_6310_0000), (-1e19, -0x8AC7_2304_89E8_0000),
      (1e100, 0), (0, 0), (-1, -1), (9_223_372_036_854_775_808, Int128(Int64.min)),
    ] as [(Double, Int128)])
  func `keeps its low 64 bits`(value: Double, bits: Int128) {
    #expect(value.low64 == Int64(truncatingIfNeeded: bits))
  }

  @Test(arguments: [0.5, -1.5, .infinity, .nan])
  func `with a fraction has no low 64 bits`(value: Double) {
    #expect(value.low64 == nil)
  }
}

@Suite struct `A text taken for a number` {
  @Test(arguments: [
    ("", false, true, false), ("0", true, true, true), ("1", false, false, true),
    ("-1", false, true, true), ("0.0", true, true, true), ("1e3", false, false, true),
    (" 1", false, false, true), ("1 ", false, false, true), ("1abc", false, false, false),
    ("abc", false, false, false), (".5", false, false, true), ("5.", false, false, true),
    (".", false, true, false), ("+1", false, false, true), ("+-1", false, true, false),
    ("0x1A", false, false, false), ("1e", false, false, false), ("1e400", false, false, true),
    ("9223372036854775808", false, false, true), ("\t1\n", false, false, true),
  ])
  func `is compared as PHP compares it`(
    text: String, isZero: Bool, isAtMostZero: Bool, isNumeric: Bool
  ) {
    let value = JSONValue.string(text)
    #expect(value.isLooselyZero == isZero)
    #expect(value.isLooselyAtMostZero == isAtMostZero)
    #expect((Text(text).phpNumeric != nil) == isNumeric)
  }

  @Test(
    arguments: [
      ("", 0), ("0", 0), (" 1 ", 1), ("\u{A0}5", 5), ("5\u{A0}", 5), ("\u{FEFF}5", 5), ("0x1A", 26),
      ("0b11", 3), ("0o17", 15), ("-0x1", nil), ("1_000", nil), ("Infinity", .infinity),
      ("-Infinity", -.infinity), ("infinity", nil), ("INF", nil), ("nan", nil), ("1e3", 1000),
      (".5", 0.5), ("5.", 5), (".", nil), ("+1", 1), ("+-1", nil), ("1e", nil), ("1\u{0}", nil),
    ] as [(String, Double?)])
  func `is converted as JavaScript converts it`(text: String, value: Double?) {
    #expect(JSONValue.string(text).javaScriptDouble == value)
  }

  @Test(
    arguments: [
      ("17952293943600", 17_952_293_943_600), (" 7 ", 7), ("", 0), ("7\u{A0}", 7), ("1.5", nil),
      ("1e3", nil), ("18446744073709551617", 1), ("0b1", nil),
    ] as [(String, Int64?)])
  func `is what BigInt makes of it`(text: String, value: Int64?) {
    #expect(text.javaScriptLow64 == value)
  }
}

@Suite struct `The generator of glibc` {
  @Test(
    arguments: [
      (0, [1804289383, 846930886, 1681692777, 1714636915, 1957747793], 1143565421),
      (1, [1804289383, 846930886, 1681692777, 1714636915, 1957747793], 1143565421),
      (42, [71876166, 708592740, 1483128881, 907283241, 442951012], 896784309),
      (1795228492, [289811834, 887552168, 1722890862, 1266003654, 1202191413], 1228137101),
      (2147483647, [1065668062, 2142264300, 1066566375, 1064012770, 2141034222], 1698607095),
      (2147483648, [1336741213, 1210407648, 1447044896, 337392383, 82502902], 193932953),
      (4294967295, [254925627, 1205188300, 366127624, 1401405153, 76053476], 1892540048),
    ] as [(UInt32, [Int32], Int32)])
  func `gives what the C library gives`(seed: UInt32, first: [Int32], thousandth: Int32) {
    var random = GlibcRandom(seed: seed)
    #expect((0..<5).map { _ in random.next() } == first)
    for _ in 0..<994 { _ = random.next() }
    #expect(random.next() == thousandth)
  }
}

@Suite struct `An object` {
  @Test(arguments: [
    (
      #"{"b":1,"10":2,"9":3,"01":4,"-1":5,"4294967294":6,"4294967295":7}"#,
      #"{"9":3,"10":2,"4294967294":6,"b":1,"01":4,"-1":5,"4294967295":7}"#
    ),
    (#"{"1":1,"0":{}}"#, #"{"0":{},"1":1}"#),
  ])
  func `has its members in the order of JavaScript`(text: String, written: String) throws {
    var json = HostJSON()
    json.objects = .javaScript
    var bytes: [UInt8] = []
    #expect(json.write(try JSONValue(parsing: text), to: &bytes))
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  @Test(arguments: [
    ("{}", "[]"), (#"{"0":1,"1":2}"#, "[1,2]"), (#"{"1":1,"0":2}"#, #"{"1":1,"0":2}"#),
    (#"{"a":{"0":[]}}"#, #"{"a":[[]]}"#), (#"{"00":1}"#, #"{"00":1}"#),
    ("[1.0,1e25]", "[1,1.0e+25]"),
    ("[9223372036854775808]", "[9.223372036854776e+18]"),
  ])
  func `is an array where PHP sees a list`(text: String, written: String) throws {
    var json = HostJSON()
    json.objects = .php
    json.numbers = .php
    var bytes: [UInt8] = []
    #expect(json.write(try JSONValue(parsing: text), to: &bytes))
    #expect(String(decoding: bytes, as: UTF8.self) == written)
  }

  @Test func `cannot be written by PHP with a number that is infinite`() {
    var json = HostJSON()
    json.numbers = .php
    var bytes: [UInt8] = []
    #expect(!json.write(.float(lexeme: "inf"), to: &bytes))
  }
}

@Suite struct `A text with halves of pairs` {
  @Test(
    arguments: [
      ([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF0, 0x9F, 0x98, 0x80]),
      ([0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD], [0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD]),
      ([0x61, 0xED, 0xA0, 0xBD], [0x61, 0xED, 0xA0, 0xBD]), ([0x61], [0x61]),
    ] as [([UInt8], [UInt8])])
  func `has pairs where UTF-16 sees them`(bytes: [UInt8], paired: [UInt8]) {
    #expect(Text(bytes).pairingSurrogates == Text(paired))
  }
}

@Suite struct `A uid beyond every double` {
  @Test(
    arguments: [(.python2, "inf"), (.python, "inf"), (.perl, "Inf")] as [(AgoraUID, String)])
  func `is written in words`(rule: AgoraUID, text: String) throws {
    #expect(try rule.text(of: .float(lexeme: "1e999")) == Text(text))
    #expect(try rule.text(of: .float(lexeme: "-1e999")) == Text("-" + text))
  }
}
