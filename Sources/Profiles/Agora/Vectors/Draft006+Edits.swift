// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

// The ways in which a question that is answered becomes one that has to be refused.
extension Draft006 {
  static let edits: [Edit<Draft006>] =
    commonEdits(form: "encoding", lengths: "lengths", trailing: "trailing", time: "ts") + ofText
    + ofContent + ofSeal

  // MARK: - The text

  private static let ofText = [
    edit("sets-version", "encoding", "another version in front") {
      $0.version = try $1.bytes("version")
    },
    edit("writes-app-id", "encoding", "another app id stands in front than was signed") {
      $0.writtenAppID = try $1.bytes("app_id")
    },
    edit("base64-url", "encoding", "the base64 is that for URLs") { draft, _ in
      draft.base64 = .url
    },
    edit("escapes", "encoding", "plus and slash are escaped as in URLs") { draft, _ in
      draft.changes[.text, default: LayerChange()].add(\.percentEscaped)
    },
    edit("breaks-lines", "encoding", "a line break after every 64 characters") { draft, _ in
      draft.changes[.text, default: LayerChange()].add(\.brokenIntoLines)
    },
  ]

  // MARK: - The content

  private static let ofContent = [
    edit("sets-number", "lengths", "a number says something else") {
      $0.numbers[try $1.string("field")] = try $1.integer("value")
    },
    edit("big-endian", "lengths", "the bytes of every number stand the other way round") {
      draft, _ in draft.order = .big
    },
    edit("sets-app-id", "app-id", "another app id, signed") {
      $0.content.appID = Text(try $1.bytes("app_id"))
    },
    edit("adds-privilege", "duplicates", "one more privilege at the end, signed") {
      let (id, expire) = (try $1.integer("privilege"), try $1.integer("expire"))
      $0.content.privileges.append(
        AgoraPrivilege(
          UInt16(truncatingIfNeeded: id), expire: UInt32(truncatingIfNeeded: expire)))
    },
  ]

  // MARK: - The seal

  private static let ofSeal = [
    edit("signs-with", "signature", "signed with another key") { $0.key = try $1.bytes("key") },
    edit("signs-without", "signature", "a part is not signed") {
      let part = try $1.string("part")
      $0.signed.removeAll { $0 == part }
    },
    edit("signs-channel-first", "signature", "the channel is signed in front of the app id") {
      draft, _ in draft.signed.swapAt(0, 1)
    },
    edit("signs-by-sha1", "signature", "the signature is made with SHA-1") { draft, _ in
      draft.digest = .sha1
    },
    edit("sets-signature", "signature", "another signature, its length with it") {
      $0.signature = try $1.bytes("signature")
    },
    edit("signs-for", "signature", "signed for another channel and user, with their CRC-32") {
      ($0.channel, $0.uid) = (try $1.bytes("channel"), try $1.bytes("uid"))
    },
    edit("marks", "channel-crc", "the CRC-32 are those of another channel and user") {
      $0.marks = (try $1.bytes("channel"), try $1.bytes("uid"))
    },
    edit("swaps-marks", "uid-crc", "the CRC-32 have changed places") { draft, _ in
      draft.marks = (draft.uid, draft.channel)
    },
  ]
}

extension [UInt8] {
  fileprivate var percentEscaped: [UInt8] {
    flatMap { byte in
      [UInt8(ascii: "+"), UInt8(ascii: "/")].contains(byte)
        ? Array("%\(Hex.encode([byte]).uppercased())".utf8) : [byte]
    }
  }

  fileprivate var brokenIntoLines: [UInt8] {
    enumerated().flatMap {
      $0.offset > 0 && $0.offset % 64 == 0 ? [0x0A, $0.element] : [$0.element]
    }
  }
}
