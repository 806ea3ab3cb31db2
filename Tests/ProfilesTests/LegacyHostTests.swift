// SPDX-License-Identifier: MIT

import Bytes
import JSON
import Testing

@testable import Profiles

// The tables were made by node 20.20.2, php 8.2.35, python 2.7.18 and 3.11.7.

@Suite struct `Hexadecimal digits` {
  @Test(arguments: [
    ("97z", "97"), ("970", "97"), ("97g0", "97"), ("", ""), ("é9", ""), ("９0", ""),
    ("\u{139}\u{130}", "90"), ("97\u{139}\u{130}aa", "9790aa"), ("9 97", ""), ("97 97", "97"),
  ])
  func `are taken by Node up to the first bad pair`(text: String, bytes: String) throws {
    #expect(Hex.encode(try LegacyHex.prefix.decode(Array(text.utf8))) == bytes)
  }

  @Test(
    arguments: [
      ("zz", nil), ("9 ", nil), ("9 0", nil), ("90 ", "90"), ("  90 91", "9091"),
      ("9\u{A0}", nil), ("９０", nil), ("", ""), ("90\n91", "9091"), ("90\u{B}91", "9091"),
      ("90\u{1C}", nil), ("901", nil),
    ] as [(String, String?)])
  func `may have blanks between the bytes in Python 3`(text: String, bytes: String?) throws {
    let rule = LegacyHex.blanks(exception: "ValueError")
    #expect((try? rule.decode(Array(text.utf8))).map { Hex.encode($0) } == bytes)
  }

  @Test(
    arguments: [("９０", "90"), ("٣a", "3a"), ("Ａｆ", "af"), ("9", nil), ("9g", nil), ("😀", nil)]
      as [(String, String?)])
  func `may be of another script in Java`(text: String, bytes: String?) throws {
    let rule = LegacyHex.characters(exception: "DecoderException")
    #expect((try? rule.decode(Array(text.utf8))).map { Hex.encode($0) } == bytes)
  }

  @Test(arguments: [("zz", ""), ("909", ""), ("90", "90")])
  func `count as nothing in PHP where one is bad`(text: String, bytes: String) throws {
    #expect(Hex.encode(try LegacyHex.emptyOnFailure.decode(Array(text.utf8))) == bytes)
  }
}

@Suite struct `A number of a legacy key` {
  @Test(
    arguments: [
      (.bool(true), "1", "1"), (.float(lexeme: "1.5"), "1.5", "1.5"),
      (.float(lexeme: "1e20"), "1e+20", "1e+20"),
      (.float(lexeme: "123456789012345.678"), "1.23456789012e+14", "123456789012345.67"),
      (.null, "None", nil), ("abc", "abc", "abc"), (.integer(-1), "-1", "-1"),
      (.float(lexeme: "1e-5"), "1e-05", "1e-05"), (.float(lexeme: "-0.0"), "-0.0", "-0.0"),
      (.float(lexeme: "2147483648.0"), "2147483648.0", "2147483648.0"),
      (.float(lexeme: "1e999"), "inf", "inf"), (.integer(lexeme: "-0"), "0", "0"),
    ] as [(JSONValue, String?, String?)])
  func `is formatted as Python formats it`(value: JSONValue, two: String?, three: String?) {
    func digits(_ version: HostPython) -> String? {
      (try? LegacyDecimal.python(version).digits(of: value)).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(digits(.two) == two)
    #expect(digits(.three) == three)
  }

  @Test(
    arguments: [
      (.float(lexeme: "1e19"), 0x89E8_0000, nil), (.float(lexeme: "1.9"), 1, "00000001"),
      (.float(lexeme: "-1.9"), .max, "ffffffff"), ("5abc", 5, nil), ("abc", 0, nil),
      (.null, 0, "00000000"), (.bool(true), 1, "00000001"), ("1e3", 1000, "000003e8"),
      (.array([.integer(1)]), 1, nil), (.array([]), 0, nil), (" 7", 7, "00000007"),
      ("99999999999999999999", .max, nil), (.integer(-5), 0xFFFF_FFFB, "fffffffb"),
    ] as [(JSONValue, UInt32, String?)])
  func `is packed and shown as PHP does`(value: JSONValue, word: UInt32, digits: String?) throws {
    #expect(try LegacyWord.php.word(of: value) == word)
    let shown = (try? LegacyRandom.php.digits(of: value)).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(shown == digits)
  }

  @Test(
    arguments: [
      (.null, 0), ("5", 5), ("abc", 0), (.integer(-1), nil), (.float(lexeme: "-0.5"), nil),
      (.float(lexeme: "4294967295.5"), nil), (.float(lexeme: "1.5"), 1), (.bool(true), 1),
      (.array([.integer(7)]), 7), (.object([:]), 0), (.integer(4_294_967_296), nil), ("", 0),
      ("0x10", 16),
    ] as [(JSONValue, UInt32?)])
  func `is packed as Node does`(value: JSONValue, word: UInt32?) {
    #expect((try? LegacyWord.javaScript(exception: "RangeError").word(of: value)) == word)
  }

  @Test(
    arguments: [
      ("3600", "17000000003600"), (.null, "1700000000"), (.bool(true), "1700000001"),
      (.float(lexeme: "1.5"), "1700000001.5"), (.array([.integer(1)]), "17000000001"),
    ] as [(JSONValue, String)])
  func `is added to the clock as JavaScript does`(value: JSONValue, end: String) throws {
    #expect(try LegacyAddition.javaScript.end(1_700_000_000, after: value) == Array(end.utf8))
  }

  @Test(
    arguments: [
      ("1e3", "1700001000"), (.null, "1700000000"), ("5abc", "1700000005"), ("abc", nil),
      (.float(lexeme: "1.9"), "1700000001.9"), (.float(lexeme: "1e20"), "1.000000000017E+20"),
      (.array([]), nil),
    ] as [(JSONValue, String?)])
  func `is added to the clock as PHP does`(value: JSONValue, end: String?) {
    let sum = (try? LegacyAddition.php.end(1_700_000_000, after: value)).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(sum == end)
  }
}
