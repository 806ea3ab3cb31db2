// SPDX-License-Identifier: MIT

import Bytes
import Seeded
import Testing

@testable import Profiles

/// What Jackson itself answered to these payloads, up to the place that it names.
@Suite struct `A payload as Jackson reads it` {
  static let values: [(json: String, sub: String?, exp: Int64?)] = [
    (#"{"sub":"a","exp":" 5 "}"#, "a", 5), (#"{"sub":"a","exp":"null"}"#, "a", 0),
    (#"{"sub":"a","exp":"+5"}"#, "a", 5), (#"{"sub":"a","exp":"１２"}"#, "a", 12),
    (#"{"exp":-1.9}"#, nil, -1), (#"{"exp":null,"sub":1.50}"#, "1.50", 0),
    (#"{"sub":true,"x":[1,{"y":null}],"exp":1e3}"#, "true", 1000), ("{}garbage", nil, nil),
    (#"{"exp":9223372036854775807.0}"#, nil, .max), ("\u{FEFF}{}", nil, nil),
  ]

  @Test(arguments: values)
  func `has its members`(json: String, sub: String?, exp: Int64?) throws {
    let payload = try #require(try JacksonPayload(Array(json.utf8), version: .v2_18))
    #expect(payload.sub?.display == sub)
    #expect(payload.exp == exp)
  }

  static let refusals: [(json: String, words: String)] = [
    ("", "No content to map due to end-of-input"),
    (#"{"exp":01}"#, "Invalid numeric value: Leading zeroes not allowed"),
    (
      #"{"exp":1.}"#,
      "Unexpected character ('}' (code 125)) in numeric value: Decimal point not followed by a digit"
    ),
    (
      #"{"exp":nulll}"#,
      "Unrecognized token 'nulll': was expecting (JSON String, Number, Array, Object or token"
        + " 'null', 'true' or 'false')"
    ),
    (#"{"exp":1e400}"#, outOfRange("1e400")), (#"{"exp":-1e400}"#, outOfRange("-1e400")),
    (#"{"sub":"a"#, "Unexpected end-of-input in VALUE_STRING"),
    (#"{"sub"#, "Unexpected end-of-input in field name"),
    (#"{"sub":"#, "Unexpected end-of-input within/between Object entries"),
    (#"{"sub":"a\x"}"#, "Unrecognized character escape 'x' (code 120)"),
    (
      "{\"sub\":\"a\tb\"}",
      "Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be"
        + " included in string value"
    ),
    (
      #"{"sub":"a" "exp":1}"#,
      "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries"
    ),
    (
      #"{"exp":[1]}"#,
      "Cannot deserialize value of type `long` from Array value (token `JsonToken.START_ARRAY`)"
    ),
    ("{\"sub\":é}", "Invalid UTF-8 start byte 0xa9"),
  ]

  static func outOfRange(_ lexeme: String) -> String {
    "Numeric value (\(lexeme)) out of range of long (\(Int64.min) - \(Int64.max))"
  }

  @Test(arguments: refusals)
  func `is refused in Jackson's words`(json: String, words: String) {
    do throws(JacksonError) {
      _ = try JacksonPayload(Array(json.utf8), version: .v2_18)
      Issue.record("it is read")
    } catch {
      #expect(error.message == words + "\n at ")
    }
  }

  @Test func `never traps, cut or changed`() throws {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    let known = Self.values.map(\.json) + Self.refusals.map(\.json)
    for json in known where !json.isEmpty {
      let bytes = Array(json.utf8)
      for length in bytes.indices { Self.read(Array(bytes[..<length])) }
      for _ in 0..<400 {
        var mutated = bytes
        for _ in 0...Int.random(in: 0...2, using: &random) {
          let place = Int.random(in: 0..<mutated.count, using: &random)
          mutated[place] = .random(in: 0...255, using: &random)
        }
        Self.read(mutated)
        Self.read(random.bytes(Int.random(in: 0...12, using: &random)))
      }
    }
  }

  private static func read(_ bytes: [UInt8]) {
    _ = try? JacksonPayload(bytes, version: .v2_12)
    _ = try? JavaValue(reading: bytes, version: .v2_12)
    _ = try? JjwtBase64.url.decode(JavaString(Text(bytes)))
    _ = try? JavaBase64.url.decode(bytes)
    _ = JavaDate(iso8601: JavaString(Text(bytes)))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-12_219_292_800_000, "1582-10-15T00:00:00Z"),
    (-12_219_292_801_000, "1582-10-04T23:59:59Z"), (Int64.min, "292269055-12-02T16:47:04Z"),
    (Int64.max, "292278994-08-17T07:12:55Z"),
  ])
  func `shows moments as Java's calendar does`(milliseconds: Int64, words: String) {
    #expect(JavaDate(milliseconds).description == words)
  }
}
