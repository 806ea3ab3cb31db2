// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// Tells which profiles give just the info of a token 007 for what the info says.
struct AgoraEmitter007 {
  private static let certificate = Text([UInt8](repeating: UInt8(ascii: "0"), count: 32))

  private let model = Agora007Model()
  private let token: [UInt8]
  private let envelope: Envelope007
  private let drawn: AgoraDrawn
  private let question: Question

  init?(token: [UInt8], _ info: Info007) {
    guard let envelope = try? Envelope007(reading: token.span),
      envelope.info.count <= AgoraEmitters.longestMessage,
      let question = try? AgoraQuestion(info.calls, certificate: Self.certificate).access007()
    else { return nil }
    (self.token, self.envelope, self.question) = (token, envelope, question)
    drawn = AgoraDrawn(salt: Int64(info.salt), ts: Int64(info.issueTs))
  }

  var emitters: AgoraEmitters { AgoraEmitters(model.profiles, where: isConsistent) }

  private func isConsistent(_ profile: Profile) -> Bool {
    let rules = model.rules(by: profile)
    return rules.salt.contains(drawn.salt ?? 0)
      && model.plan(question, by: rules, with: drawn).frame?.info == envelope.info
  }

  /// Whose compression the token shows.
  var compression: String {
    (try? envelope.token) == token
      ? "the content is compressed as by zlib at its default level"
      : "the content is not compressed as by zlib at its default level: another library made it"
  }
}

extension Info007 {
  /// What a caller asks for to get this info.
  fileprivate var calls: JSONObject {
    JSONObject(
      members.members.filter { ["app_id", "expire", "services"].contains($0.name.display) })
  }
}
