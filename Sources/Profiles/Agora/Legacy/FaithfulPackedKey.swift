// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import Suite

/// The dynamic key 005 that a question asks for.
struct FaithfulPackedKey {
  let faithfulness: LegacyFaithfulness
  let service: LegacyService

  private static let layout = "agora.legacy.005.layout"
  private static let signatureStart = 4
  private static let signatureWidth = 40

  func mismatch(of token: [UInt8]) -> Mismatch? {
    let version = Array(PackedKey.version.utf8)
    guard token.starts(with: version) else {
      return Mismatch(
        "agora.legacy.005.encoding", field: "version", offset: 0, expected: PackedKey.version,
        got: LegacyFaithfulness.shown(token.prefix(3)))
    }
    do throws(FormatError) {
      let text = token.span.extracting(version.count..<token.count)
      return mismatch(
        inContent: try Base64.standard.decode(text, field: "content", offset: version.count))
    } catch {
      return Mismatch(
        "agora.legacy.005.encoding", field: "content", offset: error.offset, expected: "base64",
        got: error.detail)
    }
  }

  private func mismatch(inContent content: [UInt8]) -> Mismatch? {
    if let mismatch = LegacyFaithfulness.compare(parts, content, layout: Self.layout) {
      return mismatch
    }
    let found = Array(content.dropFirst(Self.signatureStart).prefix(Self.signatureWidth))
    let expected = signature(channel: faithfulness.text(.channel), uid: faithfulness.number(.uid))
    guard found != expected else { return nil }
    return Mismatch(
      expected.map { reason(found, $0) } ?? impossible, field: "signature",
      offset: Self.signatureStart,
      expected: expected.map { String(decoding: $0, as: UTF8.self) } ?? "no signature",
      got: LegacyFaithfulness.shown(found[...]))
  }

  private var parts: [LegacyFaithfulness.Part] {
    [
      .init("service", "agora.legacy.service", Self.little(service.rawValue)),
      .init("signature", Self.layout, Self.little(UInt16(40))),
      .init("signature", Self.layout, anything: Self.signatureWidth),
      .init(
        "app-id", "agora.legacy.005.app-id", faithfulness.decoded(.appID).flatMap(Self.packed)),
      .init("ts", Self.layout, number: faithfulness.number(.ts).map(Self.little)),
      .init("random", Self.layout, number: faithfulness.number(.random).map(Self.little)),
      .init("expire", Self.layout, number: faithfulness.number(.expire).map(Self.little)),
      .init("extra", "agora.legacy.005.map", extra),
    ]
  }

  private var extra: [UInt8]? {
    guard service == .permission else { return Self.little(UInt16(0)) }
    guard let value = faithfulness.text(.permission).flatMap(Self.packed) else { return nil }
    return Self.little(UInt16(1)) + Self.little(LegacyPermission.key) + value
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    var writer = ByteWriter(capacity: 4)
    writer.write(value, .little)
    return writer.bytes
  }

  /// A text behind its length.
  private static func packed(_ text: [UInt8]) -> [UInt8]? {
    UInt16(exactly: text.count).map { little($0) + text }
  }

  private func signature(channel: [UInt8]?, uid: UInt32?) -> [UInt8]? {
    guard let key = faithfulness.decoded(.certificate),
      let appID = faithfulness.decoded(.appID).flatMap(Self.packed),
      let ts = faithfulness.number(.ts), let random = faithfulness.number(.random),
      let channel = channel.flatMap(Self.packed), let uid,
      let expire = faithfulness.number(.expire), let extra
    else { return nil }
    let message =
      Self.little(service.rawValue) + appID + Self.little(ts) + Self.little(random) + channel
      + Self.little(uid) + Self.little(expire) + extra
    return (try? Digest.sha1.hmac(message.span, key: key.span)).map {
      Array(Hex.encode($0).uppercased().utf8)
    }
  }

  /// The clause about the field that is signed in another way, where one alone is.
  private func reason(_ found: [UInt8], _ expected: [UInt8]) -> String {
    if expected.elementsEqual(found, by: { $0 | 0x20 == $1 | 0x20 }) {
      return "agora.legacy.005.hexsig"
    }
    if signature(channel: [], uid: faithfulness.number(.uid)) == found {
      return "agora.legacy.channel"
    }
    if signature(channel: faithfulness.text(.channel), uid: 0) == found {
      return "agora.legacy.uid"
    }
    return "agora.legacy.005.signature"
  }

  /// The clause about what keeps a key from having any signature.
  private var impossible: String {
    if faithfulness.decoded(.certificate) == nil { return "agora.legacy.005.signature" }
    return faithfulness.number(.uid) == nil ? "agora.numbers.checked" : "agora.legacy.channel"
  }
}
