// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

// The keys from before 006.
extension AgoraTool {
  func mintLegacy(_ input: JSONObject, _ secret: Text, _ drawn: DrawnValues) throws -> String {
    let input = try LegacyInput(input, drawn: drawn)
    let arguments = try input.typed
    let credentials = try LegacyCredentials(
      appID: try arguments.text("app_id"), certificate: secret)
    return String(decoding: try token(input, arguments, credentials, drawn), as: UTF8.self)
  }

  private func token(
    _ input: LegacyInput, _ arguments: AgoraArguments, _ credentials: LegacyCredentials,
    _ drawn: DrawnValues
  ) throws -> [UInt8] {
    switch input.entry.form {
    case .text(let version, let service):
      let request = try LegacyRequest(arguments)
      return try TextKey(version, request, credentials, service: service).token
    case .packed(.permission):
      let word = try arguments.text("permission").display
      guard let permission = LegacyPermission(rawValue: word) else {
        let known = LegacyPermission.allCases.map(\.rawValue).joined(separator: " ")
        throw ToolError("permission: one of \(known) is wanted")
      }
      return try PackedKey(LegacyRequest(arguments), credentials, permission: permission).token
    case .packed(let service):
      return try PackedKey(LegacyRequest(arguments), credentials, service: service).token
    case .signaling(let isRelative):
      let end = try end(try arguments.integer("expire"), after: isRelative ? drawn.second : 0)
      return try SignalingToken(
        account: try arguments.text("user_account"), credentials, expire: end
      ).token
    }
  }

  private func end(_ seconds: UInt32, after start: UInt32) throws -> UInt32 {
    let (end, overflow) = start.addingReportingOverflow(seconds)
    guard !overflow else { throw ToolError("expire: the end is beyond \(UInt32.max)") }
    return end
  }

  func answerLegacy(
    _ variant: String, _ input: JSONObject, _ secret: Text, _ drawn: DrawnValues
  ) throws -> Answer {
    let model = AgoraLegacyModel()
    let rules = try model.rules(ofVariant: variant)
    let question = try LegacyInput(input, drawn: drawn).question(certificate: secret)
    return model.answer(model.plan(question, by: rules, with: LegacyDrawn(now: drawn.now)))
  }

  // MARK: - Opening

  func openLegacy(
    _ token: [UInt8], _ secret: Text, _ now: Int64, _ wishes: AgoraWishes
  ) throws -> Opening {
    guard let shape = LegacyShape(of: token) else {
      throw ToolError("the token has the form of no key before 006")
    }
    try wishes.allowOnly(["service"], of: "a \(shape.title)")
    let opener = try LegacyOpener(shape, wishes)
    let format = AgoraFormat.legacy.rawValue
    do throws(Refusal) {
      let claims = try opener.claims(of: token, secret: secret, now: now)
      return Opening(format: format, refusal: nil, claims: claims)
    } catch {
      return Opening(format: format, refusal: error)
    }
  }
}

extension LegacyRequest {
  /// A request by the names of the command; 001 to 004 of some functions know no user and no end.
  fileprivate init(_ arguments: AgoraArguments) throws {
    try self.init(
      channel: try arguments.text("channel_name"), ts: try arguments.integer("ts"),
      random: try arguments.integer("random"), uid: try arguments.integer("uid", default: 0),
      expire: try arguments.integer("expire", default: 0))
  }
}
