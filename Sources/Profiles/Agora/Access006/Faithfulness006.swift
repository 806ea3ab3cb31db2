// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Judges whether a token says what was asked, and nothing else.
///
/// Where the documentation is silent and the answer can be read in several ways, each is allowed.
struct Faithfulness006 {
  let question: Question

  func mismatch(of token: Text?) -> Mismatch? {
    guard let token else { return .noToken("agora") }
    var first: Mismatch?
    for reading in readings {
      var builder = Builder006(question, reading, AgoraDrawn(salt: 0, ts: 0))
      let plan = builder.run()
      guard let frame = plan.frame else { continue }
      let mismatch = frame.mismatch(of: token.bytes, isDrawn: plan.drawn != nil)
      guard let mismatch else { return nil }
      first = first ?? mismatch
    }
    return first ?? .unstatable
  }

  /// Whether a token can say what was asked.
  var isStatable: Bool {
    readings.contains { reading in
      var builder = Builder006(question, reading, AgoraDrawn(salt: 0, ts: 0))
      return builder.run().frame != nil
    }
  }

  private var steps: [JSONValue] { question.input["steps"]?.array ?? [] }

  /// The ways to read the question.
  private var readings: [Agora006Rules] {
    var readings = [Self.plain]
    if steps.contains(where: { $0["op"] == "initPrivileges" }) {
      readings = readings.flatMap(Self.roleReadings)
    }
    if question.op == "reopen" { readings = readings.flatMap(tokenReadings) }
    return readings
  }

  /// The reference, where it does not insist on the caller's clauses.
  private static let plain: Agora006Rules = {
    var rules = Agora006Rules()
    rules.check = .nothing
    rules.uid = .anyNumber
    rules.removal = .silent
    return rules
  }()

  /// Roles replace or add; a number may be counted from 0 or from 1, or be no role at all.
  private static func roleReadings(_ rules: Agora006Rules) -> [Agora006Rules] {
    let settings: [Agora006Rules.Roles.Setting] = [.replaced, .added]
    let numberings: [Agora006Rules.Roles.Numbering] = [.names, .fromZero, .fromOne]
    return settings.flatMap { setting in
      numberings.map { numbering in
        var reading = rules
        reading.roles.setting = setting
        reading.roles.numbering = numbering
        reading.roles.unknown = .silent
        return reading
      }
    }
  }

  /// The app id is the constructor's or the token's; a token that is not sound may be read with
  /// leniency, or left alone.
  private func tokenReadings(_ rules: Agora006Rules) -> [Agora006Rules] {
    let readings = Self.functions(areSound: areTokensSound).flatMap { reading in
      [Reading006.AppID.kept, .whole].map { appID in
        var changed = reading
        changed.appID = appID
        return changed
      }
    }
    return readings.map { reading in
      var changed = rules
      changed.reading = reading
      return changed
    }
  }

  private static func functions(areSound: Bool) -> [Reading006] {
    var untouched = Reading006()
    untouched.function = .broken
    var lenient = Reading006()
    lenient.base64 = .bothAlphabets
    lenient.fields = .whole
    return areSound ? [Reading006()] : [untouched, lenient]
  }

  private var areTokensSound: Bool {
    steps.filter { $0["op"] == "initTokenBuilder" }.allSatisfy { step in
      step["token"]?.text.map { (try? Access006(reading: $0.bytes.span)) != nil } ?? false
    }
  }
}

extension Frame006 {
  /// Where a token differs from what it should say.
  fileprivate func mismatch(of token: [UInt8], isDrawn: Bool) -> Mismatch? {
    do throws(FormatError) {
      return mismatch(of: try envelope(of: token), isDrawn: isDrawn)
    } catch {
      return Mismatch(
        error.code == .alphabet || error.code == .bits ? "agora.006.encoding" : "agora.006.layout",
        field: error.field, offset: error.offset, expected: "006, app id, base64 of the fields",
        got: error.detail)
    }
  }

  private func mismatch(of envelope: Envelope006, isDrawn: Bool) -> Mismatch? {
    if envelope.appID != appID {
      return Mismatch(
        "agora.006.app-id", field: "app-id", offset: 3, expected: "\(Text(appID))",
        got: "\(Text(envelope.appID))")
    }
    if !envelope.isMarked(channel: channel) {
      return Mismatch(
        "agora.006.channel-crc", field: "channel-crc", offset: 34,
        expected: "the CRC-32 of the channel", got: "another")
    }
    if !envelope.isMarked(uid: uid) {
      return Mismatch(
        "agora.006.uid-crc", field: "uid-crc", offset: 38,
        expected: "the CRC-32 of '\(Text(uid))'", got: envelope.uidCRC == 0 ? "0" : "another")
    }
    return mismatch(ofMessage: envelope.message, isDrawn: isDrawn) ?? signatureMismatch(envelope)
  }

  private func signatureMismatch(_ envelope: Envelope006) -> Mismatch? {
    let holds = try? envelope.isSigned(certificate: certificate, channel: channel, uid: uid)
    guard holds != true else { return nil }
    return Mismatch(
      "agora.006.signature", field: "signature", offset: 2,
      expected: "the HMAC of app id, channel, uid and message", got: "another")
  }

  private func mismatch(ofMessage found: [UInt8], isDrawn: Bool) -> Mismatch? {
    guard let got = Message006(found), let expected = Message006(message) else {
      return Mismatch(
        "agora.006.layout", field: "message", offset: Self.head, expected: "salt, ts, privileges",
        got: "\(found.count) other bytes")
    }
    if !isDrawn, got.salt != expected.salt {
      return Mismatch(
        "agora.006.salt.given", field: "salt", offset: Self.head, expected: "\(expected.salt)",
        got: "\(got.salt)")
    }
    if !isDrawn, got.ts != expected.ts {
      return Mismatch(
        "agora.006.ts", field: "ts", offset: Self.head + 4, expected: "\(expected.ts)",
        got: "\(got.ts)")
    }
    guard got.privileges.inOneOrder != expected.privileges.inOneOrder else { return nil }
    return Mismatch(
      "agora.006.privileges", field: "privileges", offset: Self.head + 8,
      expected: expected.shown, got: got.shown)
  }

  /// An app id of another length is out of contract, and can still be signed faithfully.
  private func envelope(of token: [UInt8]) throws(FormatError) -> Envelope006 {
    var text = ByteReader(token.span)
    let version = try text.readBytes("version", count: Envelope006.version.utf8.count)
    guard version == Array(Envelope006.version.utf8) else {
      throw FormatError(
        .value, field: "version", offset: 0, detail: "'\(Text(version))', not '006'")
    }
    let appID = try text.readBytes("app-id", count: appID.count)
    let start = text.offset
    let base64 = try text.readRest("base64")
    let content = try Base64.standard.decode(base64.span, field: "base64", offset: start)
    var reader = ByteReader(content.span)
    return try Envelope006(appID: appID, from: &reader)
  }

  /// Whether a token says the same in another order.
  func says(_ token: [UInt8]) -> Bool { mismatch(of: token, isDrawn: false) == nil }
}

extension Message006 {
  fileprivate init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes.span)
    guard let message = try? Message006(from: &reader) else { return nil }
    self = message
  }

  fileprivate var shown: String { privileges.isEmpty ? "none" : privileges.shown }
}
