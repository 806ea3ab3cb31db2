// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Judges whether a token says what was asked, and nothing else.
struct Faithfulness007 {
  let question: Question

  /// Whether there is a token that says what was asked.
  var isStatable: Bool { frame != nil }

  private var frame: Frame007? {
    var builder = Builder007(question, Self.plain, AgoraDrawn(salt: 0, ts: 0))
    return builder.run().frame
  }

  func mismatch(of token: Text?) -> Mismatch? {
    guard let token else { return .noToken("agora") }
    guard let frame else { return .unstatable }
    return frame.mismatch(of: token.bytes, drawn: Drawn(question))
  }

  /// The reference, where it does not insist on the caller's clauses.
  private static let plain: Agora007Rules = {
    var rules = Agora007Rules()
    rules.uid = .anyNumber
    rules.account = .anyNumber
    rules.names.number = .digits
    rules.reading.base64 = .bothAlphabets
    rules.reading.inflating = .beginning
    rules.reading.fields = .whole
    return rules
  }()

  /// What the implementation may choose itself.
  struct Drawn {
    let salt: Bool
    let issueTs: Bool

    init(_ question: Question) {
      let isFree = question.op != "reopen"
      salt = isFree && question.input["salt"]?.isNumber != true
      issueTs = isFree && question.input["issue_ts"]?.isNumber != true
    }

    static let nothing = Drawn()

    private init() { (salt, issueTs) = (false, false) }
  }
}

extension Frame007 {
  /// Whether a token says the same with its maps in another order.
  func says(_ token: [UInt8]) -> Bool { mismatch(of: token, drawn: .nothing) == nil }

  /// Where a token differs from what it should say.
  func mismatch(of token: [UInt8], drawn: Faithfulness007.Drawn) -> Mismatch? {
    let (envelope, got): (Envelope007, Info007)
    do throws(Refusal) {
      (envelope, got) = try Self.read(token)
    } catch {
      return Mismatch(
        "agora.007.layout", field: error.field, offset: error.offset,
        expected: "a token that decodes", got: error.detail)
    }
    var reader = ByteReader(info.span)
    guard let expected = try? Info007(from: &reader) else { return .unstatable }
    let mismatch =
      expected.mismatch(of: got, drawn: drawn) ?? expected.mismatch(ofServices: got.services)
    return mismatch ?? signatureMismatch(envelope, got)
  }

  private static func read(_ token: [UInt8]) throws(Refusal) -> (Envelope007, Info007) {
    let access = try Access007(reading: token.span)
    guard let envelope = try? Envelope007(reading: token.span) else {
      throw Refusal(.encoding, "base64", field: "token", "the token does not decode")
    }
    return (envelope, access.info)
  }

  private func signatureMismatch(_ envelope: Envelope007, _ got: Info007) -> Mismatch? {
    let holds = try? envelope.isSigned(
      certificate: certificate, issueTs: got.issueTs, salt: got.salt)
    guard holds != true else { return nil }
    return Mismatch(
      "agora.007.signature", field: "signature", offset: 2,
      expected: "the HMAC of everything behind it", got: "another")
  }
}

extension Info007 {
  fileprivate func mismatch(of got: Info007, drawn: Faithfulness007.Drawn) -> Mismatch? {
    let start = Envelope007.infoOffset
    func differs(_ clause: String, _ field: String, _ offset: Int, _ pair: (Any, Any)) -> Mismatch {
      Mismatch(
        clause, field: field, offset: offset, expected: "\(pair.0)", got: "\(pair.1)")
    }
    if got.appID != appID {
      return differs("agora.007.app-id", "app-id", start + 2, (appID, got.appID))
    }
    let numbers = start + 2 + appID.bytes.count
    if !drawn.issueTs, got.issueTs != issueTs {
      return differs("agora.007.issue-ts", "issue-ts", numbers, (issueTs, got.issueTs))
    }
    if got.expire != expire {
      return differs("agora.007.expire", "expire", numbers + 4, (expire, got.expire))
    }
    if !drawn.salt, got.salt != salt {
      return differs("agora.007.salt.given", "salt", numbers + 8, (salt, got.salt))
    }
    return nil
  }

  fileprivate func mismatch(ofServices got: [Service007]) -> Mismatch? {
    guard got.map(\.kind) == services.map(\.kind) else {
      return Mismatch(
        "agora.007.services", field: "services", expected: Self.kinds(services),
        got: Self.kinds(got))
    }
    for (expected, got) in zip(services, got) {
      if got.privileges.inOneOrder != expected.privileges.inOneOrder {
        return Mismatch(
          "agora.007.privileges", field: "\(expected.kind) privileges",
          expected: Agora007Model.shown(expected), got: Agora007Model.shown(got))
      }
      if got.body.ordered != expected.body.ordered {
        return Mismatch(
          "agora.007.service-fields", field: "\(expected.kind)",
          expected: "\(Agora007Model.shown(expected))", got: "\(Agora007Model.shown(got))")
      }
    }
    return nil
  }

  private static func kinds(_ services: [Service007]) -> String {
    services.isEmpty ? "none" : services.map { "\($0.kind)" }.joined(separator: " ")
  }
}

extension Service007.Body {
  /// The same with what is a map in one order.
  fileprivate var ordered: Service007.Body {
    guard case .rtm2(let user, let resources) = self else { return self }
    let ordered = resources.map { resource in
      Rtm2Resource(resource.type, permissions: resource.permissions.sorted { $0.id < $1.id })
    }
    return .rtm2(userID: user, resources: ordered.sorted { $0.type < $1.type })
  }
}
