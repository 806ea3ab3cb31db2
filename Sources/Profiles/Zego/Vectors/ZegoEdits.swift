// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// The ways in which a token of ZEGO is changed; what encloses the change is sealed again.
enum ZegoEdits {
  typealias Entry = Edit<ZegoDraft>

  static func table(for kind: ZegoFormat) -> [Entry] {
    texts + fields + (kind == .token04GCM ? gcm : cbc) + claims + questions
      + (kind == .token03 ? [] : rooms)
  }

  // MARK: - The text

  private static let texts: [Entry] = [
    Entry("zego.edit.prefix", clause: "zego.open.encoding", "other characters before the base64") {
      $0.layout.prefix = try $1.string("to")
    },
    Entry("zego.edit.replace-text", clause: "zego.open.encoding", "a stretch of the text replaced")
    {
      let (start, count, text) = (
        try $1.place("at"), try $1.place("count"), try $1.bytes("by")
      )
      $0.text.add { $0.replacing(at: start, count: count, by: text) }
    },
    Entry(
      "zego.edit.base64", clause: "zego.open.encoding",
      "another alphabet, padding or line length of base64"
    ) { draft, arguments in
      let name = try arguments.string("alphabet")
      guard let alphabet = alphabets[name] else { throw VectorError("no alphabet '\(name)'") }
      draft.layout.base64 = alphabet
    },
    Entry(
      "zego.edit.unused-bits", clause: "zego.open.encoding",
      "the bits of the last symbol that carry nothing are set"
    ) { draft, _ in draft.text.add(\.withUnusedBits) },
  ]

  private static let alphabets: [String: ZegoLayout.Alphabet] = [
    "url": .url, "url-unpadded": .urlUnpadded, "unpadded": .standardUnpadded, "lines": .lines,
  ]

  // MARK: - The fields

  private static let fields: [Entry] = [
    Entry("zego.edit.truncate", clause: "zego.open.lengths", "the bytes end before their end") {
      let end = try $1.place("to")
      $0.bytes.add { Array($0.prefix(end >= 0 ? end : $0.count + end)) }
    },
    Entry("zego.edit.append", clause: "zego.open.trailing", "bytes after the last field") {
      let more = try $1.bytes("bytes")
      $0.bytes.add { $0 + more }
    },
    Entry("zego.edit.drop-field", clause: "zego.open.form", "a field is not there") {
      $0.dropped = try $1.string("field")
    },
    Entry("zego.edit.set-length", clause: "zego.open.lengths", "a length says something else") {
      let value = try $1.place("value")
      if try $1.string("field") == "iv-length" {
        $0.ivLength = value
      } else {
        $0.ciphertextLength = value
      }
    },
    Entry("zego.edit.set-expire", clause: "zego.open.expire-equal", "another expiry in clear") {
      $0.expire = try $1.integer("value")
    },
    Entry("zego.edit.integers", clause: "zego.open.lengths", "integers of another order or width") {
      draft, arguments in
      let name = try arguments.string("as")
      guard let change = integers[name] else { throw VectorError("no integers '\(name)'") }
      change(&draft.layout)
    },
    Entry("zego.edit.set-iv", clause: "zego.open.form", "another IV, its length with it") {
      $0.iv = try $1.bytes("iv")
    },
    Entry(
      "zego.edit.set-mode", clause: "zego.open.form", "another byte, or one too many, for the mode"
    ) {
      $0.layout.mode = UInt8(exactly: try $1.integer("value"))
    },
    Entry("zego.edit.flip-bit", clause: "zego.open.no-mac", "one bit of the bytes is another") {
      let (place, bit) = (try $1.place("byte"), try $1.place("bit"))
      $0.bytes.add { $0.flippingBit(bit, of: place) }
    },
  ]

  private static let integers: [String: @Sendable (inout ZegoLayout) -> Void] = [
    "little-endian expire": { $0.expireOrder = .little },
    "32-bit expire": { $0.expireWidth = .bits32 },
    "little-endian lengths": { $0.lengthOrder = .little },
    "32-bit lengths": { $0.lengthWidth = .bits32 },
  ]

  // MARK: - The cipher

  private static let ciphers: [Entry] = [
    Entry("zego.edit.key", clause: "zego.key", "sealed with another key") {
      $0.key = try $1.bytes("key")
    },
    Entry(
      "zego.edit.flip-ciphertext", clause: "zego.cipher", "one bit of the ciphertext is another"
    ) {
      let (place, bit) = (try $1.place("byte"), try $1.place("bit"))
      $0.ciphertext.add { $0.flippingBit(bit, of: place) }
    },
    Entry("zego.edit.cut-ciphertext", clause: "zego.open.lengths", "the ciphertext is shorter") {
      let count = try $1.place("bytes")
      $0.ciphertext.add { Array($0.dropLast(count)) }
    },
  ]

  private static let cbc =
    ciphers + [
      Entry("zego.edit.padding", clause: "zego.open.padding", "other bytes of padding") {
        let (count, padding) = (try $1.place("instead-of"), try $1.bytes("bytes"))
        $0.blocks.add { $0.dropLast(count) + padding }
      },
      Entry(
        "zego.edit.swap-blocks", clause: "zego.open.no-mac",
        "two blocks of ciphertext change places"
      ) {
        let (first, second) = (try $1.place("first"), try $1.place("second"))
        $0.ciphertext.add { $0.swappingBlocks(first, second) }
      },
    ]

  private static let gcm =
    ciphers + [
      Entry("zego.edit.tag", clause: "zego.open.tag", "another tag") {
        let tag = try $1.bytes("bytes")
        $0.ciphertext.add { $0.dropLast(AESGCM.tagSize) + tag }
      },
      Entry("zego.edit.tag-first", clause: "zego.open.tag", "the tag before the ciphertext") {
        draft, _ in draft.ciphertext.add { $0.suffix(AESGCM.tagSize) + $0.dropLast(AESGCM.tagSize) }
      },
    ]

  // MARK: - The claims

  private static let claims: [Entry] = [
    Entry("zego.edit.drop-member", clause: "zego.open.json", "a member is not there") {
      $0.members[try $1.string("name")] = nil
    },
    Entry("zego.edit.set-member", clause: "zego.open.types", "a member has another value") {
      $0.members[try $1.string("name")] = try $1.value("value")
    },
    Entry("zego.edit.append-member", clause: "zego.open.json", "one more member at the end") {
      $0.members.members.append(
        .init(name: Text(try $1.string("name")), value: try $1.value("value")))
    },
    Entry("zego.edit.plaintext", clause: "zego.open.json", "another text is encrypted") {
      let text = try $1.bytes("text")
      $0.plaintext.add { _ in text }
    },
    Entry("zego.edit.append-plaintext", clause: "zego.open.json", "more text after the object") {
      let text = try $1.bytes("text")
      $0.plaintext.add { $0 + text }
    },
    Entry(
      "zego.edit.replace-plaintext", clause: "zego.open.json", "a stretch of the JSON text replaced"
    ) {
      let (old, new) = (try $1.bytes("old"), try $1.bytes("by"))
      $0.plaintext.add { $0.replacing(old, with: new) }
    },
  ]

  // MARK: - The question

  private static let rooms: [Entry] = [
    Entry("zego.edit.expect-room", clause: "zego.open.room", "another payload, opened for a room") {
      $0.members["payload"] = try $1.value("payload")
      $0.expectations = ["room_id": try $1.value("room_id")]
    }
  ]

  private static let questions: [Entry] = [
    Entry("zego.edit.now", clause: "zego.open.time", "opened at another time") {
      $0.now = .second(try $1.integer("second"))
    },
    Entry("zego.edit.expect", clause: "zego.open.user-id", "opened for somebody or something else")
    {
      $0.expectations = $1
    },
    Entry("zego.edit.secret", clause: "zego.secret.length", "opened with another secret") {
      $0.secret = Text(try $1.bytes("secret"))
    },
  ]
}

extension [UInt8] {
  fileprivate func flippingBit(_ bit: Int, of place: Int) -> [UInt8] {
    let index = place >= 0 ? place : count + place
    guard indices.contains(index) else { return self }
    var bytes = self
    bytes[index] ^= 1 << UInt8(truncatingIfNeeded: bit & 7)
    return bytes
  }

  fileprivate func replacing(at start: Int, count: Int, by more: [UInt8]) -> [UInt8] {
    let first = Swift.min(start >= 0 ? start : Swift.max(0, self.count + start), self.count)
    let end = Swift.min(first + count, self.count)
    return Array(self[..<first] + more + self[end...])
  }

  fileprivate func swappingBlocks(_ first: Int, _ second: Int) -> [UInt8] {
    let size = AESCBC.blockSize
    guard (Swift.max(first, second) + 1) * size <= count, first != second else { return self }
    var bytes = self
    for index in 0..<size { bytes.swapAt(first * size + index, second * size + index) }
    return bytes
  }

  /// A padded text whose last symbol has its lowest bit set.
  fileprivate var withUnusedBits: [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    guard let last = lastIndex(where: { $0 != UInt8(ascii: "=") }), last < count - 1,
      let value = alphabet.firstIndex(of: self[last])
    else { return self }
    var text = self
    text[last] = alphabet[value | 1]
    return text
  }
}
