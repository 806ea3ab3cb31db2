// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Nacos
import Seeded
import Testing

@Suite struct `An access token` {
  static let now: Int64 = 1_704_067_200
  static let end: Int64 = 1_704_085_200
  static let secret = Text("VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg=")
  /// What servers issued to the user nacos in the second `now`, by the length of their key.
  static let known: [(secret: String, token: String)] = [
    (
      "VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg=",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0"
        + ".LCl5DkUZvB4NvMcIPjFe2xNPE6ESRUQei352Sg9f-iQ"
    ),
    (
      "KSqovKl4iZgYWHjjw4e93SOX+rb6d3LD3h7u12CYRlY58tQWwO0jITS3MgId6meE",
      "eyJhbGciOiJIUzM4NCJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0"
        + ".9R9F6452mCGObAF5pVk0WRdoFSLQpklGISv6QXvFPTx_SEDjRE0qI7DEx4uGchRG"
    ),
    (
      "PAcTwNNxXqd9/oW+uS1RY58b5gIvsTs+Y3hPJu4/Yh6Hc0H5VJoD9GasLUzFoP/Ja23lCh7Wy29nEb6Z11MGXA==",
      "eyJhbGciOiJIUzUxMiJ9.eyJzdWIiOiJuYWNvcyIsImV4cCI6MTcwNDA4NTIwMH0"
        + ".GTj8P562D13N6IfgPw8PR5Ewif8-dvOwcOfNP094wENchNkUaN9xqF-DWxtNjUHqifDSD_QBWeShqpq4m1b81g"
    ),
  ]

  static func key(_ secret: String) throws -> NacosKey { try NacosKey(configured: Text(secret)) }

  static func open(
    _ token: [UInt8], secret: Text = secret, now: Int64? = now
  ) throws -> AccessToken {
    let key = try NacosKey(configured: secret)
    return try AccessToken(opening: token.span, key: key, now: now)
  }

  /// The words of a refusal.
  static func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  static func isRefused(_ token: [UInt8]) -> Bool { (try? open(token)) == nil }

  /// A token of these texts, signed with the key.
  static func signed(_ header: String, _ payload: String) throws -> [UInt8] {
    let text = Base64.url.encode(Array(header.utf8)) + [UInt8(ascii: ".")]
    return try sign(Base64.url.encode(Array(payload.utf8), after: text))
  }

  static func sign(_ text: [UInt8]) throws -> [UInt8] {
    let key = try key(secret.display)
    let signature = try NacosAlgorithm.hs256.digest.hmac(text.span, key: key.bytes.span)
    return Base64.url.encode(signature, after: text + [UInt8(ascii: ".")])
  }

  // MARK: - Known tokens

  @Test(arguments: known)
  func `is what servers issue, to the byte`(secret: String, token: String) throws {
    let minted = try AccessToken(sub: "nacos", lifetime: 18_000, now: Self.now)
      .mint(key: Self.key(secret))
    #expect(String(decoding: minted, as: UTF8.self) == token)
    let opened = try Self.open(Array(token.utf8), secret: Text(secret))
    #expect(opened == AccessToken(sub: "nacos", exp: Self.end))
  }

  @Test(arguments: ["nacos", "用户", "😀", "o\"neil\\", "tab\t\u{1}", "a/b</script>", " "])
  func `opens as the user it was made for`(user: String) throws {
    let token = try AccessToken(sub: Text(user), lifetime: 1, now: Self.now)
      .mint(key: Self.key(Self.secret.display))
    #expect(try Self.open(token).sub == Text(user))
  }

  @Test func `is good through its last second`() throws {
    let token = Array(Self.known[0].token.utf8)
    #expect(try Self.open(token, now: Self.end).exp == Self.end)
    let words = Self.refusal { _ = try Self.open(token, now: Self.end + 1) }
    #expect(words == "time/expired in exp: the token ended at 1704085200, it is 1704085201")
  }

  @Test func `is not made for nobody, nor without an end`() {
    for user in [Text(""), Text([0xED, 0xA0, 0x80])] {
      let words = Self.refusal {
        _ = try AccessToken(sub: user, exp: 1).mint(key: Self.key(Self.secret.display))
      }
      #expect(words == "claims/user.text in sub: a user name in Unicode text is expected")
    }
    let words = Self.refusal { _ = try AccessToken(sub: "nacos", lifetime: .max, now: 1) }
    #expect(words == "time/lifetime.range in exp: the end is beyond 64 bits")
  }

  // MARK: - Refusals

  static let refusals: [(header: String, payload: String, words: String)] = [
    (
      #"{"alg":"HS256","typ":"JWT"}"#, #"{"sub":"nacos","exp":1704085200}"#,
      "structure/header in header at byte 0: the header is none of the three of HS256, HS384 and"
        + " HS512"
    ),
    (
      plain, #"{"sub":"nacos"}"#,
      "claims/member.missing in exp: the member is missing"
    ),
    (plain, #"{"exp":1704085200}"#, "claims/member.missing in sub: the member is missing"),
    (
      plain, #"{"sub":"","exp":1704085200}"#, "claims/member.missing in sub at byte 7: it is empty"
    ),
    (
      plain, #"{"sub":"nacos","exp":"1704085200"}"#,
      "claims/member.type in exp at byte 21: an integer of 64 bits is expected"
    ),
    (
      plain, #"{"sub":7,"exp":1704085200}"#,
      "claims/member.type in sub at byte 7: Unicode text is expected"
    ),
    (
      plain, #"{"sub":"a","sub":"b","exp":1704085200}"#,
      "claims/member.duplicate in sub at byte 11: the member is there twice"
    ),
    (plain, "[]", "structure/member.type in payload at byte 0: an object is expected"),
    (
      plain, #"{"sub":"nacos","exp":1}x"#,
      "structure/json.syntax in payload at byte 23: 1 bytes after the end of the value"
    ),
    (
      plain, #"{"sub":"nacos","exp":1704067199}"#,
      "time/expired in exp: the token ended at 1704067199, it is 1704067200"
    ),
  ]
  static let plain = #"{"alg":"HS256"}"#

  @Test(arguments: refusals)
  func `is refused in words that name the place`(
    header: String, payload: String, words: String
  ) throws {
    let token = try Self.signed(header, payload)
    #expect(Self.refusal { _ = try Self.open(token) } == words)
  }

  @Test(arguments: [
    ("", "encoding/blank in token at byte 0: a token is expected"),
    ("a.b", "structure/parts in token at byte 3: fewer than three parts"),
    ("a.b.c.d", "structure/parts in token at byte 5: more than three parts"),
  ])
  func `has three parts`(token: String, words: String) {
    #expect(Self.refusal { _ = try Self.open(Array(token.utf8)) } == words)
  }

  @Test(arguments: [
    ("VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg", "encoding/secret.base64"),
    ("VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg= ", "encoding/secret.base64"),
    ("AAAA", "policy/secret.length"), ("", "policy/secret.length"),
  ])
  func `needs a key of 32 bytes in Base64`(secret: String, reason: String) {
    let words = Self.refusal { _ = try NacosKey(configured: Text(secret)) }
    #expect(words?.hasPrefix(reason + " in secret") == true)
  }

  // MARK: - Every byte counts

  @Test func `is refused where its end is missing, or something follows`() {
    let token = Array(Self.known[0].token.utf8)
    for length in token.indices { #expect(Self.isRefused(Array(token[..<length]))) }
    for more in [".", "=", " ", "A", "\n"] { #expect(Self.isRefused(token + Array(more.utf8))) }
  }

  @Test func `is refused with any bit changed`() {
    let token = Array(Self.known[0].token.utf8)
    for index in token.indices {
      for bit in 0..<8 {
        var flipped = token
        flipped[index] ^= 1 << UInt8(bit)
        #expect(Self.isRefused(flipped), "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func `does not trap on any payload that is signed`() throws {
    var random = Seeded(seed: .random(in: 0...UInt64.max))
    let payload = Array(#"{"sub":"na\u0063os","exp":1704085200,"x":[1,{"y":null}]}"#.utf8)
    let header = Array(Self.known[0].token.utf8.prefix(21))
    for _ in 0..<4000 {
      var mutated = payload
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<mutated.count, using: &random)
        mutated[place] = .random(in: 0...255, using: &random)
      }
      let token = try Self.sign(Base64.url.encode(mutated, after: header))
      guard let opened = try? Self.open(token) else { continue }
      #expect(!opened.sub.isEmpty && opened.exp >= Self.now)
    }
  }
}
