// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Takes a key from before 006 apart, field by field, and goes on as far as it can.
struct AgoraInspectorLegacy {
  private let token: [UInt8]
  private let now: Int64
  private let shape: LegacyShape
  private(set) var inspection: Inspection

  init?(token: [UInt8], now: Int64) {
    guard let shape = LegacyShape(of: token) else { return nil }
    (self.token, self.now, self.shape) = (token, now, shape)
    inspection = Inspection(format: "agora-legacy", title: "Agora \(shape.title)")
    let (bytes, encoding) = decode()
    inspection.byteCount = bytes.count
    inspection.show(fields(of: bytes), of: bytes, in: 0..<bytes.count, meaning: meaning)
    do throws(Refusal) {
      let (claims, end) = try read()
      judge(encoding, nil)
      tell(claims, end: end)
    } catch {
      judge(encoding, error)
    }
  }

  /// The bytes that hold the fields; those of a 005 stand in base64.
  private func decode() -> (bytes: [UInt8], words: String) {
    guard shape == .packed else { return (token, "\(token.count) characters of text") }
    let start = PackedKey.version.utf8.count
    let bytes = Base64.standard.decodePart(
      token.span.extracting(droppingFirst: start), offset: start
    ).bytes
    return (
      bytes,
      "version '\(PackedKey.version)', then \(max(0, token.count - start)) base64 symbols"
        + " for \(bytes.count) bytes"
    )
  }

  /// What the reference reads, and when the key ends.
  private func read() throws(Refusal) -> (claims: JSONObject, end: UInt32?) {
    switch shape {
    case .text(let version):
      let key = try TextKey(opening: token.span, as: version)
      return (key.members, key.expire)
    case .packed:
      let key = try PackedKey(opening: token.span)
      return (key.members, key.expire)
    case .signaling:
      let key = try SignalingToken(opening: token.span)
      return (key.members, key.expire)
    }
  }

  // MARK: - Fields

  private func fields(of bytes: [UInt8]) -> [Field] {
    switch shape {
    case .text(let version):
      LegacyLayout.texts(version.wire.map { ($0.rawValue, $0.width ?? 0) }, in: bytes.count)
    case .packed: LegacyLayout.packed(bytes)
    case .signaling: LegacyLayout.signaling(bytes)
    }
  }

  private func meaning(of field: String, _ bytes: [UInt8]) -> String {
    let value = number(field, bytes)
    switch field {
    case "signature": return "HMAC-SHA1"
    case "digest": return "MD5 of account, app id, certificate and expire"
    case "service":
      let service = LegacyService(rawValue: UInt16(truncatingIfNeeded: value ?? 0))
      return [value.map { "\($0)" }, service.map { "\($0)" }].compactMap(\.self)
        .joined(separator: ", ")
    case "app-id" where shape == .packed: return "the bytes of its 32 digits"
    case "ts", "expire": return value.map { time(field, $0) } ?? "no number"
    case "random", "uid", "key": return value.map { "\($0)" } ?? "no number"
    default: return AgoraMeaning.common(field, bytes)
    }
  }

  private func time(_ field: String, _ second: Int64) -> String {
    field == "expire" && second == 0 && shape != .signaling
      ? "no end" : "\(second), \(AgoraMeaning.time(second, now: now))"
  }

  /// A number as the shape writes it down: digits, or bytes with the lowest first.
  private func number(_ field: String, _ bytes: [UInt8]) -> Int64? {
    guard shape != .packed else { return AgoraMeaning.number(bytes) }
    let digits = String(decoding: bytes, as: UTF8.self).filter { $0 != ":" }
    return Int64(digits, radix: field == "random" ? 16 : 10)
  }

  // MARK: - Verdicts

  private mutating func judge(_ encoding: String, _ refusal: Refusal?) {
    let words = refusal.map { "\($0.field): \($0.detail)" } ?? ""
    let isEncoded = refusal?.stage != .encoding
    inspection.layers.append(.init(.encoding, isEncoded, isEncoded ? encoding : words))
    let holds: Bool? = isEncoded ? refusal == nil : nil
    inspection.layers.append(
      .init(
        .structure, holds, holds == nil ? "not reached" : holds == true ? "every field fits" : words
      ))
    let need = shape == .signaling ? "account" : "channel and uid"
    inspection.layers.append(
      .init(.crypto, nil, "needs the certificate, and the \(need) that assay open takes"))
  }

  private mutating func tell(_ claims: JSONObject, end: UInt32?) {
    inspection.plaintext = .object(claims)
    inspection.layers.append(timeLayer(end))
    inspection.show(LegacyEmitter(shape: shape).emitters)
  }

  private func timeLayer(_ end: UInt32?) -> Inspection.Layer {
    guard let end, end != 0 || shape == .signaling else {
      return .init(.time, nil, "the key tells no end")
    }
    let distance = UTCTime.distance(from: now, to: Int64(end))
    return .init(.time, now < Int64(end), "\(now < Int64(end) ? "ends" : "ended") \(distance)")
  }
}
