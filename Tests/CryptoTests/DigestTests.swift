// SPDX-License-Identifier: MIT

import Bytes
import Crypto
import Testing

struct `The hash functions` {
  private static let shortBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
  private static let longBlocks = """
    abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn\
    hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu
    """
  private static let alphabet = "abcdefghijklmnopqrstuvwxyz"

  /// RFC 1321, section A.5.
  static let md5 = [
    ("", "d41d8cd98f00b204e9800998ecf8427e"),
    ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (alphabet, "c3fcd3d76192e4007dfb496cca67e13b"),
    (alphabet.uppercased() + alphabet + "0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
  ]

  @Test(arguments: md5)
  func `have the MD5 of RFC 1321`(text: String, digest: String) throws {
    #expect(try hash(text, .md5) == digest)
  }

  /// FIPS 180 and its example pages; of the empty text, the CAVP's values.
  static let sha: [(Digest, String, String)] = [
    (.sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha1, shortBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (.sha256, shortBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    (
      .sha384, "",
      """
      38b060a751ac96384cd9327eb1b1e36a21fdb71114be0743\
      4c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
      """
    ),
    (
      .sha384, "abc",
      """
      cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163\
      1a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7
      """
    ),
    (
      .sha384, longBlocks,
      """
      09330c33f71147e83d192fc782cd1b4753111b173b3b05d2\
      2fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039
      """
    ),
    (
      .sha512, "",
      """
      cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce\
      47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
      """
    ),
    (
      .sha512, "abc",
      """
      ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
      2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
      """
    ),
    (
      .sha512, longBlocks,
      """
      8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018\
      501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909
      """
    ),
  ]

  @Test(arguments: sha)
  func `have the values of FIPS 180`(function: Digest, text: String, digest: String) throws {
    #expect(try hash(text, function) == digest)
  }

  static let millions: [(Digest, String)] = [
    (.md5, "7707d6ae4e027c70eea2a935c2296f21"),
    (.sha1, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    (.sha256, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    (
      .sha384,
      """
      9d0e1809716474cb086e834e310a4a1ced149e9c00f24852\
      7972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985
      """
    ),
    (
      .sha512,
      """
      e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb\
      de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b
      """
    ),
  ]

  @Test(arguments: millions)
  func `have the values of a million letters`(function: Digest, digest: String) throws {
    #expect(try hash(String(repeating: "a", count: 1_000_000), function) == digest)
  }

  private func hash(_ text: String, _ function: Digest) throws(CryptoError) -> String {
    let bytes = Array(text.utf8)
    return Hex.encode(try function.hash(bytes.span))
  }
}
