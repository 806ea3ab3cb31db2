// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// A token that is accepted, and why it is worth a vector.
struct NacosGoodToken: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let flag: String
  let level: ClauseLevel
  var draft: NacosDraft

  init(
    _ name: String, _ comment: String, _ clauses: [String] = ["accepted", "claims"],
    flag: String = "usual", level: ClauseLevel = .must, _ draft: NacosDraft
  ) {
    (self.name, self.comment, self.clauses, self.flag) = (name, comment, clauses, flag)
    (self.level, self.draft) = (level, draft)
  }
}

enum NacosGoodTokens {
  static let all = inContract + free

  static let inContract = algorithms + users + texts + ends + clocks

  // MARK: - Keys and algorithms

  private static let algorithms: [NacosGoodToken] = [
    token("hs256", "HS256 under a key of 32 bytes", 32, .hs256),
    token("hs384", "HS384 under a key of 48 bytes", 48, .hs384),
    token("hs512", "HS512 under a key of 64 bytes", 64, .hs512),
    token("hs256-key-47", "HS256 under a key that is one byte short of HS384", 47, .hs256),
    token("hs256-key-48", "HS256 under a key that is long enough for HS384", 48, .hs256),
    token("hs256-key-64", "HS256 under a key that is long enough for HS512", 64, .hs256),
    token("hs384-key-63", "HS384 under a key that is one byte short of HS512", 63, .hs384),
    token("hs384-key-64", "HS384 under a key that is long enough for HS512", 64, .hs384),
    token("hs512-key-129", "HS512 under a key longer than a block of its hash", 129, .hs512),
    NacosGoodToken(
      "key-and-nul", "a key and one NUL more sign just the same", flag: "key",
      NacosDraft().changed { $0.secret = NacosSamples.configured(NacosSamples.key + [0]) }),
  ]

  private static func token(
    _ name: String, _ comment: String, _ length: Int, _ algorithm: NacosAlgorithm
  ) -> NacosGoodToken {
    NacosGoodToken(
      name, comment, ["accepted", "claims", "signature.checked"], flag: "key",
      NacosDraft(algorithm, key: NacosSamples.key(length)))
  }

  // MARK: - Payloads

  private static let users: [NacosGoodToken] = [
    user("chinese", "characters beyond ASCII", "\"用户\""),
    user("emoji", "a character beyond the basic plane", "\"😀\""),
    user("emoji-escaped", "the same as two escapes", #""\ud83d\ude00""#),
    user("escaped", "every character as an escape", #""\u006e\u0061\u0063\u006F\u0073""#),
    user("escapes", "all short escapes", #""\"\\\/\b\f\n\r\t""#),
    user("nul", "a NUL as an escape", #""a\u0000b""#),
    user("blank", "nothing but a blank", "\" \""),
    user("delete", "a control that stands as it is", "\"\u{7F}\""),
    user("digits", "digits in quotes", #""0""#),
    user("word", "the word null in quotes", #""null""#),
    user("long", "300 characters", "\"" + String(repeating: "u", count: 300) + "\""),
    user("braces", "what looks like JSON inside the name", #""{\"exp\":0}""#),
  ]

  private static func user(_ name: String, _ comment: String, _ text: String) -> NacosGoodToken {
    NacosGoodToken(
      "user-\(name)", comment, flag: "text",
      NacosDraft(payload: NacosSamples.payload(sub: text)))
  }

  private static let texts: [NacosGoodToken] = [
    text("order", "the end stands first", #"{"exp":1704085200,"sub":"nacos"}"#),
    text(
      "blanks", "blanks between all that can have some",
      #" { "sub" : "nacos" , "exp" : 1704085200 } "#),
    text(
      "lines", "a payload of four lines", "{\n\t\"sub\": \"nacos\",\r\n\t\"exp\": 1704085200\n}\n"),
    text(
      "names-escaped", "the names of the members as escapes",
      #"{"\u0073ub":"nacos","e\u0078p":1704085200}"#),
    text("url-symbols", "base64url with its two symbols", #"{"sub":"~~~???>>>","exp":1704085200}"#),
    text(
      "full-group", "a payload whose last group is full", #"{"sub":"nacos1","exp":1704085200}"#),
    text(
      "two-symbols", "a payload whose last group has two symbols",
      #"{"sub":"nacos12","exp":1704085200}"#),
  ]

  private static func text(_ name: String, _ comment: String, _ payload: String) -> NacosGoodToken {
    NacosGoodToken("text-\(name)", comment, flag: "text", NacosDraft(payload: payload))
  }

  // MARK: - Time

  private static let ends: [NacosGoodToken] = [
    end("last-second", "the last second of the token", "1704067200", ["accepted", "exp.checked"]),
    end("next-second", "one second before the last", "1704067201"),
    end("32-bits", "an end that does not fit 31 bits", "2147483648"),
    end("33-bits", "an end that does not fit 32 bits", "4294967296"),
    end("milliseconds", "milliseconds of a time to come, which are seconds", "1704085200000"),
    end(
      "milliseconds-past", "milliseconds of a time that is over, which are seconds", "1704067199000"
    ),
    end("year-9999", "the last second of the year 9999", "253402300799"),
    end("longest", "the last end in milliseconds of 64 bits", "9223372036854775"),
  ]

  private static func end(
    _ name: String, _ comment: String, _ exp: String, _ clauses: [String] = ["accepted", "claims"]
  ) -> NacosGoodToken {
    NacosGoodToken(
      "end-\(name)", comment, clauses, flag: "limit",
      NacosDraft(payload: NacosSamples.payload(exp: exp)))
  }

  private static let clocks = NacosAlgorithm.allCases.map { algorithm in
    NacosGoodToken(
      "clock-\(algorithm.rawValue.lowercased())", "a token that ends with the year 9999",
      flag: "clock",
      NacosDraft(
        payload: NacosSamples.payload(exp: "\(NacosSamples.unending)"), algorithm,
        key: NacosSamples.key(algorithm.length)
      ).changed { $0.now = .ownClock })
  }

  // MARK: - What servers overlook

  /// Nobody documents these; recorded servers accept them, others may refuse them.
  static let free: [NacosGoodToken] = [
    free("hs384-key-32", "HS384 under a key that is too short for it", NacosDraft(.hs384)),
    free("hs512-key-32", "HS512 under a key that is too short for it", NacosDraft(.hs512)),
    free(
      "hs512-key-63", "HS512 under a key that is one byte too short",
      NacosDraft(.hs512, key: NacosSamples.key(63))),
    free(
      "claim-iat", "the second of the login beside sub and exp",
      #"{"sub":"nacos","exp":1704085200,"iat":1704067200}"#),
    free(
      "claim-nbf", "a start in the future, which own readers ignore",
      #"{"sub":"nacos","exp":1704085200,"nbf":1704067201}"#),
    free(
      "claim-object", "a claim with members of the same names",
      #"{"x":{"sub":"other","exp":0},"sub":"nacos","exp":1704085200}"#),
    free(
      "claim-case", "a claim that differs from exp in case",
      #"{"sub":"nacos","exp":1704085200,"EXP":0}"#),
    free(
      "end-beyond-milliseconds", "an end that does not fit 64 bits of milliseconds",
      NacosSamples.payload(exp: "9223372036854776")),
  ]

  private static func free(
    _ name: String, _ comment: String, _ payload: String
  ) -> NacosGoodToken {
    free(name, comment, NacosDraft(payload: payload))
  }

  private static func free(
    _ name: String, _ comment: String, _ draft: NacosDraft
  ) -> NacosGoodToken {
    NacosGoodToken(name, comment, ["open.payload"], flag: "tolerated", level: .may, draft)
  }
}

extension NacosDraft {
  func changed(_ change: (inout NacosDraft) -> Void) -> NacosDraft {
    var draft = self
    change(&draft)
    return draft
  }
}
