// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// The encrypted object: its text, its members, their types and ranges.
extension ZegoVectors {
  var syntax: [Negative] {
    let texts: [(String, String, String)] = [
      ("empty", "no text", ""), ("null", "null", "null"), ("list", "a list", "[]"),
      ("number", "a number", "7"),
      ("string", "a string", #""{}""#), ("brace", "a brace alone", "{"),
      ("words", "words", "hello world"),
    ]
    let rows: [Negative] = texts.map {
      (
        "plaintext-\($0.0)", "\($0.1) is encrypted", "plaintext", ["text": .string($0.2)],
        Self.syntax
      )
    }
    let replaced: [(String, String, String, String)] = [
      ("comma-at-end", "a comma before the last brace", "}", ",}"),
      ("single-quotes", "names in single quotes", "\"", "'"),
      ("leading-zero", "a number with a leading zero", ":1234567890", ":01234567890"),
      ("plus-sign", "a number with a plus sign", ":1234567890", ":+1234567890"),
      ("hexadecimal", "a number in hexadecimal", ":1234567890", ":0x499602d2"),
      ("nan", "a number that is NaN", ":1234567890", ":NaN"),
      ("comment", "a comment", "{", "{/* */"),
      ("semicolons", "semicolons for commas", ",", ";"),
      ("control-character", "a line feed in a string", "user-1", "user\n1"),
      ("escape-x", "an escape that JSON does not have", "user-1", #"user\x31"#),
      ("half-escape", "an escape that is cut", "user-1", #"user\u00"#),
    ]
    let changes: [Negative] = replaced.map {
      (
        "json-\($0.0)", $0.1, "replace-plaintext", ["old": .string($0.2), "by": .string($0.3)],
        Self.syntax
      )
    }
    return rows + changes + [
      (
        "json-after", "a second object after the first", "append-plaintext", ["text": "{}"],
        Self.syntax
      ),
      (
        "nul-after", "a byte 0 after the object", "append-plaintext", ["text": .string(Text([0]))],
        Self.syntax
      ),
      (
        "byte-order-mark", "a byte order mark before the object", "replace-plaintext",
        ["old": #"{"app_id"#, "by": .string("\u{feff}" + #"{"app_id"#)], Self.syntax
      ),
      (
        "deep", "arrays 100 deep in the place of a member", "replace-plaintext",
        [
          "old": ":1234567890",
          "by": .string(
            ":" + String(repeating: "[", count: 100) + String(repeating: "]", count: 100)),
        ],
        Self.syntax
      ),
      (
        "user-byte-ff", "a byte FF in the user id", "replace-plaintext",
        ["old": "user-1", "by": .string(Text([0x75, 0xff]))], Check(.claims, "json.text", "user_id")
      ),
      (
        "user-lone-surrogate", "a surrogate alone in the user id", "replace-plaintext",
        ["old": "user-1", "by": #"u\ud83d"#], Check(.claims, "json.text", "user_id")
      ),
      (
        "user-overlong", "a character in too many bytes", "replace-plaintext",
        ["old": "user-1", "by": .string(Text([0x75, 0xc0, 0xaf]))],
        Check(.claims, "json.text", "user_id")
      ),
    ] + (kind == .token03 ? brokenRoom : brokenPayload)
  }

  var brokenPayload: [Negative] {
    [
      (
        "payload-byte-ff", "a byte FF in the payload", "replace-plaintext",
        [
          "old": #""payload":"""#, "by": .string(Text(Array(#""payload":""#.utf8) + [0xff, 0x22])),
        ],
        Check(.claims, "json.text", "payload")
      )
    ]
  }

  var brokenRoom: [Negative] {
    [
      (
        "room-byte-ff", "a byte FF in the room id", "replace-plaintext",
        ["old": "room-1", "by": .string(Text([0x72, 0xff]))], Check(.claims, "json.text", "room_id")
      )
    ]
  }

  var missing: [Negative] {
    kind.members.map {
      (
        "without-\($0.replacing("_", with: "-"))", "no \($0)", "drop-member", ["name": .string($0)],
        Check(.claims, "member.missing", $0)
      )
    }
      + [
        (
          "empty-object", "no member at all", "plaintext", ["text": "{}"],
          Check(.claims, "member.missing", "app_id")
        ),
        (
          "unknown-member", "a member that the documentation does not have", "append-member",
          ["name": "extra", "value": 1], Self.unknown
        ),
        (
          "name-in-capitals", "the name of a member in capitals too", "append-member",
          ["name": "USER_ID", "value": "user-2"], Self.unknown
        ),
        (
          "name-of-javascript", "a name that JavaScript objects have", "append-member",
          ["name": "__proto__", "value": ["user_id": "user-2"]], Self.unknown
        ),
      ]
  }

  var repeated: [Negative] {
    let members = ZegoDraft(kind).members
    let same: [Negative] = kind.members.map {
      (
        "\($0.replacing("_", with: "-"))-twice", "\($0) twice, with the same value",
        "append-member",
        ["name": .string($0), "value": members[$0] ?? .null], Check(.claims, "member.duplicate", $0)
      )
    }
    return same + [
      (
        "user-id-twice-other", "two users: readers differ in which they take", "append-member",
        ["name": "user_id", "value": "user-2"], Check(.claims, "member.duplicate", "user_id")
      ),
      (
        "expire-twice-other", "two expiries: readers differ in which they take", "append-member",
        ["name": .string(kind.expireName), "value": 4_102_444_800],
        Check(.claims, "member.duplicate", kind.expireName)
      ),
    ]
  }

  var types: [Negative] {
    let number: [(String, JSONValue)] = [
      ("text", "1234567890"), ("float", .float(lexeme: "1234567890.0")),
      ("exponent", .float(lexeme: "1234567890e0")), ("null", .null), ("true", true),
    ]
    let text: [(String, JSONValue)] = [("number", 5), ("null", .null), ("list", ["user-1"])]
    let shortened: [(String, JSONValue)] = [("text", "0"), ("float", .float(lexeme: "0.5"))]
    let old: [(String, [(String, JSONValue)])] = [
      ("app_id", number), ("room_id", text), ("user_id", text),
      ("privilege", [("list", [1, 0]), ("null", .null), ("text", "{}")]),
      ("create_time", shortened), ("expire_time", shortened), ("nonce", shortened),
    ]
    let new: [(String, [(String, JSONValue)])] = [
      ("app_id", number), ("user_id", text), ("nonce", shortened), ("ctime", shortened),
      ("expire", shortened), ("payload", [("object", [:]), ("null", .null), ("false", false)]),
    ]
    return (kind == .token03 ? old : new).flatMap { name, values in
      values.map { type, value -> Negative in
        (
          "\(name.replacing("_", with: "-"))-is-\(type)", "\(name) is of another type: \(type)",
          "set-member", ["name": .string(name), "value": value],
          Check(.claims, "member.type", name)
        )
      }
    }
  }

  var ranges: [Negative] {
    let beyond = JSONValue.integer(lexeme: "9223372036854775808")
    let endless = JSONValue.integer(lexeme: String(repeating: "9", count: 5000))
    let large = JSONValue.integer(lexeme: "18446744073709551617")
    var rows: [(String, String, JSONValue)] = [
      ("app_id", "0", 0), ("app_id", "-1", -1), ("app_id", "2-32", 4_294_967_296),
      ("app_id", "2-64-plus-1", large), ("app_id", "of-5000-digits", endless),
      (kind.ctimeName, "-1", -1),
      (kind.ctimeName, "2-63", beyond),
      (kind.expireName, "-1", -1), (kind.expireName, "2-63", beyond), ("user_id", "empty", ""),
      ("nonce", "2-63", beyond),
    ]
    if kind == .token03 {
      rows.append(("room_id", "empty", ""))
    } else {
      rows += [("nonce", "2-31", 2_147_483_648), ("nonce", "below", -2_147_483_649)]
    }
    return rows.map { name, value, json in
      (
        "\(name.replacing("_", with: "-"))-\(value)", "\(name) out of its range: \(value)",
        "set-member",
        ["name": .string(name), "value": json], Check(.claims, "member.range", name)
      )
    } + (kind == .token03 ? badPrivileges : [])
  }

  var badPrivileges: [Negative] {
    let values: [(String, String, JSONValue)] = [
      ("empty", "no privilege at all", [:]), ("one-key", "key 1 alone", ["1": 1]),
      ("third-key", "a key 3 too", ["1": 1, "2": 1, "3": 1]),
      ("value-2", "a value of 2", ["1": 2, "2": 1]),
      ("negative", "a value of -1", ["1": 1, "2": -1]),
    ]
    return values.map {
      (
        "privilege-\($0.0)", $0.1, "set-member", ["name": "privilege", "value": $0.2],
        Check(.claims, "privilege", "privilege")
      )
    }
  }

  var expiries: [Negative] {
    let expire = Self.ctime + Self.lifetime
    let values: [(String, String, Int64)] = [
      ("one-more", "one second later", expire + 1), ("one-less", "one second earlier", expire - 1),
      ("milliseconds", "in milliseconds", expire * 1000),
      ("duration", "the time to live", Self.lifetime),
      ("ctime", "the moment of making", Self.ctime), ("0", "0", 0), ("negative", "-1", -1),
      ("far", "far in the future", 253_402_300_799),
    ]
    return values.map {
      (
        "clear-expire-\($0.0)", "the expiry in clear is \($0.1)", "set-expire",
        ["value": .integer($0.2)],
        Check(.claims, "expire.mismatch", kind.expireName)
      )
    }
  }
}
