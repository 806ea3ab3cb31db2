// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// A question to an opener of the keys before 006, its key taken apart.
///
/// text ← content (of 005) ← fields, one of which is the seal of others
struct LegacyDraft: AgoraDraft {
  static let system = "agora.legacy"

  var input: JSONObject
  var now: VectorQuestion.Moment
  var changes: [DraftLayer: LayerChange] = [:]

  let shape: LegacyShape
  /// The bytes of each field, as they stand in the key and are signed.
  var fields: [String: [UInt8]]
  /// What stands in the key in place of that.
  var written: [String: [UInt8]] = [:]
  var unsigned: Set<String> = []
  var key: [UInt8]
  var digest = Digest.sha1
  var base64 = Base64.standard
  var isOtherCase = false

  init(_ question: VectorQuestion) throws {
    guard let opening = OpeningLegacy(question) else { throw VectorError("no version is named") }
    shape = opening.shape
    input = question.input
    input["token"] = nil
    now = question.now
    key =
      shape == .packed ? try Hex.decode(opening.certificate.bytes.span) : opening.certificate.bytes
    fields = try Self.fields(of: opening)
    fields["certificate"] = opening.certificate.bytes
    fields["account"] = opening.account.bytes
    if shape != .signaling { hold(opening.channel.bytes, opening.uid) }
  }

  var question: VectorQuestion { question(with: token) }

  // MARK: - Taking apart

  private static func fields(of opening: OpeningLegacy) throws -> [String: [UInt8]] {
    let token = opening.token.bytes
    switch opening.shape {
    case .text(let version):
      let key = try TextKey(
        opening: token.span, as: version,
        for: LegacyGrant(
          certificate: opening.certificate, channel: opening.channel, uid: opening.uid))
      var fields = cut(token, version.wire.map { ($0.rawValue, $0.width ?? 0) })
      fields["service"] = Array((key.service?.word ?? "").utf8)
      return fields
    case .packed:
      let content = try Base64.standard.decode(token.span.extracting(3..<token.count))
      return cut(content, packed).merging(["version": Array("005".utf8)]) { first, _ in first }
    case .signaling:
      let parts = token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      return Dictionary(
        zip(["version", "app-id", "expire", "digest"], parts.map(Array.init)),
        uniquingKeysWith: { first, _ in first })
    }
  }

  private static let packed = [
    ("service", 2), ("signature", 42), ("app-id", 18), ("ts", 4), ("random", 4), ("expire", 4),
    ("extra", 64),
  ]

  private static func cut(_ bytes: [UInt8], _ widths: [(String, Int)]) -> [String: [UInt8]] {
    var rest = bytes[...]
    var fields: [String: [UInt8]] = [:]
    for (name, width) in widths {
      fields[name] = Array(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return fields
  }

  /// Channel and user as they are signed.
  private mutating func hold(_ channel: [UInt8], _ uid: UInt32) {
    guard shape == .packed else {
      fields["channel"] = channel
      fields["uid"] = fields["uid"] ?? TextKey.decimal(uid)
      return
    }
    fields["channel"] = Self.little(UInt16(truncatingIfNeeded: channel.count)) + channel
    fields["uid"] = Self.little(uid)
  }

  static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    var writer = ByteWriter(capacity: 4)
    writer.write(value, .little)
    return writer.bytes
  }

  // MARK: - Sealing

  private var token: [UInt8] {
    switch shape {
    case .text(let version): changed(.text, version.wire.flatMap { field($0.rawValue) })
    case .packed:
      changed(
        .text,
        base64.encode(
          changed(.content, Self.packed.flatMap { field($0.0) }), after: field("version")))
    case .signaling:
      changed(
        .text,
        Array(
          ["version", "app-id", "expire", "digest"].map(field)
            .joined(separator: [UInt8(ascii: ":")])))
    }
  }

  private func field(_ name: String) -> [UInt8] {
    if let written = written[name] { return written }
    return ["signature", "digest"].contains(name) ? seal : fields[name] ?? []
  }

  private var seal: [UInt8] {
    let signed = signedNames.filter { !unsigned.contains($0) }.flatMap { fields[$0] ?? [] }
    if shape == .signaling { return digits(of: (try? Digest.md5.hash(signed.span)) ?? []) }
    let signature = digits(of: (try? digest.hmac(signed.span, key: key.span)) ?? [])
    let length = shape == .packed ? Self.little(UInt16(truncatingIfNeeded: signature.count)) : []
    return length + signature
  }

  private var signedNames: [String] {
    switch shape {
    case .text(let version): version.signed.map(\.rawValue)
    case .packed: ["service", "app-id", "ts", "random", "channel", "uid", "expire", "extra"]
    case .signaling: ["account", "app-id", "certificate", "expire"]
    }
  }

  private func digits(of bytes: [UInt8]) -> [UInt8] {
    let isUpper = (shape == .packed) != isOtherCase
    let digits = Hex.encode(bytes)
    return Array((isUpper ? digits.uppercased() : digits).utf8)
  }
}
