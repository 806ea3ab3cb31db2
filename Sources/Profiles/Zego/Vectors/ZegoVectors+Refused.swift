// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// Arguments that break a rule for callers.
extension ZegoVectors {
  func reject(
    _ name: String, _ comment: String, _ reason: String, _ field: String, _ changes: JSONObject,
    without missing: String? = nil, mayAccept: Bool = true
  ) -> Vector {
    let question = VectorQuestion(
      op: "mint", input: request(changes, without: missing),
      inject: [
        "nonce": 1_804_289_383,
        "iv": .string(Text(Array(Self.iv.prefix(model.reference.layout.ivLength)))),
      ], now: .second(Self.ctime))
    return VectorMaker(self, op: "mint").reject(
      name, comment,
      clauses: model.brokenClauses(of: question.recorded)
        + (reason == "member.type" ? ["zego.types.checked"] : []),
      flags: ["out-of-contract"],
      question, by: Check(.policy, reason, field),
      alsoAllowed: mayAccept ? [Expectation.accept] : [])
  }

  var wrong: [Vector] {
    let names = kind == .token03 ? ["user_id", "room_id"] : ["user_id"]
    return wrongNumbers + names.flatMap(wrongTexts) + wrongSecrets
      + (kind == .token03 ? wrongPrivileges : wrongPayloads)
  }

  var wrongNumbers: [Vector] {
    let big: (String) -> JSONValue = { .integer(lexeme: $0) }
    let appIDs: [(String, String, JSONValue, String)] = [
      ("0", "0", 0, "member.range"), ("negative", "-1", -1, "member.range"),
      ("2-32", "2³²", 4_294_967_296, "member.range"),
      ("2-32-plus-1", "2³²+1, which is 1 in 32 bits", 4_294_967_297, "member.range"),
      ("beyond-double", "2⁵³+1, which no double holds", 9_007_199_254_740_993, "member.range"),
      ("2-64-plus-1", "2⁶⁴+1, which is 1 in 64 bits", big("18446744073709551617"), "member.range"),
      ("text", "the text 1234567890", "1234567890", "member.type"),
      ("float", "1.5", .float(lexeme: "1.5"), "member.type"),
      ("true", "true", true, "member.type"), ("null", "null", .null, "member.type"),
    ]
    let times: [(String, String, JSONValue, String)] = [
      ("0", "0", 0, "member.range"), ("negative", "-1", -1, "member.range"),
      ("overflow", "2⁶³−1: the sum does not fit", .integer(Int64.max), "member.range"),
      ("2-63", "2⁶³", big("9223372036854775808"), "member.range"),
      (
        "2-64-plus-1", "2⁶⁴+3600, which is 3600 in 64 bits", big("18446744073709555216"),
        "member.range"
      ),
      ("text", "the text 3600", "3600", "member.type"),
      ("float", "3600.5", .float(lexeme: "3600.5"), "member.type"),
      ("true", "true", true, "member.type"), ("null", "null", .null, "member.type"),
    ]
    return appIDs.map {
      reject("app-id-\($0.0)", "app_id: \($0.1)", $0.3, "app_id", ["app_id": $0.2])
    }
      + times.map {
        reject(
          "effective-time-\($0.0)", "effective_time_in_seconds: \($0.1)", $0.3,
          "effective_time_in_seconds", ["effective_time_in_seconds": $0.2])
      }
  }

  func wrongTexts(_ name: String) -> [Vector] {
    let cases: [(String, String, JSONValue, String)] = [
      ("empty", "empty", "", "member.range"),
      (
        "65-characters", "65 characters", .string(String(repeating: "u", count: 65)), "member.range"
      ),
      (
        "65-chinese", "65 Chinese characters", .string(String(repeating: "用", count: 65)),
        "member.range"
      ),
      ("byte-ff", "the byte FF between letters", .string(Text([0x61, 0xff, 0x62])), "json.text"),
      (
        "lone-surrogate", "a surrogate alone", .string(Text([0x61, 0xed, 0xa0, 0xbd, 0x62])),
        "json.text"
      ),
      (
        "half-character", "the first two bytes of three", .string(Text([0x61, 0xe7, 0x94])),
        "json.text"
      ),
      ("number", "a number", 5, "member.type"), ("null", "null", .null, "member.type"),
      ("list", "a list", ["a"], "member.type"),
    ]
    let id = name.replacing("_", with: "-")
    return cases.map { reject("\(id)-\($0.0)", "\(name): \($0.1)", $0.3, name, [name: $0.2]) }
  }

  var wrongSecrets: [Vector] {
    let cases: [(String, String, JSONValue, String)] = [
      ("31-bytes", "31 bytes", .string(String(repeating: "k", count: 31)), "secret.length"),
      ("33-bytes", "33 bytes", .string(String(repeating: "k", count: 33)), "secret.length"),
      ("16-bytes", "16 bytes", .string(String(repeating: "k", count: 16)), "secret.length"),
      ("64-bytes", "64 bytes", .string(String(repeating: "k", count: 64)), "secret.length"),
      (
        "line-feed", "32 bytes and a line feed", .string(Self.secret.display + "\n"),
        "secret.length"
      ),
      (
        "32-characters", "32 characters of 64 bytes", .string(String(repeating: "ü", count: 32)),
        "secret.length"
      ),
      (
        "32-utf16", "16 emoji: 32 UTF-16 units, 64 bytes",
        .string(String(repeating: "🔑", count: 16)),
        "secret.length"
      ),
      (
        "33-bytes-in-32-characters", "32 characters of 33 bytes",
        .string("ü" + String(repeating: "k", count: 31)), "secret.length"
      ),
      ("empty", "empty", "", "secret.length"), ("null", "null", .null, "member.type"),
    ]
    return cases.map {
      reject("secret-\($0.0)", "secret: \($0.1)", $0.3, "secret", ["secret": $0.2])
    }
  }

  var wrongPayloads: [Vector] {
    let cases: [(String, String, JSONValue, String)] = [
      ("null", "null", .null, "member.type"),
      ("object", "an object", ["room_id": "room-1"], "member.type"),
      ("list", "a list", ["s1"], "member.type"), ("number", "a number", 7, "member.type"),
      ("false", "false", false, "member.type"),
      ("byte-ff", "the byte FF", .string(Text([0x22, 0xff, 0x22])), "json.text"),
      ("lone-surrogate", "a surrogate alone", .string(Text([0xed, 0xb8, 0x80])), "json.text"),
    ]
    return cases.map {
      reject("payload-\($0.0)", "payload: \($0.1)", $0.3, "payload", ["payload": $0.2])
    }
      + [
        reject(
          "payload-missing", "no payload is given", "member.missing", "payload", [:],
          without: "payload")
      ]
  }

  var wrongPrivileges: [Vector] {
    let cases: [(String, String, JSONValue)] = [
      ("empty", "an empty object", [:]), ("null", "null", .null),
      ("one-key", "key 1 alone", ["1": 1]), ("third-key", "a key 3 too", ["1": 1, "2": 1, "3": 1]),
      ("other-keys", "other keys", ["canLoginRoom": true, "canPublishStream": true]),
      ("value-2", "a value of 2", ["1": 2, "2": 1]),
      ("booleans", "true and false", ["1": true, "2": false]),
      ("texts", "texts", ["1": "1", "2": "0"]),
      ("null-value", "a value of null", ["1": 1, "2": .null]),
      ("list", "a list", [1, 0]),
    ]
    return cases.map {
      reject(
        "privilege-\($0.0)", "privilege: \($0.1)", "privilege", "privilege", ["privilege": $0.2])
    }
  }
}
