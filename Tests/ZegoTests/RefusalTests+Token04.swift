// SPDX-License-Identifier: MIT

import Bytes
import Zego

// The tokens that are wrong, and the words of their refusals.
extension RefusalTests {
  static let encodings: [Case] = [
    Case("empty", "encoding/prefix in prefix at byte 0: the token does not begin with '04'") { [] },
    Case("half a prefix", "encoding/prefix in prefix at byte 0: the token does not begin with '04'")
    { [0x30] },
    .forged(
      "prefix 03", .cbc, "encoding/prefix in prefix at byte 0: the token does not begin with '04'"
    ) { $0.prefix = "03" },
    Case("prefix alone", "structure/truncated in expire at byte 0: 8 bytes expected, 0 left") {
      Array("04".utf8)
    },
    Case("one symbol", "encoding/base64 in base64 at byte 3: 1 symbols, no multiple of 4") {
      Array("04A".utf8)
    },
    Case("URL alphabet", "encoding/base64 in base64 at byte 5: '-' is no base64 symbol") {
      Array("04AAA-".utf8)
    },
    Case("line break", "encoding/base64 in base64 at byte 7: 5 symbols, no multiple of 4") {
      Array("04AAAA\n".utf8)
    },
    Case("no padding", "encoding/base64 in base64 at byte 4: 2 symbols, no multiple of 4") {
      Array("04AA".utf8)
    },
    Case("too much padding", "encoding/base64 in base64 at byte 3: '=' is no base64 symbol") {
      Array("04A===".utf8)
    },
    Case(
      "unused bits", "encoding/base64 in base64 at byte 3: unused bits of the last symbol are not 0"
    ) { Array("04AB==".utf8) },
    Case("not ASCII", "encoding/base64 in base64 at byte 7: 5 symbols, no multiple of 4") {
      Array("04AAAé".utf8)
    },
  ]

  static let structures: [Case] = [
    Case("expire", "structure/truncated in expire at byte 0: 8 bytes expected, 7 left") {
      try cut(.cbc, 7)
    },
    Case("iv length", "structure/truncated in iv-length at byte 8: 2 bytes expected, 1 left") {
      try cut(.cbc, 9)
    },
    Case("iv", "structure/truncated in iv at byte 10: 16 bytes expected, 15 left") {
      try cut(.cbc, 25)
    },
    Case(
      "ciphertext length",
      "structure/truncated in ciphertext-length at byte 26: 2 bytes expected, 1 left"
    ) { try cut(.cbc, 27) },
    Case("ciphertext", "structure/truncated in ciphertext at byte 28: 112 bytes expected, 111 left")
    { try cut(.cbc, 139) },
    Case("mode", "structure/truncated in mode at byte 141: 1 bytes expected, 0 left") {
      try cut(.gcm, 141)
    },
    .forged(
      "IV of 0", .cbc,
      "structure/iv.length in iv-length at byte 8: the IV has 0 bytes, 16 (CBC) or 12 (GCM) are expected"
    ) { $0.ivLength = 0 },
    .forged(
      "IV of 15", .cbc,
      "structure/iv.length in iv-length at byte 8: the IV has 15 bytes, 16 (CBC) or 12 (GCM) are expected"
    ) { $0.ivLength = 15 },
    .forged(
      "IV of 65535", .cbc,
      "structure/iv.length in iv-length at byte 8: the IV has 65535 bytes, 16 (CBC) or 12 (GCM) are expected"
    ) { $0.ivLength = .max },
    .forged(
      "CBC of 0", .cbc,
      "structure/ciphertext.length in ciphertext-length at byte 26: the ciphertext has 0 bytes, a multiple of 16 above 0 is expected"
    ) { $0.ciphertextLength = 0 },
    .forged(
      "CBC of 15", .cbc,
      "structure/ciphertext.length in ciphertext-length at byte 26: the ciphertext has 15 bytes, a multiple of 16 above 0 is expected"
    ) { $0.ciphertextLength = 15 },
    .forged(
      "CBC of 128", .cbc,
      "structure/truncated in ciphertext at byte 28: 128 bytes expected, 112 left"
    ) { $0.ciphertextLength = 128 },
    .forged(
      "CBC of 96", .cbc,
      "structure/trailing in ciphertext at byte 124: 16 bytes after the last field"
    ) { $0.ciphertextLength = 96 },
    .forged(
      "GCM of 15", .gcm,
      "structure/ciphertext.length in ciphertext-length at byte 22: the ciphertext has 15 bytes, at least the 16 of the tag are expected"
    ) { $0.ciphertextLength = 15 },
    .forged(
      "GCM of one less", .gcm,
      "structure/mode in mode at byte 140: the mode is 166, 1 (GCM) is expected"
    ) { $0.ciphertextLength = 116 },
    .forged(
      "mode 0", .gcm, "structure/mode in mode at byte 141: the mode is 0, 1 (GCM) is expected"
    ) { $0.mode = 0 },
    .forged(
      "mode 2", .gcm, "structure/mode in mode at byte 141: the mode is 2, 1 (GCM) is expected"
    ) { $0.mode = 2 },
    .forged(
      "trailing byte after CBC", .cbc,
      "structure/trailing in ciphertext at byte 140: 1 bytes after the last field"
    ) { $0.trailing = [1] },
    .forged(
      "trailing byte after GCM", .gcm,
      "structure/trailing in mode at byte 142: 1 bytes after the last field"
    ) { $0.trailing = [1] },
  ]

  static let crypto: [Case] = [
    .forged(
      "padding of 0", .cbc,
      "crypto/padding in ciphertext: the padding is not that of PKCS #7: another secret, or changed bytes"
    ) {
      $0.plaintext = [UInt8](repeating: 0, count: 16)
      $0.padding = false
    },
    .forged(
      "padding of 17", .cbc,
      "crypto/padding in ciphertext: the padding is not that of PKCS #7: another secret, or changed bytes"
    ) {
      $0.plaintext = [UInt8](repeating: 17, count: 32)
      $0.padding = false
    },
    .forged(
      "padding of unlike bytes", .cbc,
      "crypto/padding in ciphertext: the padding is not that of PKCS #7: another secret, or changed bytes"
    ) {
      $0.plaintext = [UInt8](repeating: 0, count: 13) + [3, 2, 3]
      $0.padding = false
    },
    Case(
      "another secret, GCM",
      "crypto/tag in tag: the tag does not hold: another secret, or changed bytes"
    ) {
      var bytes = try Forge(.gcm).bytes
      bytes[140] ^= 1
      return Forge.token("04", bytes)
    },
  ]

  private static func cut(_ form: Sealed.Form, _ count: Int) throws -> [UInt8] {
    Forge.token("04", Array(try Forge(form).bytes.prefix(count)))
  }

  static func claims(_ name: String, _ expected: String, _ text: String) -> Case {
    Case(name, expected) { try Forge(claims: text).token }
  }

  static func edited(_ name: String, _ expected: String, _ old: String, _ new: String) -> Case {
    claims(name, expected, Forge.edited(old, new))
  }

  static let members: [Case] = [
    claims(
      "empty plaintext",
      "claims/json.syntax in plaintext at byte 0: a value is expected, the end of the text found",
      ""),
    claims(
      "no JSON",
      "claims/json.syntax in plaintext at byte 1: a name in quotes is expected, the end of the text found",
      "{"),
    claims("an array", "claims/json.syntax in plaintext at byte 0: no JSON object", "[]"),
    claims("a number", "claims/json.syntax in plaintext at byte 0: no JSON object", "1"),
    claims(
      "two values", "claims/json.syntax in plaintext at byte 3: 2 bytes after the end of the value",
      "{} {}"),
    claims("no members", "claims/member.missing in app_id: the member is missing", "{}"),
    edited(
      "raw control",
      "claims/json.syntax in plaintext at byte 25: a control character must be escaped, byte 0x0a found",
      "demo", "de\nmo"),
    edited(
      "payload missing", "claims/member.missing in payload: the member is missing",
      #","payload":"""#, ""),
    edited(
      "app_id missing", "claims/member.missing in app_id: the member is missing", #""app_id":1,"#,
      ""),
    edited(
      "app_id twice", "claims/member.duplicate in app_id at byte 12: the member stands twice",
      #"{"app_id":1"#, #"{"app_id":1,"app_id":1"#),
    edited(
      "app_id twice, once escaped",
      "claims/member.duplicate in app_id at byte 12: the member stands twice", #"{"app_id":1"#,
      #"{"app_id":1,"app\u005fid":1"#),
    edited(
      "another member",
      "claims/member.unknown in plaintext at byte 12: no member named 'version' is expected",
      #"{"app_id":1"#, #"{"app_id":1,"version":4"#),
    edited(
      "other case",
      "claims/member.unknown in plaintext at byte 1: no member named 'appId' is expected",
      "app_id", "appId"),
    edited(
      "app_id text",
      "claims/member.type in app_id at byte 10: an integer is expected, a string found",
      #""app_id":1"#, #""app_id":"1""#),
    edited(
      "app_id float",
      "claims/member.type in app_id at byte 10: an integer is expected, a float found",
      #""app_id":1"#, #""app_id":1.0"#),
    edited(
      "app_id null", "claims/member.type in app_id at byte 10: an integer is expected, null found",
      #""app_id":1"#, #""app_id":null"#),
    edited(
      "app_id 0", "claims/member.range in app_id at byte 10: 0 is not in 1...4294967295",
      #""app_id":1"#, #""app_id":0"#),
    edited(
      "app_id -1", "claims/member.range in app_id at byte 10: -1 is not in 1...4294967295",
      #""app_id":1"#, #""app_id":-1"#),
    edited(
      "app_id 2^32",
      "claims/member.range in app_id at byte 10: 4294967296 is not in 1...4294967295",
      #""app_id":1"#, #""app_id":4294967296"#),
    edited(
      "app_id 2^64+1",
      "claims/member.range in app_id at byte 10: 18446744073709551617 is not in 1...4294967295",
      #""app_id":1"#, #""app_id":18446744073709551617"#),
    edited(
      "user_id number",
      "claims/member.type in user_id at byte 22: a string is expected, an integer found",
      #""demo""#, "1"),
    edited(
      "user_id empty", "claims/member.range in user_id: the text is empty", #""demo""#, #""""#),
    edited(
      "user_id lone surrogate",
      "claims/json.text in user_id at byte 22: the string is no Unicode text", #""demo""#,
      #""a\ud800""#),
    edited(
      "nonce 2^31",
      "claims/member.range in nonce at byte 37: 2147483648 is not in -2147483648...2147483647",
      "-1234567890", "2147483648"),
    edited(
      "nonce true",
      "claims/member.type in nonce at byte 37: an integer is expected, a boolean found",
      "-1234567890", "true"),
    edited(
      "ctime negative",
      "claims/member.range in ctime at byte 57: -1 is not in 0...9223372036854775807", "1795228894",
      "-1"),
    edited(
      "expire 2^63",
      "claims/member.range in expire at byte 77: 9223372036854775808 is not in 0...9223372036854775807",
      "1795232494", "9223372036854775808"),
    edited(
      "expire exponent",
      "claims/member.type in expire at byte 77: an integer is expected, a float found",
      "1795232494", "1.795232494e9"),
    edited(
      "payload object",
      "claims/member.type in payload at byte 98: a string is expected, an object found",
      #""payload":"""#, #""payload":{}"#),
    edited(
      "payload null", "claims/member.type in payload at byte 98: a string is expected, null found",
      #""payload":"""#, #""payload":null"#),
    edited(
      "payload lone surrogate",
      "claims/json.text in payload at byte 98: the string is no Unicode text", #""payload":"""#,
      #""payload":"\udc00""#),
    edited(
      "expire differs",
      "claims/expire.mismatch in expire at byte 0: 1795232494 in clear, 1795232495 encrypted",
      "1795232494", "1795232495"),
    Case(
      "clear expire differs",
      "claims/expire.mismatch in expire at byte 0: 1795232495 in clear, 1795232494 encrypted"
    ) {
      var forge = Forge()
      forge.expire += 1
      return try forge.token
    },
    Case(
      "invalid UTF-8",
      "claims/member.unknown in plaintext at byte 49: no member named 'cti�e' is expected"
    ) {
      var forge = Forge()
      forge.plaintext = forge.plaintext.map { $0 == UInt8(ascii: "m") ? 0xFF : $0 }
      return try forge.token
    },
  ]
}
