// SPDX-License-Identifier: MIT

import Seeded

/// Makes random JSON texts out of fragments, and breaks them.
struct TextMaker {
  private static let blanks = ["", "", "", " ", "\n", "\t\r\n "]
  private static let numbers = [
    "0", "-0", "7", "-12", "3600", "3600.0", "1e2", "1E-3", "-0.0", "0.1", "2.5e+10",
    "9223372036854775807", "-9223372036854775808", "1795228894",
  ]
  private static let characters = [
    "a", "b", "demo", "/", "é", "€", "😀", "\u{7F}", "\u{FFFF}", #"\n"#, #"\""#, #"\\"#, #"\/"#,
    #"\u0041"#, #"\u001f"#, #"\u20ac"#, #"\ud83d\ude00"#, "{", "]", ",", ":", " ",
  ]
  private static let insertions =
    Array("{}[],:\"\\ 0-.e1tfnu\n\u{0}/".utf8) + [0x80, 0xC3, 0xED, 0xFF]

  var random: Seeded

  init(seed: UInt64, for test: String = #function) {
    random = Seeded(seed: seed, for: test)
  }

  mutating func text() -> [UInt8] {
    Array((blank() + value(depth: 0) + blank()).utf8)
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: depth > 3 ? 3..<9 : 0..<9, using: &random) {
    case 0, 1: object(depth: depth)
    case 2: array(depth: depth)
    case 3, 4, 5: string()
    case 6, 7: pick(Self.numbers)
    default: pick(["true", "false", "null"])
    }
  }

  private mutating func array(depth: Int) -> String {
    var values: [String] = []
    for _ in 0..<count() { values.append(blank() + value(depth: depth + 1) + blank()) }
    return "[" + values.joined(separator: ",") + "]"
  }

  /// Each name ends in its place, so that no two are the same.
  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for place in 0..<count() {
      let name = string().dropLast() + "\(place)\""
      members.append(
        blank() + name + blank() + ":" + blank() + value(depth: depth + 1) + blank())
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private mutating func string() -> String {
    var text = ""
    for _ in 0..<count() { text += pick(Self.characters) }
    return "\"" + text + "\""
  }

  private mutating func blank() -> String { pick(Self.blanks) }
  private mutating func count() -> Int { Int.random(in: 0...4, using: &random) }

  private mutating func pick(_ fragments: [String]) -> String {
    fragments[Int.random(in: fragments.indices, using: &random)]
  }

  /// Changes a text in one place.
  mutating func breakOnce(_ text: inout [UInt8]) {
    let place = Int.random(in: 0...text.count, using: &random)
    let end = min(text.count, place + Int.random(in: 1...4, using: &random))
    let earlier = Int.random(in: 0...place, using: &random)
    let insertion = Int.random(in: Self.insertions.indices, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text.removeSubrange(place..<end)
    case 1: text.removeSubrange(end...)
    case 2: text.insert(contentsOf: text[place..<end], at: earlier)
    case 3: text.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 4 where place < text.count: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default: text.insert(Self.insertions[insertion], at: place)
    }
  }
}
