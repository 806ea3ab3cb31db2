// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

// The ways in which a valid token becomes one that has to be refused.
extension Draft007 {
  typealias Change = @Sendable (inout Draft007, JSONObject) throws -> Void

  static let edits: [Edit<Draft007>] = ofText + ofStream + ofContent + ofInfo + ofQuestion

  static func named(_ id: String) throws -> Edit<Draft007> {
    guard let edit = edits.first(where: { $0.info.id == id }) else {
      throw VectorError("there is no edit '\(id)'")
    }
    return edit
  }

  static func edit(
    _ name: String, _ clause: String, _ words: String, _ change: @escaping Change
  ) -> Edit<Draft007> {
    Edit("agora.007.\(name)", clause: "agora.007.open.\(clause)", words, change: change)
  }

  // MARK: - Text

  private static let ofText = [
    edit("sets-version", "encoding", "the first three characters are others") {
      $0.setText(try $1.bytes("text") + $0.text.dropFirst(3))
    },
    edit("base64-url", "encoding", "the base64 is that for URLs") { draft, _ in
      draft.setText(Base64.url.encode(try draft.stream, after: Array(Envelope007.version.utf8)))
    },
    edit("inserts-text", "encoding", "characters stand between the others") {
      var text = try $0.text
      text.insert(contentsOf: try $1.bytes("text"), at: try $1.place(in: text))
      $0.setText(text)
    },
    edit("cuts-text", "encoding", "the last characters are gone") {
      $0.setText(try $0.text.dropLast(try $1.place("count")))
    },
    edit("replaces-text", "encoding", "a character is another") {
      var text = try $0.text
      let place = try $1.place(in: text)
      text.replaceSubrange(place..<min(place + 1, text.count), with: try $1.bytes("text"))
      $0.setText(text)
    },
    edit("sets-spare-bits", "encoding", "the bits that the last symbol leaves over are set") {
      draft, _ in
      draft.setText(try spareBitsSet(draft.text))
    },
  ]

  /// The last symbol in front of the padding, with a bit more.
  private static func spareBitsSet(_ text: [UInt8]) throws -> [UInt8] {
    let end = text.lastIndex { $0 != UInt8(ascii: "=") } ?? 0
    guard end + 1 < text.count else { throw VectorError("the base64 has no bits to spare") }
    var text = text
    text[end] += 1
    return text
  }

  // MARK: - Stream

  private static let ofStream = [
    edit("appends-to-stream", "trailing", "bytes follow the stream") {
      $0.setStream(try $0.stream + $1.bytes("bytes"))
    },
    edit("repeats-stream", "trailing", "the stream stands twice") { draft, _ in
      let stream = try draft.stream
      draft.setStream(stream + stream)
    },
    edit("cuts-stream", "inflate", "the last bytes of the stream are gone") {
      $0.setStream(try $0.stream.dropLast(try $1.place("count")))
    },
    edit("flips-stream", "inflate", "a bit of the stream is another") {
      $0.setStream(try $1.flipped(try $0.stream))
    },
    edit("sets-stream-header", "inflate", "the header of the stream is another") {
      $0.setStream(try $1.bytes("bytes") + $0.stream.dropFirst(2))
    },
    edit("uncompressed", "inflate", "the content is not compressed") { draft, _ in
      draft.setStream(try draft.content)
    },
    edit("raw-deflate", "inflate", "the stream has neither header nor checksum") { draft, _ in
      draft.setStream(try draft.stream.dropFirst(2).dropLast(4))
    },
    edit("gzip", "inflate", "the stream is one of gzip") { draft, _ in
      draft.setStream(gzip(try draft.stream, of: try draft.content))
    },
  ]

  private static func gzip(_ stream: [UInt8], of content: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
    writer.write(Array(stream.dropFirst(2).dropLast(4)))
    writer.write(CRC32.checksum(content.span), .little)
    writer.write(UInt32(truncatingIfNeeded: content.count), .little)
    return writer.bytes
  }

  // MARK: - Content

  private static let ofContent = [
    edit("zeros", "inflate", "the content is nothing but zeros") {
      $0.setContent([UInt8](repeating: 0, count: try $1.place("count")))
    },
    edit("cuts-content", "layout", "the content ends after some bytes") {
      $0.setContent(Array(try $0.content.prefix(try $1.place("count"))))
    },
    edit("sets-signature-length", "layout", "the length in front of the signature is another") {
      let length = try $1.place("value")
      $0.setContent(Array(littleEndian: length, count: 2) + (try $0.content.dropFirst(2)))
    },
    edit("sets-signature", "layout", "other bytes stand for the signature, with their length") {
      let signature = try $1.bytes("bytes")
      let info = try $0.content.dropFirst(Envelope007.infoOffset)
      $0.setContent(Array(littleEndian: signature.count, count: 2) + signature + info)
    },
    edit("flips-content", "signature", "a bit of the content is another") {
      $0.setContent(try $1.flipped(try $0.content))
    },
    edit("signs-with", "signature", "another certificate signs") {
      $0.certificate = try $1.bytes("certificate")
    },
    edit("signs-wrongly", "signature", "the signature is made by a known mistake") {
      let id = try $1.string("mistake")
      let known = Agora007Deviations.mistakes.first { $0.info.id == id }
      var rules = Agora007Rules()
      known?.change(&rules)
      guard !rules.mistakes.isEmpty else { throw VectorError("'\(id)' does not sign") }
      $0.mistakes = rules.mistakes
    },
  ]
}
