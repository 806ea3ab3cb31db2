// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// Keys, padding, tags and changed bytes.
extension ZegoVectors {
  var cipher: [Negative] {
    let first =
      kind == .token04GCM ? Check(.crypto, "tag", "tag") : Check(.crypto, "padding", "ciphertext")
    let keys: [Negative] = [
      (
        "other-secret", "sealed with another secret", "key",
        ["key": "00000000000000000000000000000000"], first
      ),
      (
        "aes-128", "sealed by AES-128 with the first half of the secret", "key",
        ["key": .string(Text(Array(Self.secret.bytes.prefix(16))))], first
      ),
      (
        "secret-as-hex", "sealed by AES-128 with the secret decoded as hexadecimal", "key",
        ["key": .string(Self.secretAsHex)], first
      ),
      (
        "upper-case-secret", "sealed with the secret in capitals", "key",
        ["key": .string(Self.secret.display.uppercased())], first
      ),
      (
        "opened-with-other-secret", "opened with another secret", "secret",
        ["secret": "00000000000000000000000000000000"], first
      ),
      (
        "secret-of-31", "opened with a secret of 31 bytes", "secret",
        ["secret": .string(Text(Array(Self.secret.bytes.dropLast())))],
        Check(.policy, "secret.length", "secret")
      ),
      (
        "secret-of-33", "opened with a secret of 33 bytes", "secret",
        ["secret": .string(Self.secret.display + "0")], Check(.policy, "secret.length", "secret")
      ),
      (
        "secret-with-line-feed", "opened with the secret and a line feed", "secret",
        ["secret": .string(Self.secret.display + "\n")], Check(.policy, "secret.length", "secret")
      ),
      (
        "secret-empty", "opened with an empty secret", "secret", ["secret": ""],
        Check(.policy, "secret.length", "secret")
      ),
    ]
    return keys + (kind == .token04GCM ? tags : blocks)
  }

  static let secretAsHex: Text = {
    let digits = secret.bytes
    return Text((try? Hex.decode(digits.span)) ?? [])
  }()

  var tags: [Negative] {
    let tag = Check(.crypto, "tag", "tag")
    let flips: [(String, String, String, Int64, Int64)] = [
      ("first-tag-bit", "the first bit of the tag", "flip-ciphertext", -16, 7),
      ("last-tag-bit", "the last bit of the tag", "flip-ciphertext", -1, 0),
      ("tag-bit-64", "a bit in the middle of the tag", "flip-ciphertext", -8, 3),
      ("first-ciphertext-bit", "the first bit of the ciphertext", "flip-ciphertext", 0, 7),
      ("user-bit", "a bit of the user id", "flip-ciphertext", 36, 0),
      ("iv-bit", "a bit of the IV", "flip-bit", 10, 0),
      ("last-iv-bit", "the last bit of the IV", "flip-bit", 21, 0),
    ]
    let rows: [Negative] = flips.map {
      ($0.0, "\($0.1) is another", $0.2, ["byte": .integer($0.3), "bit": .integer($0.4)], tag)
    }
    let others: [Negative] = [
      (
        "tag-of-zeros", "a tag of zeros", "tag",
        ["bytes": .string(Text([UInt8](repeating: 0, count: 16)))], tag
      ),
      ("tag-of-12", "a tag of 12 bytes", "cut-ciphertext", ["bytes": 4], tag),
      (
        "ciphertext-of-15", "15 bytes, fewer than a tag", "cut-ciphertext",
        ["bytes": .integer(ZegoDraft(kind).sealedLength - 15)], Self.ciphertextLength
      ),
      ("tag-missing", "no tag", "cut-ciphertext", ["bytes": 16], tag),
      ("tag-first", "the tag before the ciphertext", "tag-first", [:], tag),
      (
        "tag-appended", "a tag of 20 bytes", "tag",
        ["bytes": .string(Text([UInt8](repeating: 7, count: 20)))], tag
      ),
    ]
    return rows + others
  }

  var blocks: [Negative] {
    let padding = Check(.crypto, "padding", "ciphertext")
    let filler = ZegoDraft(kind).paddingLength
    let paddings: [(String, String, [UInt8])] = [
      ("padding-of-zeros", "padding of zeros", [UInt8](repeating: 0, count: filler)),
      ("padding-17", "the last byte says 17", [UInt8](repeating: 0, count: filler - 1) + [17]),
      ("padding-255", "the last byte says 255", [UInt8](repeating: 0, count: filler - 1) + [255]),
      (
        "padding-0", "the last byte says 0",
        [UInt8](repeating: UInt8(filler), count: filler - 1) + [0]
      ),
      (
        "padding-one-off", "one byte of the padding is another",
        [UInt8(filler) ^ 1] + [UInt8](repeating: UInt8(filler), count: filler - 1)
      ),
      (
        "padding-counted", "padding that counts up, as in other standards",
        (1...UInt8(filler)).map { $0 }
      ),
      (
        "padding-last-alone", "zeros and their number, as in ANSI X9.23",
        [UInt8](repeating: 0, count: filler - 1) + [UInt8(filler)]
      ),
      (
        "padding-80", "a byte 128 and zeros, as in ISO 7816",
        [0x80] + [UInt8](repeating: 0, count: filler - 1)
      ),
      ("padding-blanks", "blanks", [UInt8](repeating: 0x20, count: filler)),
    ]
    let rows: [Negative] = paddings.map {
      (
        $0.0, $0.1, "padding", ["instead-of": .integer(filler), "bytes": .string(Text($0.2))],
        padding
      )
    }
    let changed: [Negative] = [
      (
        "last-block-bit", "a bit of the last block of ciphertext is another", "flip-ciphertext",
        ["byte": -1, "bit": 0], padding
      ),
      (
        "first-block-bit", "a bit of the first block: it becomes noise", "flip-ciphertext",
        ["byte": 0, "bit": 0], Self.syntax
      ),
      (
        "blocks-swapped", "the second and the third block change places", "swap-blocks",
        ["first": 1, "second": 2], Self.syntax
      ),
      ("last-block-cut", "the last block is not there", "cut-ciphertext", ["bytes": 16], padding),
      (
        "ciphertext-empty", "no block at all", "cut-ciphertext", ["bytes": 100_000],
        Self.ciphertextLength
      ),
      (
        "iv-bit-in-brace", "a bit of the IV makes another character of the brace", "flip-bit",
        ["byte": 10, "bit": 0], Self.syntax
      ),
    ]
    return rows + changed
  }
}
