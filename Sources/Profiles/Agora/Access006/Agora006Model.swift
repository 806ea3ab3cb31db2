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
  static let life: Int64 = 86_400

  func recover(
    from answer: Answer, to question: Question, by rules: Agora006Rules
  ) -> AgoraDrawn? {
    guard let token = answer.token ?? answer.ignoredToken else { return AgoraDrawn() }
    let given = (try? question.calls006(rules.building))?["app_id"]?.text?.bytes.count
    for length in [given, Envelope006.appIDLength].compactMap(\.self) + Self.otherLengths {
      if let drawn = Self.drawn(in: token.bytes, appIDLength: length, rules.mistakes) {
        return drawn
      }
    }
    return AgoraDrawn()
  }

  /// An app id that was taken from a token may be shorter.
  private static let otherLengths = Array(0..<Envelope006.appIDLength)

  /// Salt and time of a token around an app id of any length.
  private static func drawn(
    in token: [UInt8], appIDLength: Int, _ mistakes: Mistakes006
  ) -> AgoraDrawn? {
    let text = Array(token.dropFirst(mistakes.version.utf8.count + appIDLength))
    guard let content = try? mistakes.base64.decode(text.span) else { return nil }
    let order = mistakes.byteOrder
    var reader = ByteReader(content.span)
    do throws(FormatError) {
      let length = try reader.readInteger("signature-length", order, as: UInt16.self)
      _ = try reader.readSpan("signature", count: Int(length))
      _ = try reader.readSpan("crcs", count: 8)
      let size = try reader.readInteger("message-length", order, as: UInt16.self)
      guard reader.remaining == size else { return nil }
      let first = try reader.readInteger("salt", order, as: UInt32.self)
      let second = try reader.readInteger("ts", order, as: UInt32.self)
      let isSwapped = mistakes.contains(.timeFirst)
      let life = mistakes.contains(.withoutLife) ? Self.life : 0
      return AgoraDrawn(
        salt: Int64(isSwapped ? second : first), ts: Int64(isSwapped ? first : second) + life)
    } catch {
      return nil
    }
  }

  func plan(
    _ question: Question, by rules: Agora006Rules, with drawn: AgoraDrawn
  ) -> Agora006Plan {
    var builder = Builder006(question, rules, drawn)
    return builder.run()
  }

  func parts(of rules: Agora006Rules, unlike other: Agora006Rules) -> Agora006Rules.Parts {
    rules.parts(unlike: other)
  }

  func isChanged(
    _ plan: Agora006Plan, of question: Question, by rules: Agora006Rules,
    with drawn: AgoraDrawn, in changed: Agora006Rules.Parts
  ) -> Bool {
    guard !changed.isDisjoint(with: Self.parts(askedBy: question)) else { return false }
    return self.plan(question, by: rules, with: drawn) != plan
  }

  private static func parts(askedBy question: Question) -> Agora006Rules.Parts {
    if question.op == "build" { return [.building, .others] }
    let steps = question.input["steps"]?.array ?? []
    return steps.reduce(.others) { parts, step in
      switch step["op"]?.string {
      case "initPrivileges": parts.union(.roles)
      case "initTokenBuilder": parts.union(.reading)
      default: parts
      }
    }
  }

  func answer(_ plan: Agora006Plan) -> Answer {
    var more = plan.returned.recorded
    let token = plan.frame?.token.map { Text($0) }
    if plan.isIgnored, let token { more.append("tokenIfIgnored", .string(token)) }
    return Answer(
      plan.outcome, token: plan.isIgnored ? nil : token, error: plan.error, more: more)
  }

  func isDrawn(_ behaviour: String) -> Bool { Agora006Deviations.randomness.contains(behaviour) }

  func describe(_ drawn: AgoraDrawn) -> [(name: String, value: String)] {
    drawn.described(ts: "ts")
  }

  // MARK: - Agreement

  func agreement(
    of plan: Agora006Plan, with answer: Answer, to question: Question, by rules: Agora006Rules
  ) -> Agreement {
    guard plan.outcome == answer.outcome,
      !plan.outcome.isAnswer || plan.error?.kindOfError == answer.error?.kindOfError,
      rules.reading.answer == .free || plan.returned == answer.returned,
      plan.drawn?.isPlausible(salts: rules.salt, at: question.at, life: Self.life) ?? true
    else { return .none }
    if plan.isOpen { return .meaning }
    let token = plan.isIgnored ? answer.ignoredToken : answer.token
    guard let frame = plan.frame else { return token == nil ? .bytes : .none }
    guard let token else { return .none }
    if frame.token == token.bytes { return .bytes }
    return rules.order == nil && frame.says(token.bytes) ? .meaning : .none
  }

  // MARK: - For people

  func view(of answer: Answer, to question: Question) -> String {
    guard let token = answer.token else { return answer.ending }
    guard let envelope = try? Envelope006(reading: token.bytes.span),
      let content = try? Access006(envelope)
    else { return "a token that does not decode" }
    let salt = question.shown(content.salt, of: "salt", mask: "S")
    let ts = question.shown(content.ts, of: "ts", mask: "T")
    return "app \(content.appID) channel \(Self.hex(envelope.channelCRC))"
      + " uid \(Self.hex(envelope.uidCRC)) salt \(salt) ts \(ts) privileges \(content.privileges.shown)"
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
