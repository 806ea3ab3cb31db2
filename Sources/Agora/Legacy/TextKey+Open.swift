// SPDX-License-Identifier: MIT

public import Bytes
internal import Crypto

extension TextKey {
  /// Opens a key, or refuses it at the first rule that it breaks.
  ///
  /// Without a grant the signature is not checked, without `now` the time is not.
  public init(
    opening token: Span<UInt8>, as version: Version, for grant: LegacyGrant? = nil,
    now: Int64? = nil, checks: Checks = .all
  ) throws(Refusal) {
    do throws(FormatError) {
      var reader = ByteReader(token)
      try self.init(from: &reader, version, FormatChecks(checks, refusal: Version.refusal))
    } catch {
      throw Version.refusal(error)
    }
    if let grant { try verify(grant, checks) }
    try LegacyTime.check(expire ?? 0, now: now, checks)
  }

  private init(
    from reader: inout ByteReader, _ version: Version, _ checks: FormatChecks
  ) throws(FormatError) {
    self.version = version
    (signature, appID, ts, random) = ([], Text([]), 0, 0)
    for field in version.wire { try read(field, from: &reader, checks) }
    try reader.finish(after: version.wire.last?.rawValue ?? "", by: checks)
  }

  private mutating func read(
    _ field: Field, from reader: inout ByteReader, _ checks: FormatChecks
  ) throws(FormatError) {
    let place = LegacyDigits(field: field.rawValue, offset: reader.offset, checks: checks)
    let text = try reader.readBytes(field.rawValue, count: field.width ?? 0, by: checks)
    switch field {
    case .version: try place.equal(text, version.rawValue)
    case .signature: signature = try place.lowerHex(text)
    case .appID: appID = try place.hex(text)
    case .ts: ts = try place.decimal(text)
    case .random: random = try place.hexadecimal(text)
    case .uid: uid = try place.decimal(text)
    case .expire: expire = try place.decimal(text)
    case .service, .channel: break
    }
  }

  /// Checks the signature; a 004 tells by it which service it is for.
  private mutating func verify(_ grant: LegacyGrant, _ checks: Checks) throws(Refusal) {
    if let uid, uid != grant.uid {
      try checks.refuse(
        Refusal(
          .policy, legacy: .uid, field: "uid",
          "the key is for user \(uid), not for \(grant.uid)"))
    }
    let services: [LegacyService] =
      version == .v004 ? LegacyService.allCases.filter { $0.word != nil } : [.media]
    for service in services {
      guard let expected = try? sign(grant, service: service),
        constantTimeEqual(expected.span, signature.span)
      else { continue }
      if version == .v004 { self.service = service }
      return
    }
    try checks.refuse(
      Refusal(
        .crypto, legacy: .signature, field: "signature",
        offset: version.wire.first == .version ? 3 : 0,
        "the signature is not that of this certificate, channel and user"))
  }
}

extension TextKey.Version {
  @Sendable fileprivate static func refusal(_ error: FormatError) -> Refusal {
    guard error.code == .value, error.field == TextKey.Field.version.rawValue else {
      return Refusal(legacy: error)
    }
    return Refusal(
      .encoding, legacy: .version, field: error.field, offset: error.offset, error.detail)
  }
}
