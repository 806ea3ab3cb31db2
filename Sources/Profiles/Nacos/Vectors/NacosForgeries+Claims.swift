// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

extension NacosForgeries {
  static let claims = users + ends + times

  // MARK: - The user

  private static let users: [NacosForgery] = [
    NacosForgery(
      "sub-missing", "no user", "drop-member", payload(["name": "sub"]), by: .nacosMissing("sub")),
    NacosForgery(
      "sub-case", "the user under another name", "rename-member",
      payload(["name": "sub", "to": "Sub"]), by: .nacosMissing("sub")),
    NacosForgery(
      "sub-username", "the user as other systems name him", "rename-member",
      payload(["name": "sub", "to": "username"]), by: .nacosMissing("sub")),
    NacosForgery(
      "sub-twice", "two users", "append-member", payload(["name": "sub", "value": "admin"]),
      by: .nacosTwice("sub")),
    NacosForgery(
      "sub-twice-escaped", "two users, the name of the second as escapes", "set",
      payload(["to": #"{"sub":"nacos","exp":1704085200,"s\u0075b":"admin"}"#]),
      by: .nacosTwice("sub")),
    NacosForgery(
      "sub-twice-over", "two users of a token that is over", "set",
      payload(["to": #"{"sub":"nacos","sub":"admin","exp":1704067199}"#]), by: .nacosTwice("sub")),
    NacosForgery(
      "sub-number-over", "a number for a user of a token that is over", "set",
      payload(["to": #"{"sub":7,"exp":1704067199}"#]), by: .nacosType("sub")),
    NacosForgery(
      "sub-twice-number", "two users, the second a number", "append-member",
      payload(["name": "sub", "value": 7]), by: .nacosTwice("sub")),
    sub("empty", "an empty user", "", by: .nacosMissing("sub")),
    sub("null", "null for a user", .null, by: .nacosMissing("sub")),
    sub("number", "a number for a user", 7), sub("true", "true for a user", true),
    sub("object", "an object for a user", ["name": "nacos"]),
    sub("list", "a list for a user", ["nacos"]),
    sub("surrogate", "half a character in the user", .string(Text([0x61, 0xED, 0xA0, 0xBD]))),
    NacosForgery(
      "sub-latin", "a user in Latin-1", "set",
      payload([
        "to": .string(Text(Array(#"{"sub":""#.utf8) + [0xE9] + Array(#"","exp":1704085200}"#.utf8)))
      ]), by: .nacosType("sub")),
    NacosForgery(
      "sub-overlong", "a user in UTF-8 that is longer than it has to be", "set",
      payload([
        "to": .string(
          Text(Array(#"{"sub":"a"#.utf8) + [0xC0, 0x80] + Array(#"","exp":1704085200}"#.utf8)))
      ]), by: .nacosType("sub")),
    NacosForgery(
      "claims-none", "an object without members", "set", payload(["to": "{}"]),
      by: .nacosMissing("sub")),
  ]

  private static func sub(
    _ name: String, _ comment: String, _ value: JSONValue, by check: Check = .nacosType("sub")
  ) -> NacosForgery {
    NacosForgery(
      "sub-\(name)", comment, "set-member", payload(["name": "sub", "value": value]), by: check)
  }

  private static func payload(_ arguments: JSONObject) -> JSONObject {
    JSONObject([.init(name: "layer", value: "payload-json")] + arguments.members)
  }

  // MARK: - The end

  private static let ends: [NacosForgery] = [
    NacosForgery(
      "exp-missing", "no end", "drop-member", payload(["name": "exp"]), by: .nacosMissing("exp")),
    NacosForgery(
      "exp-case", "an end in capital letters", "rename-member",
      payload(["name": "exp", "to": "EXP"]), by: .nacosMissing("exp")),
    NacosForgery(
      "exp-expires", "an end under another name", "rename-member",
      payload(["name": "exp", "to": "expires"]), by: .nacosMissing("exp")),
    NacosForgery(
      "exp-twice-past", "two ends, the second is over", "append-member",
      payload(["name": "exp", "value": 1_704_067_199]), by: .nacosTwice("exp"),
      or: ["time/expired"]),
    NacosForgery(
      "exp-twice-future", "two ends, the first is over", of: "end-last-second", "set",
      payload(["to": #"{"exp":1704067199,"sub":"nacos","exp":1704085200}"#]),
      by: .nacosTwice("exp"), or: ["time/expired"]),
    NacosForgery(
      "exp-twice-over", "two ends, both over", "set",
      payload(["to": #"{"sub":"nacos","exp":1,"exp":2}"#]), by: .nacosTwice("exp")),
    NacosForgery(
      "exp-twice-text", "two ends, the second in quotes", "append-member",
      payload(["name": "exp", "value": "1704085200"]), by: .nacosTwice("exp")),
    exp("null", "null for an end", .null, by: .nacosMissing("exp")),
    exp("true", "true for an end", true), exp("list", "a list for an end", [1_704_085_200]),
    exp("object", "an object for an end", ["seconds": 1_704_085_200]),
    exp("text", "an end in quotes", "1704085200"), exp("text-empty", "nothing in quotes", ""),
    exp("text-blanks", "an end in quotes, with blanks", " 1704085200 "),
    exp("text-word", "a word for an end", "never"),
    exp("date", "a date for an end", "2024-01-01T05:00:00Z"),
    exp("float", "an end with a fraction", .float(lexeme: "1704085200.5")),
    exp("float-zero", "an end with a fraction of 0", .float(lexeme: "1704085200.0")),
    exp("exponent", "an end with an exponent", .float(lexeme: "1704085200e0")),
    exp("huge", "an end of 31 digits with an exponent", .float(lexeme: "1e30")),
    exp("long", "an end that does not fit 64 bits", .integer(lexeme: "9223372036854775808")),
    exp("longer", "an end of 20 digits", .integer(lexeme: "17040852000000000000")),
    exp("minus-long", "an end before all of 64 bits", .integer(lexeme: "-9223372036854775809")),
  ]

  private static func exp(
    _ name: String, _ comment: String, _ value: JSONValue, by check: Check = .nacosType("exp")
  ) -> NacosForgery {
    NacosForgery(
      "exp-\(name)", comment, "set-member", payload(["name": "exp", "value": value]), by: check)
  }

  // MARK: - Time

  private static let times: [NacosForgery] = [
    over("last-second", "opened one second after the last", now: 1_704_085_201),
    over("minute", "opened less than a minute after the last second", now: 1_704_085_259),
    over("year", "opened a year later", now: 1_735_621_200),
    over("32-bits", "opened in a second that does not fit 32 bits", now: 4_294_967_296),
    over(
      "hs512", "a token of HS512, opened one second after the last", of: "hs512", now: 1_704_085_201
    ),
    end("zero", "an end at the beginning of time", 0), end("minus-one", "an end before 1970", -1),
    end("first", "the first end of 64 bits", .integer(Int64.min)),
    end("first-32-bits", "the first end of 32 bits", -2_147_483_648),
    end("minus-zero", "an end of -0", .integer(lexeme: "-0")),
    end("lifetime", "a lifetime in place of an end", 18_000),
    NacosForgery(
      "over-own-clock", "a token that ended in 1970", of: "clock-hs256", "set-member",
      payload(["name": "exp", "value": 1]), by: .nacosExpired),
  ]

  private static func over(
    _ name: String, _ comment: String, of parent: String = "hs256", now: Int64
  ) -> NacosForgery {
    NacosForgery(
      "over-\(name)", comment, of: parent, "now", ["second": .integer(now)], by: .nacosExpired)
  }

  private static func end(_ name: String, _ comment: String, _ value: JSONValue) -> NacosForgery {
    NacosForgery(
      "over-end-\(name)", comment, "set-member", payload(["name": "exp", "value": value]),
      by: .nacosExpired)
  }
}
