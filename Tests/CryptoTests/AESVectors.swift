// SPDX-License-Identifier: MIT

import Testing

/// A published example of a cipher, in hexadecimal.
struct CipherExample: CustomTestStringConvertible {
  let name: String
  let key: String
  let iv: String
  let text: String
  let ciphertext: String
  var tag = ""
  var testDescription: String { name }
}

/// NIST SP 800-38A, appendix F.2.
enum SP800_38A {
  private static let iv = "000102030405060708090a0b0c0d0e0f"
  private static let text = """
    6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
    30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710
    """

  static let examples = [
    CipherExample(
      name: "F.2.1 and F.2.2, CBC-AES128", key: "2b7e151628aed2a6abf7158809cf4f3c",
      iv: iv, text: text,
      ciphertext: """
        7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2\
        73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7
        """),
    CipherExample(
      name: "F.2.3 and F.2.4, CBC-AES192", key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
      iv: iv, text: text,
      ciphertext: """
        4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a\
        571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd
        """),
    CipherExample(
      name: "F.2.5 and F.2.6, CBC-AES256",
      key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
      iv: iv, text: text,
      ciphertext: """
        f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d\
        39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b
        """),
  ]
}

/// McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B.
enum GCMSpecification {
  private static let key128 = "feffe9928665731c6d6a8f9467308308"
  private static let key192 = key128 + "feffe9928665731c"
  private static let key256 = key128 + key128
  private static let iv = "cafebabefacedbaddecaf888"
  private static let zeros = String(repeating: "0", count: 32)
  private static let text = shortText + "1aafd255"
  private static let shortText = """
    d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
    1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
    """

  /// The test cases without additional data.
  static let sealed = [
    CipherExample(
      name: "1", key: zeros, iv: String(zeros.prefix(24)), text: "", ciphertext: "",
      tag: "58e2fccefa7e3061367f1d57a4e7455a"),
    CipherExample(
      name: "2", key: zeros, iv: String(zeros.prefix(24)), text: zeros,
      ciphertext: "0388dace60b6a392f328c2b971b2fe78", tag: "ab6e47d42cec13bdf53a67b21257bddf"),
    CipherExample(
      name: "3", key: key128, iv: iv, text: text,
      ciphertext: """
        42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e\
        21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091473f5985
        """, tag: "4d5c2af327cd64a62cf35abd2ba6fab4"),
    CipherExample(
      name: "7", key: zeros + zeros.prefix(16), iv: String(zeros.prefix(24)), text: "",
      ciphertext: "", tag: "cd33b28ac773f74ba00ed1f312572435"),
    CipherExample(
      name: "8", key: zeros + zeros.prefix(16), iv: String(zeros.prefix(24)), text: zeros,
      ciphertext: "98e7247c07f0fe411c267e4384b0f600", tag: "2ff58d80033927ab8ef4d4587514f0fb"),
    CipherExample(
      name: "9", key: key192, iv: iv, text: text,
      ciphertext: """
        3980ca0b3c00e841eb06fac4872a2757859e1ceaa6efd984628593b40ca1e19c\
        7d773d00c144c525ac619d18c84a3f4718e2448b2fe324d9ccda2710acade256
        """, tag: "9924a7c8587336bfb118024db8674a14"),
    CipherExample(
      name: "13", key: zeros + zeros, iv: String(zeros.prefix(24)), text: "", ciphertext: "",
      tag: "530f8afbc74536b9a963b4f1c4cb738b"),
    CipherExample(
      name: "14", key: zeros + zeros, iv: String(zeros.prefix(24)), text: zeros,
      ciphertext: "cea7403d4d606b6e074ec5d3baf39d18", tag: "d0d1c8a799996bf0265b98b5d48ab919"),
    CipherExample(
      name: "15", key: key256, iv: iv, text: text,
      ciphertext: """
        522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad
        """, tag: "b094dac5d93471bdec1a502270e3cc6c"),
  ]

  /// Test cases with additional data: it goes into the tag, the ciphertext does not depend on it.
  static let ciphertexts = [
    CipherExample(
      name: "16", key: key256, iv: iv, text: shortText,
      ciphertext: """
        522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
        """),
    CipherExample(
      name: "17, an IV of 8 bytes", key: key256, iv: "cafebabefacedbad", text: shortText,
      ciphertext: """
        c3762df1ca787d32ae47c13bf19844cbaf1ae14d0b976afac52ff7d79bba9de0\
        feb582d33934a4f0954cc2363bc73f7862ac430e64abe499f47c9b1f
        """),
    CipherExample(
      name: "18, an IV of 60 bytes", key: key256,
      iv: """
        9313225df88406e555909c5aff5269aa6a7a9538534f7da1e4c303d2a318a728\
        c3c0c95156809539fcf0e2429a6b525416aedbf5a0de6a57a637b39b
        """, text: shortText,
      ciphertext: """
        5a8def2f0c9e53f1f75d7853659e2a20eeb2b22aafde6419a058ab4f6f746bf4\
        0fc0c3b780f244452da3ebf1c5d82cdea2418997200ef82e44ae7e3f
        """),
  ]
}
