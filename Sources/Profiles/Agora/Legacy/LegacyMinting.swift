// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

// The making of one key.
extension LegacyRules {
  func plan(_ question: Question, with drawn: LegacyDrawn) -> LegacyPlan {
    LegacyPlan { () throws(CallEnding) in
      guard let call = LegacyCall(question), served.contains(call.entry) else {
        throw .unsupported
      }
      return try token(for: try check(try host.pass(call)), with: drawn)
    }
  }

  private func token(
    for call: LegacyCall, with drawn: LegacyDrawn
  ) throws(CallEnding) -> [UInt8] {
    switch call.entry.form {
    case .text(let version, let service):
      return try textKey(try host.narrow(call), version, service)
    case .packed(let service):
      return try PackedMinting(
        rules: self, call: try host.narrow(call),
        service: mistakes.contains(.mediaService) ? .media : service
      ).token()
    case .signaling(let isRelative):
      return try signalingToken(call, now: isRelative ? drawn.now : nil)
    }
  }

  /// Refuses what the documentation forbids, where the function looks.
  private func check(_ call: LegacyCall) throws(CallEnding) -> LegacyCall {
    guard isChecked else { return call }
    let isFine = call.entry.arguments.allSatisfy { argument in
      argument.isNumber || AgoraContract.argument(argument, call[argument]).isEmpty
    }
    guard isFine else { throw .refusal }
    return call
  }

  // MARK: - 001 to 004

  private func textKey(
    _ call: LegacyCall, _ version: TextKey.Version, _ service: LegacyService
  ) throws(CallEnding) -> [UInt8] {
    let service = mistakes.contains(.mediaService) ? .media : service
    var fields: [TextKey.Field: [UInt8]] = [
      .version: Array(version.rawValue.utf8), .service: Array((service.word ?? "").utf8),
    ]
    for (field, argument) in Self.textFields where version.signed.contains(field) {
      fields[field] = try text(of: call[argument], field)
    }
    let certificate = try host.text(call[.certificate], at: .textCertificate)
    fields[.channel] = try host.text(call[.channel], at: .textChannel)
    let key = mistakes.contains(.otherKey) ? try decode(certificate) : certificate
    if mistakes.contains(.smallUIDs), (fields[.uid] ?? []).isBeyondInt32 { throw .refusal }
    let message = version.signed.flatMap { signedText($0, fields) }
    let digits = Hex.encode(try hmac(message, key))
    fields[.signature] = Array(
      (mistakes.contains(.otherCase) ? digits.uppercased() : digits).utf8)
    let wire = wire(of: version)
    return wire.flatMap { isLeftOut($0) ? [] : fields[$0] ?? [] }
  }

  /// The fields of a key in their order, some of them only by mistake.
  private func wire(of version: TextKey.Version) -> [TextKey.Field] {
    switch version {
    case .v001 where mistakes.contains(.version001), .v002 where mistakes.contains(.version002):
      [.version] + version.wire
    case .v004 where mistakes.contains(.shownUID):
      version.wire.flatMap { $0 == .expire ? [.uid, .expire] : [$0] }
    default: version.wire
    }
  }

  /// The fields that come from arguments; a channel is encoded last, after the certificate.
  private static let textFields: [(TextKey.Field, LegacyArgument)] = [
    (.appID, .appID), (.ts, .ts), (.random, .random), (.uid, .uid), (.expire, .expire),
  ]

  private func text(
    of value: JSONValue, _ field: TextKey.Field
  ) throws(CallEnding) -> [UInt8] {
    switch field {
    case .appID: return try host.text(value, at: .textAppID)
    case .random where mistakes.contains(.ownRandom): return Array("00000000".utf8)
    case .random where mistakes.contains(.upperRandom):
      return try host.random.digits(of: value).uppercased
    case .random: return try host.random.digits(of: value)
    default: return fill(try host.decimal.digits(of: value), field)
    }
  }

  /// Puts zeros in front, and keeps the last ten characters where the language cuts.
  private func fill(_ digits: [UInt8], _ field: TextKey.Field) -> [UInt8] {
    guard !unpadded.contains(field) else { return digits }
    let missing = max(0, 10 - Text(digits).codePointCount)
    let filled = [UInt8](repeating: UInt8(ascii: "0"), count: missing) + digits
    return host.cut.contains(field) ? Array(filled.suffix(10)) : filled
  }

  private func signedText(
    _ field: TextKey.Field, _ fields: [TextKey.Field: [UInt8]]
  ) -> [UInt8] {
    let text = fields[field] ?? []
    switch field {
    case .appID where padsAppID: return host.pad(text) + text
    case .appID where mistakes.contains(.lowerAppID): return text.lowercased
    case .channel where mistakes.contains(.withoutChannel): return []
    case .uid where mistakes.contains(.withoutUID): return Array("0000000000".utf8)
    case .uid where mistakes.contains(.signedUID): return signed(text)
    default: return text
    }
  }

  /// The digits of a number whose highest bit is taken for a sign.
  private func signed(_ digits: [UInt8]) -> [UInt8] {
    let value = UInt32(String(decoding: digits, as: UTF8.self)).map { Int32(bitPattern: $0) }
    return value.map { fill(Array(String($0).utf8), .uid) } ?? digits
  }

  private func isLeftOut(_ field: TextKey.Field) -> Bool {
    field == .version && mistakes.contains(.withoutVersion)
      || field == .expire && mistakes.contains(.withoutExpire)
  }

  // MARK: - Signaling

  private func signalingToken(
    _ call: LegacyCall, now: Int64?
  ) throws(CallEnding) -> [UInt8] {
    let names: [LegacyArgument] =
      mistakes.contains(.appIDFirst)
      ? [.appID, .account, .certificate] : [.account, .appID, .certificate]
    let message = try host.joined(names.map { call[$0] })
    let end = try end(call[.expire], now: now)
    guard let digest = try? Digest.md5.hash((message + end).span) else { throw .refusal }
    let digits = Hex.encode(digest)
    let shown = mistakes.contains(.otherCase) ? digits.uppercased() : digits
    let fields = [Array("1".utf8), try host.listed(call[.appID]), end, Array(shown.utf8)]
    return Array(fields.joined(separator: [mistakes.separator]))
  }

  private func end(_ value: JSONValue, now: Int64?) throws(CallEnding) -> [UInt8] {
    guard let now, !mistakes.contains(.withoutNow) else { return try host.decimal.plain(value) }
    return try host.addition.end(now, after: value)
  }

  // MARK: - Keys

  func decode(_ digits: [UInt8]) throws(CallEnding) -> [UInt8] {
    try (lenientHex ?? host.hex).decode(digits)
  }

  func hmac(_ message: [UInt8], _ key: [UInt8]) throws(CallEnding) -> [UInt8] {
    if key.isEmpty, let emptyKeyException { throw .exception(emptyKeyException) }
    let digest: Digest = mistakes.contains(.sha256) ? .sha256 : .sha1
    guard let signature = try? digest.hmac(message.span, key: key.span) else { throw .refusal }
    return signature
  }
}

extension LegacyHost {
  /// Passes the arguments as the language would.
  func pass(_ call: LegacyCall) throws(CallEnding) -> LegacyCall {
    var passed = call
    for argument in call.entry.arguments {
      let value = call[argument]
      passed[argument] =
        argument.isNumber
        ? try (argument == .uid ? uid : numbers).pass(value) : try texts.pass(value)
    }
    return passed
  }

  /// Cuts to 32 bits what is cut; the random number of a 002 is not, but when it is written.
  func narrow(_ call: LegacyCall) throws(CallEnding) -> LegacyCall {
    var cut = call
    for argument in [LegacyArgument.uid, .random]
    where narrowed.contains(argument) && call.entry.arguments.contains(argument) {
      if argument == .random, call.entry == .key2 { continue }
      let index = try HostPython.index(call[argument])
      cut[argument] = .integer(UInt32(truncatingIfNeeded: index))
    }
    return cut
  }

  func text(_ value: JSONValue, at place: LegacyPlace) throws(CallEnding) -> [UInt8] {
    try charset.bytes(of: try (conversions[place] ?? .refused).text(of: value))
  }

  /// Texts one after another; JavaScript adds up what stands before the first text.
  func joined(_ values: [JSONValue]) throws(CallEnding) -> [UInt8] {
    var texts: [Text] = []
    for value in summed(values) {
      texts.append(try (conversions[.signaling] ?? .refused).text(of: value))
    }
    var bytes: [UInt8] = []
    for text in texts { bytes += try charset.bytes(of: text) }
    return bytes
  }

  private func summed(_ values: [JSONValue]) -> [JSONValue] {
    guard case .javaScript = conversions[.signaling] else { return values }
    let numbers = values.prefix { $0.text == nil && $0.array == nil && $0.object == nil }
    guard numbers.count > 1 else { return values }
    let sum = numbers.reduce(0) { $0 + ($1.javaScriptDouble ?? .nan) }
    return [.float(lexeme: String(sum))] + values.dropFirst(numbers.count)
  }

  /// A text in a list that is joined; JavaScript leaves null out there.
  func listed(_ value: JSONValue) throws(CallEnding) -> [UInt8] {
    if case .javaScript = conversions[.signaling], value == .null { return [] }
    return try text(value, at: .signaling)
  }

  /// What is missing of an app id's 32 characters, as zero bytes.
  func pad(_ appID: [UInt8]) -> [UInt8] {
    let count = countsCodePoints ? Text(appID).codePointCount : appID.count
    return [UInt8](zeros: max(0, LegacyCredentials.length - count))
  }
}

extension [UInt8] {
  /// Whether these are the digits of a number above 2147483647.
  fileprivate var isBeyondInt32: Bool {
    Int64(String(decoding: self, as: UTF8.self)).map { $0 > Int32.max } ?? false
  }

  fileprivate var uppercased: [UInt8] { map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 } }

  fileprivate var lowercased: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
}
