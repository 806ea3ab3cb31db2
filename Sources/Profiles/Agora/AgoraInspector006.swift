// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Takes an AccessToken 006 apart, layer by layer, and goes on as far as it can.
struct AgoraInspector006 {
  private static let textHead = Envelope006.version.utf8.count + Envelope006.appIDLength

  private let token: [UInt8]
  private let now: Int64
  private(set) var inspection = Inspection(format: "agora-006", title: "Agora AccessToken 006")

  init(token: [UInt8], now: Int64) {
    self.token = token
    self.now = now
    let bytes = decode()
    let error = look(bytes)
    inspection.layers.append(
      .init(.structure, error == nil, error?.words ?? "every length fits"))
    inspection.layers.append(
      .init(.crypto, nil, "needs the certificate, and the channel and uid that assay open takes"))
    guard error == nil, let access = try? Access006(reading: token.span) else { return }
    tell(access)
  }

  /// Looks at the text: version, app id, and the base64 of everything else.
  private mutating func decode() -> [UInt8] {
    guard token.count >= Self.textHead else {
      inspection.layers.append(
        .init(.encoding, false, "\(token.count) bytes are less than version and app id take"))
      return []
    }
    let (bytes, error) = Base64.standard.decodePart(
      token.span.extracting(Self.textHead..<token.count), offset: Self.textHead)
    let appID = String(decoding: token[3..<Self.textHead], as: UTF8.self)
    inspection.byteCount = bytes.count
    inspection.layers.append(
      .init(
        .encoding, error == nil,
        error?.description
          ?? "version '006', app id '\(appID)', then \(token.count - Self.textHead) base64"
          + " symbols for \(bytes.count) bytes"))
    return bytes
  }

  /// Shows every field, and says why the fields do not hold.
  private mutating func look(_ bytes: [UInt8]) -> StructureError? {
    var reader = ByteReader(bytes.span, keepingFields: true)
    var failure: FormatError?
    do throws(FormatError) { _ = try Envelope006(appID: [], from: &reader) } catch {
      failure = error
    }
    let outer = reader.fields.filter { $0.name != "message" }
    let message = reader.fields.first { $0.name == "message" }?.range
    let end = message?.lowerBound ?? bytes.count
    inspection.show(outer, of: bytes, in: 0..<end, meaning: meaning)
    if let message {
      let inner = look(bytes, message)
      failure = failure ?? inner
      inspection.show([], of: bytes, in: message.upperBound..<bytes.count, meaning: meaning)
    }
    if let failure { return .format(failure) }
    return refusal.map { .refusal($0) }
  }

  private mutating func look(_ bytes: [UInt8], _ range: Range<Int>) -> FormatError? {
    let message = Array(bytes[range])
    var reader = ByteReader(message.span, keepingFields: true)
    var failure: FormatError?
    do throws(FormatError) { _ = try Message006(from: &reader) } catch {
      failure = FormatError(
        error.code, field: error.field, offset: range.lowerBound + error.offset,
        detail: error.detail)
    }
    inspection.show(reader.fields, of: bytes, in: range, meaning: meaning)
    return failure
  }

  /// What the reference has against a token whose fields can be read.
  private var refusal: Refusal? {
    do throws(Refusal) {
      _ = try Access006(reading: token.span)
      return nil
    } catch {
      return error.stage == .structure ? error : nil
    }
  }

  private func meaning(of field: String, _ bytes: [UInt8]) -> String {
    let value = AgoraMeaning.number(bytes)
    switch field {
    case "channel-crc": return "CRC-32 of the channel"
    case "uid-crc": return value == 0 ? "is 0: valid for any uid" : "CRC-32 of the uid"
    case "ts": return "end: \(value), \(AgoraMeaning.time(value, now: now))"
    case "privilege": return AgoraNames.privilege(UInt16(truncatingIfNeeded: value), in: nil)
    case "privilege-expire":
      return value == 0 ? "no end of its own" : "\(value), \(AgoraMeaning.time(value, now: now))"
    default: return AgoraMeaning.common(field, bytes)
    }
  }

  private mutating func tell(_ access: Access006) {
    let end = Int64(access.ts)
    inspection.layers.append(
      .init(
        .time, now < end,
        "\(now < end ? "ends" : "ended") \(UTCTime.distance(from: now, to: end))"))
    inspection.plaintext = .object(access.members)
    if let envelope = try? Envelope006(reading: token.span), envelope.isForEveryUser {
      inspection.notes.append("uid CRC is 0: valid for any uid")
    }
    if access.privileges.isEmpty { inspection.notes.append("the token gives no privilege") }
    if zip(access.privileges, access.privileges.dropFirst()).contains(where: { $0.id > $1.id }) {
      inspection.notes.append("the privileges are not in ascending order")
    }
    if let emitter = AgoraEmitter006(token: token) { inspection.show(emitter.emitters) }
  }
}

/// Why fields that were read do not hold.
private enum StructureError {
  case format(FormatError)
  case refusal(Refusal)

  var words: String {
    switch self {
    case .format(let error): error.description
    case .refusal(let error): "\(error.field): \(error.detail)"
    }
  }
}
