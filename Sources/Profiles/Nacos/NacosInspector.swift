// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// Takes what looks like a JSON web token apart, and says what servers make of it.
struct NacosInspector {
  private let token: [UInt8]
  private let secret: Text?
  private let now: Int64
  private let parts: [NacosPart]
  private(set) var inspection = Inspection(
    format: NacosTool.format, title: "JSON web token, as Nacos issues it")

  init?(token: [UInt8], secret: Text?, now: Int64) {
    parts = NacosPart.split(token)
    guard NacosPart.looksLikeToken(token, parts) else { return nil }
    (self.token, self.secret, self.now) = (token, secret, now)
    inspection.byteCount = token.count
    inspection.fields = NacosPart.fields(of: parts, in: token)
    inspection.plaintext = payload
    judge()
    inspection.emitters = emitters
    inspection.notes = NacosNotes(parts: parts, token: token, secret: secret, now: now).words
  }

  private var payload: JSONValue? { parts.count > 1 ? parts[1].json : nil }

  // MARK: - Verdicts

  private mutating func judge() {
    let refusal = Self.refusal { () throws(Refusal) in
      _ = try AccessToken(reading: token.span)
    }
    let isBroken = refusal?.stage == .encoding
    add(.encoding, !isBroken, isBroken ? words(refusal) : "base64url, as far as it was read")
    let holds = isBroken ? nil : Optional(refusal == nil)
    let fits = holds.map { $0 ? "header and payload are documented ones" : words(refusal) }
    add(.structure, holds, fits ?? "not reached")
    judgeSignature()
    inspection.layers.append(timeLayer)
  }

  private mutating func judgeSignature() {
    guard let secret else { return add(.crypto, nil, "needs the secret key") }
    let refusal = Self.refusal { () throws(Refusal) in
      _ = try AccessToken(opening: token.span, key: NacosKey(configured: secret))
    }
    guard let refusal else { return add(.crypto, true, "signed with this key") }
    let isReached = refusal.stage == .crypto || refusal.field == "secret"
    add(.crypto, isReached ? false : nil, isReached ? words(refusal) : "not reached")
  }

  private var timeLayer: Inspection.Layer {
    guard let end = payload?["exp"]?.int64 else {
      return .init(.time, nil, "the payload tells no second of its end")
    }
    let distance = UTCTime.distance(from: now, to: end)
    return .init(.time, now <= end, "\(now <= end ? "ends" : "ended") \(distance)")
  }

  private mutating func add(_ stage: Stage, _ holds: Bool?, _ words: String) {
    inspection.layers.append(.init(stage, holds, words))
  }

  private func words(_ refusal: Refusal?) -> String {
    refusal.map { "\($0.field): \($0.detail)" } ?? ""
  }

  private static func refusal(_ body: () throws(Refusal) -> Void) -> Refusal? {
    do throws(Refusal) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  // MARK: - Emitters

  /// The generations that write just this header and this payload for what it claims.
  private var emitters: [String] {
    guard parts.count == 3, let bytes = parts[1].bytes, let payload,
      let end = payload["exp"]?.int64,
      let algorithm = NacosAlgorithm.allCases.first(where: { $0.isNamed(by: parts[0].text[...]) })
    else { return [] }
    let model = NacosTokenModel()
    return model.profiles.filter { profile in
      let writer = model.rules(by: profile).writer
      let written = try? writer.payload(payload["sub"]?.text, end, 0)
      return written == bytes && (algorithm == .hs256 || !writer.isAlwaysHS256)
    }.map(\.variant)
  }
}
