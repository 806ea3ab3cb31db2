// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// A question to an opener of AccessToken 006, its token taken apart.
///
/// text ← content ← signature and CRCs ← message ← salt, ts and privileges
struct Draft006: AgoraDraft {
  static let system = "agora.006"

  var input: JSONObject
  var now: VectorQuestion.Moment

  // What is sealed, and for whom.
  var content: Access006
  var key: [UInt8]
  var channel: [UInt8]
  var uid: [UInt8]

  // What stands around it; what is not set follows from the above.
  var version = Array(Envelope006.version.utf8)
  var writtenAppID: [UInt8]?
  /// What is signed, in its order.
  var signed = ["app-id", "channel", "uid", "message"]
  var signature: [UInt8]?
  var digest = Digest.sha256
  var marks: (channel: [UInt8], uid: [UInt8])?
  /// Numbers that are written in place of those that hold.
  var numbers: [String: Int64] = [:]
  var order = ByteOrder.little
  var base64 = Base64.standard

  var changes: [DraftLayer: LayerChange] = [:]

  /// Takes the token of a question apart that opens.
  init(_ question: VectorQuestion) throws {
    let opening = Opening006(question)
    content = try Access006(reading: opening.token.bytes.span)
    input = question.input
    input["token"] = nil
    now = question.now
    key = opening.certificate.bytes
    channel = opening.channel.bytes
    let envelope = try Envelope006(reading: opening.token.bytes.span)
    uid = envelope.isForEveryUser ? [] : opening.user.text
  }

  var question: VectorQuestion { question(with: token) }

  // MARK: - Sealing

  private var token: [UInt8] {
    let appID = writtenAppID ?? content.appID.bytes
    let text = base64.encode(changed(.content, written), after: version + appID)
    return changed(.text, text)
  }

  private var written: [UInt8] {
    let message = changed(.message, writtenMessage)
    let signature = signature ?? signature(of: message)
    var writer = ByteWriter()
    write(UInt16.self, "signature-length", signature.count, to: &writer)
    writer.write(signature)
    write(UInt32.self, "channel-crc", crc(marks?.channel ?? channel), to: &writer)
    write(UInt32.self, "uid-crc", crc(marks?.uid ?? uid), to: &writer)
    write(UInt16.self, "message-length", message.count, to: &writer)
    writer.write(message)
    return writer.bytes
  }

  private var writtenMessage: [UInt8] {
    var writer = ByteWriter()
    write(UInt32.self, "salt", content.salt, to: &writer)
    write(UInt32.self, "ts", content.ts, to: &writer)
    write(UInt16.self, "privilege-count", content.privileges.count, to: &writer)
    for privilege in content.privileges {
      writer.write(privilege.id, order)
      writer.write(privilege.expire, order)
    }
    return writer.bytes
  }

  private func write<Number: FixedWidthInteger>(
    _ type: Number.Type, _ field: String, _ value: some BinaryInteger, to writer: inout ByteWriter
  ) {
    let number = numbers[field].map { Number(truncatingIfNeeded: $0) }
    writer.write(number ?? Number(truncatingIfNeeded: value), order)
  }

  private func signature(of message: [UInt8]) -> [UInt8] {
    let parts = [
      "app-id": content.appID.bytes, "channel": channel, "uid": uid, "message": message,
    ]
    let signed = signed.flatMap { parts[$0] ?? [] }
    return (try? digest.hmac(signed.span, key: key.span)) ?? []
  }

  private func crc(_ text: [UInt8]) -> UInt32 { CRC32.checksum(text.span) }
}
