// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Testing

struct `The keyed hash` {
  struct Example: CustomTestStringConvertible {
    let name: String
    let function: Digest
    let key: [UInt8]
    let text: [UInt8]
    let tag: String
    var testDescription: String { name }

    init(_ name: String, _ function: Digest, _ key: [UInt8], _ text: [UInt8], _ tag: String) {
      (self.name, self.function) = (name, function)
      (self.key, self.text, self.tag) = (key, text, tag)
    }
  }

  @Test(arguments: rfc4231 + rfc2202)
  func `has its published values`(example: Example) throws {
    let tag = try example.function.hmac(example.text.span, key: example.key.span)
    #expect(Hex.encode(tag) == example.tag)
  }

  @Test(arguments: [
    (Digest.md5, "74e6f7298a9c2d168935f58c001bad88"),
    (.sha1, "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d"),
    (.sha256, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
  ])
  func `takes an empty key and an empty text`(function: Digest, tag: String) throws {
    let empty: [UInt8] = []
    #expect(Hex.encode(try function.hmac(empty.span, key: empty.span)) == tag)
  }

  /// A context keeps its key, so each key follows each other one here.
  @Test(arguments: [(Digest.md5, 64), (.sha1, 64), (.sha256, 64), (.sha384, 128), (.sha512, 128)])
  func `depends on the key of its own call alone`(function: Digest, block: Int) throws {
    let keys = [0, 1, 2, 4, 32, 63, 64, 65, 128, 129].map { Array(Self.aa(200)[..<$0]) }
    for first in keys + [Self.b0(4), Self.b0(32)] {
      for second in [first] + keys {
        let tag = try function.hmac(Self.question.span, key: second.span)
        #expect(try tag == Self.tag(function, second, block), "\(second.count) bytes")
      }
    }
  }

  /// As RFC 2104 builds it from a plain hash.
  private static func tag(_ function: Digest, _ key: [UInt8], _ block: Int) throws -> [UInt8] {
    var key = key.count > block ? try function.hash(key.span) : key
    key += [UInt8](repeating: 0, count: block - key.count)
    let inner = key.map { $0 ^ 0x36 } + question
    let outer = key.map { $0 ^ 0x5C } + (try function.hash(inner.span))
    return try function.hash(outer.span)
  }

  private static let jefe = Array("Jefe".utf8)
  private static let question = Array("what do ya want for nothing?".utf8)
  private static let dd = [UInt8](repeating: 0xDD, count: 50)
  private static let cd = [UInt8](repeating: 0xCD, count: 50)
  private static let key25 = Array(1...25 as ClosedRange<UInt8>)
  private static let largeKey = Array(
    "Test Using Larger Than Block-Size Key - Hash Key First".utf8)
  private static let largeText = Array(
    """
    This is a test using a larger than block-size key and a larger than block-size data. \
    The key needs to be hashed before being used by the HMAC algorithm.
    """.utf8)
  private static let twoBlocks = Array(
    "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data".utf8)

  private static func aa(_ count: Int) -> [UInt8] { [UInt8](repeating: 0xAA, count: count) }
  private static func b0(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x0B, count: count) }

  /// RFC 4231, section 4; case 5 is about shortened tags.
  static let rfc4231 = [
    Example(
      "RFC 4231, case 1, SHA-256", .sha256, b0(20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Example(
      "RFC 4231, case 1, SHA-384", .sha384, b0(20), Array("Hi There".utf8),
      """
      afd03944d84895626b0825f4ab46907f15f9dadbe4101ec6\
      82aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6
      """),
    Example(
      "RFC 4231, case 1, SHA-512", .sha512, b0(20), Array("Hi There".utf8),
      """
      87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde\
      daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854
      """),
    Example(
      "RFC 4231, case 2, SHA-256", .sha256, jefe, question,
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Example(
      "RFC 4231, case 2, SHA-384", .sha384, jefe, question,
      """
      af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47\
      e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649
      """),
    Example(
      "RFC 4231, case 2, SHA-512", .sha512, jefe, question,
      """
      164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554\
      9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737
      """),
    Example(
      "RFC 4231, case 3, SHA-256", .sha256, aa(20), dd,
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Example(
      "RFC 4231, case 3, SHA-384", .sha384, aa(20), dd,
      """
      88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9feb\
      e83ef4e55966144b2a5ab39dc13814b94e3ab6e101a34f27
      """),
    Example(
      "RFC 4231, case 3, SHA-512", .sha512, aa(20), dd,
      """
      fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39\
      bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb
      """),
    Example(
      "RFC 4231, case 4, SHA-256", .sha256, key25, cd,
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    Example(
      "RFC 4231, case 4, SHA-384", .sha384, key25, cd,
      """
      3e8a69b7783c25851933ab6290af6ca77a9981480850009c\
      c5577c6e1f573b4e6801dd23c4a7d679ccf8a386c674cffb
      """),
    Example(
      "RFC 4231, case 4, SHA-512", .sha512, key25, cd,
      """
      b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db\
      a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd
      """),
    Example(
      "RFC 4231, case 6, SHA-256", .sha256, aa(131), largeKey,
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    Example(
      "RFC 4231, case 6, SHA-384", .sha384, aa(131), largeKey,
      """
      4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f\
      3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952
      """),
    Example(
      "RFC 4231, case 6, SHA-512", .sha512, aa(131), largeKey,
      """
      80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352\
      6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598
      """),
    Example(
      "RFC 4231, case 7, SHA-256", .sha256, aa(131), largeText,
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    Example(
      "RFC 4231, case 7, SHA-384", .sha384, aa(131), largeText,
      """
      6617178e941f020d351e2f254e8fd32c602420feb0b8fb9a\
      dccebb82461e99c5a678cc31e799176d3860e6110c46523e
      """),
    Example(
      "RFC 4231, case 7, SHA-512", .sha512, aa(131), largeText,
      """
      e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944\
      b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58
      """),
  ]

  /// RFC 2202, sections 2 and 3; case 5 is about shortened tags.
  static let rfc2202 = [
    Example(
      "RFC 2202, case 1, MD5", .md5, b0(16), Array("Hi There".utf8),
      "9294727a3638bb1c13f48ef8158bfc9d"),
    Example("RFC 2202, case 2, MD5", .md5, jefe, question, "750c783e6ab0b503eaa86e310a5db738"),
    Example("RFC 2202, case 3, MD5", .md5, aa(16), dd, "56be34521d144c88dbb8c733f0e8b3f6"),
    Example("RFC 2202, case 4, MD5", .md5, key25, cd, "697eaf0aca3a3aea3a75164746ffaa79"),
    Example("RFC 2202, case 6, MD5", .md5, aa(80), largeKey, "6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"),
    Example("RFC 2202, case 7, MD5", .md5, aa(80), twoBlocks, "6f630fad67cda0ee1fb1f562db3aa53e"),
    Example(
      "RFC 2202, case 1, SHA-1", .sha1, b0(20), Array("Hi There".utf8),
      "b617318655057264e28bc0b6fb378c8ef146be00"),
    Example(
      "RFC 2202, case 2, SHA-1", .sha1, jefe, question,
      "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
    Example(
      "RFC 2202, case 3, SHA-1", .sha1, aa(20), dd, "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
    Example(
      "RFC 2202, case 4, SHA-1", .sha1, key25, cd, "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
    Example(
      "RFC 2202, case 6, SHA-1", .sha1, aa(80), largeKey,
      "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
    Example(
      "RFC 2202, case 7, SHA-1", .sha1, aa(80), twoBlocks,
      "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"),
  ]
}
