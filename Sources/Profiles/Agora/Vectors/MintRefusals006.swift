// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Requests for an AccessToken 006 that break a rule for callers.
enum MintRefusals006 {
  static let identifiers: [Case006] = digits.flatMap { digits in
    [
      Case006("app-id-\(digits.name)", "an app id \(digits.comment)", ["app-id.hex"], "identifier")
      {
        $0.appID = digits.value
      },
      Case006(
        "certificate-\(digits.name)", "a certificate \(digits.comment)", ["certificate.hex"],
        "identifier"
      ) { $0.certificate = digits.value },
    ]
  }

  private static let digits: [(name: String, comment: String, value: JSONValue)] = [
    ("empty", "of no digits", ""), ("null", "that is null", .null),
    ("31", "of 31 digits", "970CA35de60c44645bbae8a215061b3"),
    ("33", "of 33 digits", "970CA35de60c44645bbae8a215061b333"),
    ("g", "with a letter that is no digit", "970CA35de60c44645bbae8a215061b3g"),
    ("blank", "with a blank in its end", "970CA35de60c44645bbae8a215061b3 "),
    ("dashes", "with dashes, 36 characters", "970CA35d-e60c-4464-5bba-e8a215061b33"),
    (
      "wide", "of 32 bytes, some of them digits of another script", "９70CA35de60c44645bbae8a2150b33"
    ),
  ]

  static let names: [Case006] = texts.flatMap { text in
    let more = text.value.utf8.allSatisfy { $0 < 0x80 } ? [] : ["006.text"]
    return [
      Case006(
        "channel-\(text.name)", "a channel \(text.comment)", ["channel.charset"] + more, "name"
      ) { $0.channel = .string(text.value) },
      Case006(
        "account-\(text.name)", "an account \(text.comment)", ["account.charset"] + more, "name"
      ) { $0.uid = .string(text.value) },
    ]
  }

  private static let texts: [(name: String, comment: String, value: String)] = [
    ("quote", "with a quotation mark", "a\"b"), ("apostrophe", "with an apostrophe", "a'b"),
    ("star", "with a star", "a*b"), ("slash", "with a slash", "a/b"),
    ("backslash", "with a backslash", "a\\b"), ("backtick", "with a backtick", "a`b"),
    ("nul", "with U+0000", "a\0b"), ("line-feed", "with a line feed at its end", "ab\n"),
    ("delete", "with U+007F", "a\u{7f}b"), ("accent", "with an accent", "caf\u{e9}"),
    ("chinese", "in Chinese", "频道一"), ("emoji", "with an emoji", "a😀"),
  ]

  static let lengths: [Case006] = [
    Case006("channel-empty", "no channel", ["channel.present"], "name") { $0.channel = "" },
    Case006("channel-null", "a channel that is null", ["channel.text"], "type") {
      $0.channel = .null
    },
    Case006("channel-65", "a channel of 65 bytes", ["channel.length"], "limit") {
      $0.channel = .string(String(repeating: "c", count: 65))
    },
    Case006("channel-bytes", "a channel that is no UTF-8", ["channel.text"], "name") {
      $0.channel = .string(Text([0x61, 0xFF]))
    },
    Case006("account-256", "an account of 256 bytes", ["account.length"], "limit") {
      $0.uid = .string(String(repeating: "u", count: 256))
    },
    Case006("account-bytes", "an account that is no UTF-8", ["account.text"], "name") {
      $0.uid = .string(Text([0x61, 0xFF]))
    },
  ]

  static let users: [Case006] = [
    Case006("uid-null", "a user that is null", ["account.present", "types.checked"], "type") {
      $0.uid = .null
    },
    Case006("uid-minus-1", "a negative uid", ["uid.range", "numbers.checked"], "number") {
      $0.uid = -1
    },
    Case006("uid-4294967296", "a uid of 33 bits", ["uid.range", "numbers.checked"], "number") {
      $0.uid = 4_294_967_296
    },
    Case006("uid-wide", "a uid beyond 64 bits", ["uid.range", "numbers.checked"], "number") {
      $0.uid = .integer(lexeme: "18446744073709551617")
    },
    Case006("uid-fraction", "a uid with a fraction", ["uid.range", "types.checked"], "type") {
      $0.uid = .float(lexeme: "1.5")
    },
    Case006("uid-float", "a uid that is a float", ["uid.range", "types.checked"], "type") {
      $0.uid = .float(lexeme: "12345.0")
    },
    Case006("uid-float-0", "the uid 0 as a float", ["uid.range", "types.checked"], "type") {
      $0.uid = .float(lexeme: "0.0")
    },
    Case006("uid-true", "a uid that is true", ["uid.range", "types.checked"], "type") {
      $0.uid = true
    },
    Case006("uid-false", "a uid that is false", ["uid.range", "types.checked"], "type") {
      $0.uid = false
    },
  ]

  static let numbers: [Case006] =
    values.map { value in
      Case006(
        "expire-\(value.name)", "a privilege's time \(value.comment)",
        ["expire.range", "numbers.checked"], "number"
      ) { $0.steps = [.set(1, value.number)] }
    }
    + [("minus-1", -1), ("65536", 65536), ("65537", 65537)].map { name, number in
      Case006(
        "privilege-\(name)", "the privilege \(number)", ["privilege.range", "numbers.checked"],
        "number"
      ) { $0.steps = [.set(.integer(number), 9)] }
    } + [
      Case006(
        "expire-milliseconds", "a privilege's time in milliseconds",
        ["expire.range", "numbers.checked"], "number"
      ) { $0.steps = [.set(1, 1_626_013_391_434)] }.reported("AgoraIO/Tools#172"),
      Case006("privilege-text", "a privilege that is a text", ["privilege.range"], "type") {
        $0.steps = [.set("join", 9)]
      },
      Case006("salt-4294967296", "a salt of 33 bits", ["salt.range", "numbers.checked"], "number") {
        $0.steps.append(.saltTs(4_294_967_296, 7))
      },
      Case006("salt-minus-1", "a negative salt", ["salt.range", "numbers.checked"], "number") {
        $0.steps.append(.saltTs(-1, 7))
      },
      Case006("ts-4294967296", "an end of 33 bits", ["ts.range", "numbers.checked"], "number") {
        $0.steps.append(.saltTs(7, 4_294_967_296))
      },
    ]

  private static let values: [(name: String, comment: String, number: JSONValue)] = [
    ("minus-1", "before 1970", -1), ("4294967296", "of 33 bits", 4_294_967_296),
    ("4294967301", "that is cut to 5", 4_294_967_301),
    ("wide", "beyond 64 bits", .integer(lexeme: "18446744073709551621")),
    ("fraction", "with a fraction", .float(lexeme: "1446455471.7")),
    ("text", "that is a text", "tomorrow"), ("null", "that is null", .null),
  ]

  static let roles: [Case006] =
    [0, 1, 2, 3, 4, 101].map { number in
      Case006(
        "role-\(number)", "the role \(number), which means other rights in other languages",
        ["role.named"], "role"
      ) { $0.steps = [.role(.integer(number))] }
    } + [
      Case006("role-unknown", "a role that there is not", ["role.named"], "role") {
        $0.steps = [.role("host")]
      },
      Case006("call-unknown", "a call that there is not", ["calls.documented"], "calls") {
        $0.steps = [["op": "addPrivilege", "privilege": 1, "expire": 9]]
      },
    ]
}
