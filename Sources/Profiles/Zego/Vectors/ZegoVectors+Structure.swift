// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

// The text of a token, and its fields.
extension ZegoVectors {
  var encoding: [Negative] {
    let other = kind == .token03 ? "04" : "03"
    let own = kind == .token03 ? "03" : "04"
    let rows: [Negative] = [
      (
        "prefix-of-other-version", "the prefix \(other)", "prefix", ["to": .string(other)],
        Self.prefix
      ),
      ("prefix-05", "the prefix 05, which no version has", "prefix", ["to": "05"], Self.prefix),
      ("prefix-missing", "no prefix", "prefix", ["to": ""], Self.prefix),
      (
        "prefix-after-blank", "a blank before the prefix", "prefix", ["to": .string(" " + own)],
        Self.prefix
      ),
      (
        "prefix-after-mark", "a byte order mark before the prefix", "prefix",
        ["to": .string("\u{feff}" + own)], Self.prefix
      ),
      (
        "prefix-without-0", "one digit of the prefix", "prefix",
        ["to": .string(String(own.suffix(1)))],
        Self.prefix
      ),
      (
        "prefix-wide", "the prefix in wide digits", "prefix",
        ["to": .string(kind == .token03 ? "０３" : "０４")], Self.prefix
      ),
      (
        "empty", "an empty token", "replace-text", ["at": 0, "count": 100_000, "by": ""],
        Self.prefix
      ),
      (
        "prefix-alone", "the prefix and nothing else", "replace-text",
        ["at": 2, "count": 100_000, "by": ""], Self.truncated("expire")
      ),
      (
        "line-feed-at-end", "a line feed at the end", "replace-text",
        ["at": 100_000, "count": 0, "by": "\n"],
        Self.base64
      ),
      (
        "blank-at-end", "a blank at the end", "replace-text",
        ["at": 100_000, "count": 0, "by": " "], Self.base64
      ),
      (
        "base64-in-lines", "base64 in lines of 76 symbols", "base64", ["alphabet": "lines"],
        Self.base64
      ),
      (
        "comma-inside", "a comma in the place of a symbol", "replace-text",
        ["at": 20, "count": 1, "by": ","],
        Self.base64
      ),
      (
        "percent-inside", "a symbol as %2B, as in an address", "replace-text",
        ["at": 20, "count": 1, "by": "%2B"], Self.base64
      ),
      (
        "nul-inside", "a byte 0 in the place of a symbol", "replace-text",
        ["at": 20, "count": 1, "by": .string(Text([0]))], Self.base64
      ),
      (
        "byte-80-inside", "a byte 128 in the place of a symbol", "replace-text",
        ["at": 20, "count": 1, "by": .string(Text([0x80]))], Self.base64
      ),
      (
        "letter-of-other-script", "a letter А of another script", "replace-text",
        ["at": 20, "count": 1, "by": "А"], Self.base64
      ),
      (
        "padding-inside", "padding in the middle", "replace-text",
        ["at": 20, "count": 4, "by": "AA=="],
        Self.base64
      ),
      (
        "four-signs-of-padding", "a group of padding alone at the end", "replace-text",
        ["at": 100_000, "count": 0, "by": "===="], Self.base64
      ),
      (
        "url-alphabet", "base64 of the URL alphabet", "replace-text",
        ["at": 10, "count": 4, "by": "-_-_"], Self.base64
      ),
      (
        "one-symbol-less", "the last symbol cut", "replace-text", ["at": -1, "count": 1, "by": ""],
        Self.base64
      ),
      (
        "one-symbol-more", "a symbol too many", "replace-text",
        ["at": 100_000, "count": 0, "by": "A"], Self.base64
      ),
    ]
    return rows + [
      ("unpadded", "no padding", "base64", ["alphabet": "unpadded"], Self.base64),
      ("unused-bits", "a bit set that carries nothing", "unused-bits", [:], Self.base64),
    ]
  }

  var truncations: [Negative] {
    let iv = Int64(model.reference.layout.ivLength)
    let places: [(Int64, String)] = [
      (0, "expire"), (1, "expire"), (7, "expire"), (8, "iv-length"), (9, "iv-length"), (10, "iv"),
      (9 + iv, "iv"), (10 + iv, "ciphertext-length"), (11 + iv, "ciphertext-length"),
      (12 + iv, "ciphertext"), (28 + iv, "ciphertext"),
    ]
    let ends: [(String, String, Int64, Check)] =
      kind == .token04GCM
      ? [
        ("before-mode", "before the mode byte", -1, Self.truncated("mode")),
        ("within-tag", "within the tag", -2, Self.truncated("ciphertext")),
        ("before-tag", "before the tag", -17, Self.truncated("ciphertext")),
      ]
      : [
        ("by-one-byte", "by one byte", -1, Self.truncated("ciphertext")),
        ("by-one-block", "by one block", -16, Self.truncated("ciphertext")),
      ]
    let cuts: [Negative] = places.map {
      (
        "cut-at-\($0.0)", "cut at byte \($0.0), in \($0.1)", "truncate", ["to": .integer($0.0)],
        Self.truncated($0.1)
      )
    }
    return cuts
      + ends.map { ("cut-\($0.0)", "cut \($0.1)", "truncate", ["to": .integer($0.2)], $0.3) }
  }

  var lengths: [Negative] {
    ivLengths + ciphertextLengths + drops + integers + ends
  }

  var ivLengths: [Negative] {
    let own = Int64(model.reference.layout.ivLength)
    let values: [Int64] = [0, 1, own - 1, own + 1, 32, 32_768 + own, own << 8, 65_535]
    let claimed: [Negative] = values.map {
      (
        "iv-length-\($0)", "the length of the IV says \($0)", "set-length",
        ["field": "iv-length", "value": .integer($0)], Self.ivLength
      )
    }
    let real: [Negative] = [
      ("iv-of-15", "an IV of 15 bytes", "set-iv", ["iv": "Kq0zP7xWm3Vb9Rt"], Self.ivLength),
      ("iv-of-8", "an IV of 8 bytes", "set-iv", ["iv": "Kq0zP7xW"], Self.ivLength),
      ("iv-of-0", "no IV", "set-iv", ["iv": ""], Self.ivLength),
      (
        "iv-of-24", "an IV of 24 bytes", "set-iv", ["iv": "Kq0zP7xWm3Vb9RtYKq0zP7xW"], Self.ivLength
      ),
    ]
    return claimed + real
  }

  var ciphertextLengths: [Negative] {
    let set: (String, String, Int64, Check) -> Negative = {
      (
        "ciphertext-length-\($0)", $1, "set-length",
        ["field": "ciphertext-length", "value": .integer($2)], $3
      )
    }
    let length = Int64(ZegoDraft(kind).sealedLength)
    let wraps: [Negative] = [
      set("0", "the length of the ciphertext says 0", 0, Self.ciphertextLength),
      set("15", "the length of the ciphertext says 15", 15, Self.ciphertextLength),
      set("plus-16", "16 bytes more than there are", length + 16, Self.truncated("ciphertext")),
      set(
        "minus-16", "16 bytes less than there are", length - 16,
        kind == .token04GCM ? Check(.structure, "mode", "mode") : trailing),
      set(
        "signed", "the highest bit set: negative where it is read as signed", length + 32_768,
        Self.truncated("ciphertext")),
      set(
        "swapped", "its two bytes swapped", length << 8 & 0xff00 | length >> 8,
        kind == .token04GCM || (length << 8) % 16 == 0
          ? Self.truncated("ciphertext") : Self.ciphertextLength),
    ]
    let misfits: [Negative] = [
      set("plus-1", "one byte more than there are", length + 1, Self.ciphertextLength),
      set("minus-1", "one byte less than there are", length - 1, Self.ciphertextLength),
      set("65535", "the largest length", 65_535, Self.ciphertextLength),
    ]
    let tagged: [Negative] = [
      set(
        "plus-1", "one byte more than there are: the mode byte", length + 1, Self.truncated("mode")),
      set(
        "without-tag", "the tag is not counted", length - 16 - 1, Check(.structure, "mode", "mode")),
      set("65535", "the largest length", 65_535, Self.truncated("ciphertext")),
    ]
    return wraps + (kind == .token04GCM ? tagged : misfits)
  }

  /// Without a field the next one is read in its place.
  var drops: [Negative] {
    let first: [Negative] = [
      (
        "clear-expire-dropped", "no expiry in clear", "drop-field", ["field": "expire"],
        Self.ivLength
      ),
      (
        "iv-length-dropped", "no length before the IV", "drop-field", ["field": "iv-length"],
        Self.ivLength
      ),
      (
        "ciphertext-dropped", "no ciphertext", "drop-field", ["field": "ciphertext"],
        Self.truncated("ciphertext")
      ),
    ]
    guard kind == .token04GCM else {
      return first + [
        (
          "iv-dropped", "no IV, its length says 16", "drop-field", ["field": "iv"],
          Self.ciphertextLength
        ),
        (
          "mode-byte", "the mode byte of GCM after the ciphertext", "set-mode", ["value": 1],
          trailing
        ),
      ]
    }
    return first + [
      ("mode-dropped", "no mode byte", "drop-field", ["field": "mode"], Self.truncated("mode")),
      (
        "mode-0", "a mode byte of 0, which is CBC", "set-mode", ["value": 0],
        Check(.structure, "mode", "mode")
      ),
      ("mode-2", "a mode byte of 2", "set-mode", ["value": 2], Check(.structure, "mode", "mode")),
      (
        "mode-255", "a mode byte of 255", "set-mode", ["value": 255],
        Check(.structure, "mode", "mode")
      ),
    ]
  }

  var integers: [Negative] {
    [
      (
        "little-endian-lengths", "the lengths are little endian", "integers",
        ["as": "little-endian lengths"], Self.ivLength
      ),
      (
        "32-bit-lengths", "the lengths have four bytes", "integers", ["as": "32-bit lengths"],
        Self.ivLength
      ),
      (
        "32-bit-expire", "the expiry in clear has four bytes", "integers", ["as": "32-bit expire"],
        Self.ivLength
      ),
      (
        "little-endian-expire", "the expiry in clear is little endian", "integers",
        ["as": "little-endian expire"], Check(.claims, "expire.mismatch", kind.expireName)
      ),
    ]
  }

  var ends: [Negative] {
    [
      ("byte-after", "a byte 0 after the end", "append", ["bytes": .string(Text([0]))], trailing),
      (
        "line-feed-after", "a line feed within the base64, after the end", "append",
        ["bytes": "\n"], trailing
      ),
      ("block-after", "16 bytes after the end", "append", ["bytes": "0123456789abcdef"], trailing),
      (
        "checksum-after", "a CRC-32 after the end", "append",
        ["bytes": .string(Text([0x9d, 0x1c, 0x5f, 0x2a]))],
        trailing
      ),
    ]
  }
}
