// SPDX-License-Identifier: MIT

import Bytes
import Zego

extension RefusalTests {
  static let old: [Case] = [
    Case("prefix 04", "encoding/prefix in prefix at byte 0: the token does not begin with '03'") {
      try Forge(claims: Forge.claims03).token
    },
    Case("GCM", "structure/iv.length in iv-length at byte 8: the IV has 12 bytes, 16 are expected")
    {
      var forge = Forge(claims: Forge.claims03, form: .gcm)
      forge.prefix = "03"
      return try forge.token
    },
    old(
      "key 2 missing", "claims/privilege in privilege: keys 1 and 2 with 0 or 1 are expected",
      #","2":0"#, ""),
    old(
      "key 3", "claims/privilege in privilege: keys 1 and 2 with 0 or 1 are expected", #""2":0"#,
      #""3":0"#),
    old(
      "three keys", "claims/privilege in privilege: keys 1 and 2 with 0 or 1 are expected",
      #""2":0"#, #""2":0,"3":0"#),
    old(
      "value 2", "claims/privilege in privilege: keys 1 and 2 with 0 or 1 are expected", #""2":0"#,
      #""2":2"#),
    old(
      "value true",
      "claims/member.type in privilege at byte 58: an object of integers is expected, an object found",
      #""2":0"#, #""2":true"#),
    old(
      "key twice", "claims/member.duplicate in privilege at byte 65: key 1 stands twice", #""2":0"#,
      #""1":0"#),
    old("key 01", "opens", #""2":0"#, #""02":0"#),
    old(
      "an array",
      "claims/member.type in privilege at byte 58: an object is expected, an array found",
      #"{"1":1,"2":0}"#, "[1,1]"),
    old(
      "null", "claims/member.type in privilege at byte 58: an object is expected, null found",
      #"{"1":1,"2":0}"#, "null"),
    old("no room", "claims/member.range in room_id: the text is empty", #""room""#, #""""#),
    old(
      "room null", "claims/member.type in room_id at byte 22: a string is expected, null found",
      #""room""#, "null"),
    old(
      "payload too",
      "claims/member.unknown in plaintext at byte 133: no member named 'payload' is expected",
      #""nonce":-1"#, #""nonce":-1,"payload":"""#),
    old(
      "nonce 2^63",
      "claims/member.range in nonce at byte 130: 9223372036854775808 is not in -9223372036854775808...9223372036854775807",
      #""nonce":-1"#, #""nonce":9223372036854775808"#),
    old(
      "expire differs",
      "claims/expire.mismatch in expire_time at byte 0: 1795232494 in clear, 1795232493 encrypted",
      "1795232494", "1795232493"),
  ]

  private static func old(
    _ name: String, _ expected: String, _ old: String, _ new: String
  ) -> Case {
    Case(name, expected) {
      let parts = Forge.claims03.split(
        separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      return try Forge(claims03: parts.joined(separator: new)).token
    }
  }
}
