// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite
internal import Zego

/// A question to an opener, its token taken apart; sealed again, everything outside a change holds.
///
/// text ← bytes ← fields ← ciphertext ← blocks ← plaintext ← members
struct ZegoDraft {
  let kind: ZegoFormat
  /// What the token is sealed with.
  var key: [UInt8]
  var members: JSONObject
  var iv: [UInt8]

  // What stands outside the members; what is not set follows from them.
  var expire: Int64
  var layout: ZegoLayout
  var ivLength: Int?
  var ciphertextLength: Int?
  var dropped: String?

  // Changes of a layer, made when it has been computed.
  var plaintext = Change()
  var blocks = Change()
  var ciphertext = Change()
  var bytes = Change()
  var text = Change()

  // What the opener is told.
  var secret: Text
  var expectations: JSONObject = [:]
  var now: VectorQuestion.Moment

  struct Change {
    private var changes: [([UInt8]) -> [UInt8]] = []

    mutating func add(_ change: @escaping ([UInt8]) -> [UInt8]) { changes.append(change) }

    func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
      changes.reduce(bytes) { $1($0) }
    }
  }

  /// The draft of the usual token with other members in place of some.
  init(_ kind: ZegoFormat, _ changed: JSONObject = [:], iv: [UInt8]? = nil) {
    self.kind = kind
    layout = ZegoLayout(kind)
    secret = ZegoVectors.secret
    key = ZegoVectors.secret.bytes
    self.iv = iv ?? Array(ZegoVectors.iv.prefix(layout.form.ivLength))
    members = ZegoVectors.members(kind)
    for member in changed.members { members[member.name.display] = member.value }
    expire = members[kind.expireName]?.int64 ?? 0
    now = .second(ZegoVectors.now)
  }

  var question: VectorQuestion {
    var input: JSONObject = ["token": .string(Text(token)), "secret": .string(secret)]
    input.members += expectations.members
    return VectorQuestion(op: VectorQuestion.open, input: input, now: now)
  }

  /// How long the ciphertext is, and how much of it is padding.
  var sealedLength: Int { encrypted.count }
  var paddingLength: Int {
    AESCBC.blockSize - JSONValue.object(members).encoded.count % AESCBC.blockSize
  }

  // MARK: - Sealing

  private var token: [UInt8] {
    text(Array(layout.prefix.utf8) + layout.base64.encode(bytes(sealedBytes)))
  }

  private var sealedBytes: [UInt8] {
    var writer = ByteWriter(capacity: 256)
    let sealed = ciphertext(encrypted)
    for field in fields(sealed) where field.name != dropped {
      writer.write(field.bytes)
    }
    return writer.bytes
  }

  private func fields(_ sealed: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    [
      ("expire", integer { layout.expireWidth.write(expire, layout.expireOrder, to: &$0) }),
      ("iv-length", length(ivLength ?? iv.count)), ("iv", iv),
      ("ciphertext-length", length(ciphertextLength ?? sealed.count)), ("ciphertext", sealed),
      ("mode", layout.mode.map { [$0] } ?? []),
    ]
  }

  private func length(_ value: Int) -> [UInt8] {
    integer { layout.lengthWidth.write(Int64(value), layout.lengthOrder, to: &$0) }
  }

  private func integer(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter(capacity: 8)
    write(&writer)
    return writer.bytes
  }

  private var encrypted: [UInt8] {
    let text = plaintext(JSONValue.object(members).encoded)
    guard layout.form == .cbc else {
      return (try? AESGCM.seal(text.span, key: key.span, nonce: iv.span)) ?? []
    }
    let filler = AESCBC.blockSize - text.count % AESCBC.blockSize
    let padded = blocks(text + [UInt8](repeating: UInt8(filler), count: filler))
    // An IV of another length is one of 16 bytes to whoever reads it carelessly.
    let vector = Array((iv + [UInt8](zeros: AESCBC.blockSize)).prefix(AESCBC.blockSize))
    return (try? AESCBC.seal(padded.span, key: key.span, iv: vector.span, padding: false)) ?? []
  }
}
