// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// What the judge knows of AccessToken 006.
struct Agora006Model: FormatModel {
  let format = "agora-006"
  let reference = Agora006Rules()
  let deviations = Agora006Deviations.table
  let profiles = Agora006Profiles.all

  /// The time that a token lives, if nothing else is said.
  private static let life: Int64 = 86_400
  /// How long a call may take, from the question to the token.
  private static let patience: Int64 = 120

  func recover(
    from answer: Answer, to question: Question, by rules: Agora006Rules
  ) -> AgoraDrawn? {
    guard let token = answer.token ?? answer.ignoredToken else { return AgoraDrawn() }
    let given = (try? question.calls006(rules.building))?["app_id"]?.text?.bytes.count
    for length in [given, Envelope006.appIDLength].compactMap(\.self) + Self.otherLengths {
      guard let message = Self.message(of: token.bytes, appIDLength: length) else { continue }
      return AgoraDrawn(salt: Int64(message.salt), ts: Int64(message.ts))
    }
    return AgoraDrawn()
  }

  /// An app id that was taken from a token may be shorter.
  private static let otherLengths = Array(0..<Envelope006.appIDLength)

  /// The message of a token around an app id of any length.
  private static func message(of token: [UInt8], appIDLength: Int) -> Message006? {
    let text = Array(token.dropFirst(Envelope006.version.utf8.count + appIDLength))
    guard let content = try? Base64.standard.decode(text.span) else { return nil }
    var reader = ByteReader(content.span)
    guard let envelope = try? Envelope006(appID: [], from: &reader) else { return nil }
    var message = ByteReader(envelope.message.span)
    return try? Message006(from: &message)
  }

  func plan(
    _ question: Question, by rules: Agora006Rules, with drawn: AgoraDrawn
  ) -> Agora006Plan {
    var builder = Builder006(question, rules, drawn)
    return builder.run()
  }

  /// Whether rules differ at all: a builder has no steps that could be kept.
  func parts(of rules: Agora006Rules, unlike other: Agora006Rules) -> Bool { rules != other }

  func revise(
    _ plan: Agora006Plan, of question: Question, by rules: Agora006Rules,
    with drawn: AgoraDrawn, in changed: Bool
  ) -> Agora006Plan? {
    guard changed else { return nil }
    let revised = self.plan(question, by: rules, with: drawn)
    return revised == plan ? nil : revised
  }

  func answer(_ plan: Agora006Plan) -> Answer {
    var more = JSONObject()
    let token = plan.frame?.token.map { Text($0) }
    if !plan.returned.isEmpty {
      more.append("returns", .array(plan.returned.map(\.recorded)))
    }
    if plan.isIgnored, let token { more.append("tokenIfIgnored", .string(token)) }
    return Answer(
      plan.outcome, token: plan.isIgnored ? nil : token, error: plan.error, more: more)
  }

  func isDrawn(_ behaviour: String) -> Bool { Agora006Deviations.randomness.contains(behaviour) }

  func describe(_ drawn: AgoraDrawn) -> [(name: String, value: String)] {
    [("salt", drawn.salt), ("ts", drawn.ts)].compactMap { name, value in
      value.map { (name, String($0)) }
    }
  }

  // MARK: - Agreement

  func agreement(
    of plan: Agora006Plan, with answer: Answer, to question: Question, by rules: Agora006Rules
  ) -> Agreement {
    guard plan.outcome == answer.outcome,
      !plan.outcome.isAnswer || plan.error?.kindOfError == answer.error?.kindOfError,
      returns(plan, answer, by: rules), !plan.isDrawn || isPlausible(plan, question, by: rules)
    else { return .none }
    if plan.isOpen { return .meaning }
    let token = plan.isIgnored ? answer.ignoredToken : answer.token
    guard let frame = plan.frame else { return token == nil ? .bytes : .none }
    guard let token else { return .none }
    if frame.token == token.bytes { return .bytes }
    return rules.order == nil && frame.says(token.bytes) ? .meaning : .none
  }

  private func returns(_ plan: Agora006Plan, _ answer: Answer, by rules: Agora006Rules) -> Bool {
    guard rules.reading.answer != .free else { return true }
    let recorded = answer.more["returns"]?.array?.compactMap(ReturnedCall.init) ?? []
    return plan.returned == recorded
  }

  /// Whether what was drawn is in the range of the implementation.
  private func isPlausible(
    _ plan: Agora006Plan, _ question: Question, by rules: Agora006Rules
  ) -> Bool {
    guard let message = plan.frame?.message else { return true }
    var reader = ByteReader(message.span)
    guard let salt = try? reader.readInteger("salt", .little, as: UInt32.self),
      let ts = try? reader.readInteger("ts", .little, as: UInt32.self)
    else { return false }
    let late = question.at.map { abs(Int64(ts) - Self.life - $0) <= Self.patience } ?? true
    return rules.salt.contains(Int64(salt)) && late
  }

  // MARK: - For people

  func view(of answer: Answer, to question: Question) -> String {
    guard let token = answer.token else {
      let words = [answer.error?.identity, answer.error?.message].compactMap(\.self)
      return ([answer.outcome.rawValue] + words).joined(separator: " ")
    }
    guard let envelope = try? Envelope006(reading: token.bytes.span),
      let content = try? Access006(envelope)
    else { return "a token that does not decode" }
    let salt = question.input["salt"]?.isNumber == true ? "\(content.salt)" : "S"
    let ts = question.input["ts"]?.isNumber == true ? "\(content.ts)" : "T"
    let privileges = content.privileges.map { "\($0.id):\($0.expire)" }.joined(separator: " ")
    return "app \(content.appID) channel \(Self.hex(envelope.channelCRC))"
      + " uid \(Self.hex(envelope.uidCRC)) salt \(salt) ts \(ts) privileges \(privileges)"
  }

  private static func hex(_ value: UInt32) -> String { String(value, radix: 16) }
}

extension Answer {
  /// The token that a caller has who swallows the exception.
  var ignoredToken: Text? { more["tokenIfIgnored"]?.text }
}

extension ErrorAnswer {
  /// The identity, where an exception of a call counts by that alone.
  fileprivate var kindOfError: String { type.hasSuffix(" threw") ? "threw" : identity }
}

extension JSONObject {
  mutating func append(_ name: String, _ value: JSONValue) {
    members.append(Member(name: Text(name), value: value))
  }
}
