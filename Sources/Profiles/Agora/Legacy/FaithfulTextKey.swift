// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import Suite

/// The dynamic key 001 to 004 that a question asks for.
struct FaithfulTextKey {
  let faithfulness: LegacyFaithfulness
  let version: TextKey.Version
  let service: LegacyService

  /// The clear fields are judged first: what is wrong there is wrong in the signature, too.
  func mismatch(of token: [UInt8]) -> Mismatch? {
    if let mismatch = LegacyFaithfulness.compare(parts, token, layout: layout) { return mismatch }
    let start = version.wire.first == .version ? 3 : 0
    let found = Array(token.dropFirst(start).prefix(signatureWidth))
    guard let expected = signature(text(of:)) else {
      return mismatch(impossible, start, expected: "no signature", found)
    }
    guard found != expected else { return nil }
    return mismatch(
      reason(found), start, expected: String(decoding: expected, as: UTF8.self), found)
  }

  private func mismatch(
    _ clause: String, _ offset: Int, expected: String, _ found: [UInt8]
  ) -> Mismatch {
    Mismatch(
      clause, field: "signature", offset: offset, expected: expected,
      got: LegacyFaithfulness.shown(found[...]))
  }

  private var signatureWidth: Int { TextKey.Field.signature.width ?? 0 }

  private var layout: String { "agora.legacy.\(version.rawValue).layout" }

  private var parts: [LegacyFaithfulness.Part] {
    version.wire.map { field in
      switch field {
      case .signature: .init(field.rawValue, layout, anything: signatureWidth)
      case .appID: .init(field.rawValue, "agora.legacy.app-id", text(of: field))
      default: .init(field.rawValue, Self.clauses[field] ?? layout, number: text(of: field))
      }
    }
  }

  private static let clauses: [TextKey.Field: String] = [
    .ts: "agora.legacy.ts.digits", .random: "agora.legacy.random", .uid: "agora.legacy.uid",
    .expire: "agora.legacy.expire",
  ]

  /// The clause about what keeps a key from having any signature.
  private var impossible: String {
    if faithfulness.text(.certificate) == nil { return "agora.legacy.signature" }
    return faithfulness.text(.channel) == nil ? "agora.legacy.channel" : "agora.numbers.checked"
  }

  private func text(of field: TextKey.Field) -> [UInt8]? {
    switch field {
    case .version: Array(version.rawValue.utf8)
    case .service: service.word.map { Array($0.utf8) }
    case .appID: faithfulness.text(.appID)
    case .channel: faithfulness.text(.channel)
    case .ts: faithfulness.number(.ts).map(TextKey.decimal)
    case .random: faithfulness.number(.random).map(TextKey.hexadecimal)
    case .uid: faithfulness.number(.uid).map(TextKey.decimal)
    case .expire: faithfulness.number(.expire).map(TextKey.decimal)
    case .signature: nil
    }
  }

  /// The signature over fields whose texts are given.
  private func signature(_ text: (TextKey.Field) -> [UInt8]?) -> [UInt8]? {
    guard let key = faithfulness.text(.certificate) else { return nil }
    var message: [UInt8] = []
    for field in version.signed {
      guard let text = text(field) else { return nil }
      message += text
    }
    return (try? Digest.sha1.hmac(message.span, key: key.span)).map { Array(Hex.encode($0).utf8) }
  }

  /// The clause about the field that is signed in another way, where one alone is.
  private func reason(_ found: [UInt8]) -> String {
    for (field, clause, texts) in Self.suspicions where version.signed.contains(field) {
      for other in texts where signature({ $0 == field ? other : text(of: $0) }) == found {
        return clause
      }
    }
    let isNegative = signature { $0 == .uid ? negativeUID : text(of: $0) } == found
    return isNegative ? "agora.legacy.uid-kept" : "agora.legacy.signature"
  }

  /// The user as 32 bits with a sign.
  private var negativeUID: [UInt8]? {
    faithfulness.number(.uid).map { uid in
      let digits = Array(String(Int32(bitPattern: uid)).utf8)
      return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, 10 - digits.count)) + digits
    }
  }

  private static let suspicions: [(TextKey.Field, String, [[UInt8]])] = [
    (.service, "agora.legacy.service", ["ACS", "ARS", "APSS", ""].map { Array($0.utf8) }),
    (.channel, "agora.legacy.channel", [[]]),
    (.uid, "agora.legacy.uid", ["", "0000000000", "0"].map { Array($0.utf8) }),
  ]
}
