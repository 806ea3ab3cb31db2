// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite
internal import Zego

/// Takes a ZEGO token apart, layer by layer, and goes on as far as it can.
struct ZegoInspector {
  private let token: [UInt8]
  private let secret: Text?
  private let now: Int64
  private let isOld: Bool
  private(set) var inspection: Inspection

  init?(token: [UInt8], secret: Text?, now: Int64, seeksEmitters: Bool = true) {
    guard token.starts(with: "04".utf8) || token.starts(with: "03".utf8) else { return nil }
    self.token = token
    self.secret = secret
    self.now = now
    isOld = token.starts(with: "03".utf8)
    inspection = Inspection(
      format: isOld ? "zego-03" : "zego-04", title: "ZEGO token\(isOld ? "03" : "04")")
    guard let sealed = look() else { return }
    unseal(sealed)
    if seeksEmitters { guessEmitters(sealed) }
  }

  /// The format that the prefix and the length of the IV tell.
  static func guess(_ token: [UInt8]) -> ZegoFormat? {
    let inspector = ZegoInspector(token: token, secret: nil, now: 0, seeksEmitters: false)
    guard let inspector else { return nil }
    return ZegoFormat(rawValue: inspector.inspection.format)
      ?? (inspector.isOld ? .token03 : .token04CBC)
  }

  /// Looks at the layers that need no secret.
  private mutating func look() -> Sealed? {
    let (bytes, error) = Base64.standard.decodePart(
      token.span.extracting(2..<token.count), offset: 2)
    inspection.byteCount = bytes.count
    inspection.layers.append(
      .init(
        .encoding, error == nil,
        error?.description
          ?? "prefix '\(isOld ? "03" : "04")', then \(token.count - 2) base64 symbols"
          + " for \(bytes.count) bytes"))
    var reader = ByteReader(bytes.span, keepingFields: true)
    do throws(Refusal) {
      let sealed = try Sealed(from: &reader)
      note(reader.fields, bytes, sealed.form)
      inspection.format = format(sealed.form)
      inspection.title += sealed.form == .gcm ? ", AES-256-GCM" : ", AES-256-CBC"
      let isMixed = isOld && sealed.form == .gcm
      inspection.layers.append(
        .init(
          .structure, !isMixed,
          isMixed ? "the IV has 12 bytes, 16 are expected" : "every length fits"))
      return sealed
    } catch {
      note(reader.fields, bytes, nil)
      inspection.layers.append(.init(.structure, false, error.description))
      inspection.layers.append(.init(.crypto, nil, "not reached"))
      return nil
    }
  }

  private func format(_ form: Sealed.Form) -> String {
    isOld ? "zego-03" : form == .gcm ? "zego-04-gcm" : "zego-04-cbc"
  }

  // MARK: - Fields

  private mutating func note(_ fields: [Field], _ bytes: [UInt8], _ form: Sealed.Form?) {
    var end = 0
    for field in fields {
      end = field.range.upperBound
      for part in parts(of: field, form) {
        inspection.fields.append(
          .init(
            name: part.name, range: part.range, bytes: Array(bytes[part.range]),
            meaning: meaning(of: part.name, Array(bytes[part.range]))))
      }
    }
    guard end < bytes.count else { return }
    inspection.fields.append(
      .init(
        name: "unread", range: end..<bytes.count, bytes: Array(bytes[end...]),
        meaning: "bytes that no field takes"))
  }

  /// The tag of GCM is the end of what the length calls ciphertext.
  private func parts(of field: Field, _ form: Sealed.Form?) -> [Field] {
    guard field.name == "ciphertext", form == .gcm else { return [field] }
    let border = field.range.upperBound - AESGCM.tagSize
    return [
      Field(name: "ciphertext", range: field.range.lowerBound..<border),
      Field(name: "tag", range: border..<field.range.upperBound),
    ]
  }

  private func meaning(of field: String, _ bytes: [UInt8]) -> String {
    let value = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    switch field {
    case "expire":
      return "\(value), \(UTCTime(value)), \(UTCTime.distance(from: now, to: value))"
    case "iv-length", "ciphertext-length": return "\(value) bytes follow"
    case "iv": return IVView(bytes).words
    case "ciphertext": return "\(bytes.count) bytes, \(bytes.count / 16) blocks"
    case "tag": return "of AES-GCM"
    case "mode": return "\(value), GCM"
    default: return ""
    }
  }

  // MARK: - With the secret

  private mutating func unseal(_ sealed: Sealed) {
    guard let secret else {
      inspection.layers.append(.init(.crypto, nil, "needs the secret"))
      return
    }
    do throws(Refusal) {
      let key = try ZegoSecret(secret)
      let plaintext = try sealed.plaintext(secret: key)
      inspection.layers.append(
        .init(.crypto, true, sealed.form == .gcm ? "the tag holds" : "the padding holds"))
      inspection.plaintext = try? JSONValue(parsing: plaintext.span)
      guard inspection.layers.allSatisfy({ $0.holds == true }) else {
        inspection.layers.append(.init(.claims, nil, "not reached"))
        return
      }
      try judgeClaims(key)
    } catch {
      let stage: Stage = error.stage == .policy ? .crypto : error.stage
      inspection.layers.append(.init(stage, false, "\(error.field): \(error.detail)"))
    }
  }

  private mutating func judgeClaims(_ key: ZegoSecret) throws(Refusal) {
    let expire: Int64
    if isOld {
      expire = try Token03(opening: token.span, secret: key).expireTime
    } else {
      expire = try Token04(opening: token.span, secret: key).expire
    }
    inspection.layers.append(.init(.claims, true, "every member has its type and range"))
    inspection.layers.append(
      .init(
        .time, now < expire,
        "\(now < expire ? "ends" : "ended") \(UTCTime.distance(from: now, to: expire))"))
    guard !isOld, let payload = inspection.plaintext?["payload"]?.string, !payload.isEmpty else {
      return
    }
    do throws(Refusal) {
      _ = try RoomPayload(parsing: payload)
      inspection.notes.append("the payload is that of a permission token")
    } catch {
      inspection.notes.append("the payload is none of a permission token: \(error.detail)")
    }
  }

  // MARK: - Who may have made it

  private mutating func guessEmitters(_ sealed: Sealed) {
    guard let kind = ZegoFormat(rawValue: inspection.format) else { return }
    let model = ZegoModel(kind)
    let judge = EmitterGuess(
      model: model, token: token, sealed: sealed, plaintext: inspection.plaintext, secret: secret)
    inspection.emitters = model.profiles.filter { judge.isConsistent($0) }.map(\.variant)
  }
}

/// Tells which profiles can have made a token.
private struct EmitterGuess {
  /// How long a token may live for its IV to be searched in the seconds before its end.
  private static let longestSearch: Int64 = 86_400

  let model: ZegoModel
  let token: [UInt8]
  let sealed: Sealed
  let plaintext: JSONValue?
  let secret: Text?

  func isConsistent(_ profile: Profile) -> Bool {
    let rules = model.rules(by: profile)
    guard let plaintext, let secret else { return isConsistent(rules.randomness) }
    return predicts(rules, plaintext, secret)
  }

  private func isConsistent(_ randomness: RandomnessRules) -> Bool {
    let drawn = ZegoDrawn(ctime: sealed.expire, nonce: 1, iv: sealed.iv)
    var anyNonce = randomness
    anyNonce.nonce = .any
    guard randomness.isSeededBySecond else { return anyNonce.allow(drawn) }
    guard drawn.iv.allSatisfy({ RandomnessRules.alphabet36.utf8.contains($0) }) else {
      return false
    }
    return (1...Self.longestSearch).contains { age in
      ZegoDrawn(secondOf: sealed.expire &- age, ivLength: sealed.iv.count).iv == sealed.iv
    }
  }

  /// Whether the assistant gives just this token for the claims inside it.
  private func predicts(_ rules: ZegoRules, _ claims: JSONValue, _ secret: Text) -> Bool {
    guard let ctime = claims[model.kind.ctimeName]?.int64 else { return false }
    var input = claims.object ?? JSONObject()
    input.members.append(
      .init(name: "effective_time_in_seconds", value: .integer(sealed.expire &- ctime)))
    input.members.append(.init(name: "secret", value: .string(secret)))
    let question = Question(
      op: "mint", input: input, call: ["privilege": "canLoginRoom, canPublishStream"])
    let answer = Answer(.ok, token: Text(token))
    guard let drawn = model.recover(from: answer, to: question, by: rules) else { return false }
    return model.plan(question, by: rules, with: drawn).answer.token?.bytes == token
  }
}

/// What an IV looks like.
private struct IVView {
  let words: String

  init(_ bytes: [UInt8]) {
    let printable = bytes.allSatisfy { (0x20...0x7E).contains($0) }
    let alphabets = [
      (RandomnessRules.alphabet16, "of the 16 hexadecimal digits"),
      (RandomnessRules.alphabet36, "of 36 letters and digits"),
    ]
    let alphabet = alphabets.first { pair in bytes.allSatisfy { pair.0.utf8.contains($0) } }
    let text = printable ? "'\(String(decoding: bytes, as: UTF8.self))', " : ""
    words = text + (alphabet?.1 ?? "any bytes")
  }
}
