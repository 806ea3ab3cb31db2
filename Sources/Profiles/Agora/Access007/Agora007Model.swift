// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// What the judge knows of AccessToken 007.
struct Agora007Model: FormatModel {
  let format = "agora-007"
  let reference = Agora007Rules()
  let deviations = Agora007Deviations.table
  let profiles = Agora007Profiles.all

  func recover(
    from answer: Answer, to question: Question, by rules: Agora007Rules
  ) -> AgoraDrawn? {
    guard let token = answer.token,
      let content = Self.content(of: token.bytes, rules.mistakes)
    else { return AgoraDrawn() }
    return Self.drawn(in: content, rules.mistakes) ?? AgoraDrawn()
  }

  private static func content(of token: [UInt8], _ mistakes: Mistakes007) -> [UInt8]? {
    let text = Array(token.dropFirst(Envelope007.version.utf8.count))
    guard let stream = try? mistakes.base64.decode(text.span) else { return nil }
    guard !mistakes.contains(.uncompressed) else { return stream }
    guard !mistakes.contains(.rawDeflate) else {
      return Zlib.inflatePart(([0x78, 0x9C] + stream).span, limit: Envelope007.maximumContent).bytes
    }
    return (try? Zlib.inflate(stream.span, limit: Envelope007.maximumContent))?.bytes
  }

  private static func drawn(in content: [UInt8], _ mistakes: Mistakes007) -> AgoraDrawn? {
    let order = mistakes.byteOrder
    var reader = ByteReader(content.span)
    do throws(FormatError) {
      for text in ["signature", "app-id"] {
        let length = try reader.readInteger(text, order, as: UInt16.self)
        _ = try reader.readSpan(text, count: Int(length))
      }
      let numbers: [UInt32] = [
        try reader.readInteger("issue-ts", order), try reader.readInteger("expire", order),
        try reader.readInteger("salt", order),
      ]
      let isSaltFirst = mistakes.contains(.saltFirst)
      return AgoraDrawn(
        salt: Int64(isSaltFirst ? numbers[0] : numbers[2]),
        ts: Int64(isSaltFirst ? numbers[1] : numbers[0]))
    } catch {
      return nil
    }
  }

  func plan(
    _ question: Question, by rules: Agora007Rules, with drawn: AgoraDrawn
  ) -> Agora007Plan {
    var builder = Builder007(question, rules, drawn)
    return builder.run()
  }

  func parts(of rules: Agora007Rules, unlike other: Agora007Rules) -> Agora007Rules.Parts {
    rules.parts(unlike: other)
  }

  func isChanged(
    _ plan: Agora007Plan, of question: Question, by rules: Agora007Rules,
    with drawn: AgoraDrawn, in changed: Agora007Rules.Parts
  ) -> Bool {
    guard !changed.isDisjoint(with: Self.asked[question.op, default: .others]) else { return false }
    return self.plan(question, by: rules, with: drawn) != plan
  }

  /// The rules that a question asks, by its op.
  private static let asked: [String: Agora007Rules.Parts] = [
    "reopen": [.reading, .others], "build": [.building, .others],
  ]

  func answer(_ plan: Agora007Plan) -> Answer {
    Answer(
      plan.outcome, token: plan.frame?.token.map { Text($0) }, error: plan.error,
      more: plan.returned.recorded)
  }

  func isDrawn(_ behaviour: String) -> Bool { Agora007Deviations.randomness.contains(behaviour) }

  func describe(_ drawn: AgoraDrawn) -> [(name: String, value: String)] {
    drawn.described(ts: "issue_ts")
  }

  // MARK: - Agreement

  func agreement(
    of plan: Agora007Plan, with answer: Answer, to question: Question, by rules: Agora007Rules
  ) -> Agreement {
    guard plan.outcome == answer.outcome else { return .none }
    guard plan.outcome.isAnswer else { return .bytes }
    guard plan.error?.identity == answer.error?.identity, returns(plan, answer, by: rules) else {
      return .none
    }
    guard let frame = plan.frame else { return answer.token == nil ? .bytes : .none }
    guard let token = answer.token,
      plan.drawn?.isPlausible(salts: rules.salt, at: question.at) ?? true
    else { return .none }
    return agreement(of: frame, with: token.bytes, by: rules)
  }

  private func agreement(
    of frame: Frame007, with token: [UInt8], by rules: Agora007Rules
  ) -> Agreement {
    if frame.token == token { return .bytes }
    guard frame.mistakes.isDisjoint(with: [.uncompressed, .base64URL]),
      let content = try? Envelope007.content(of: token.span)
    else { return .none }
    if frame.content == content { return .meaning }
    return rules.order == nil && frame.says(token) ? .meaning : .none
  }

  private func returns(_ plan: Agora007Plan, _ answer: Answer, by rules: Agora007Rules) -> Bool {
    rules.reading.answer == .free
      || plan.returned.elementsEqual(answer.returned, by: Self.agree)
  }

  /// Whether two calls gave the same back; tokens may be compressed in another way.
  private static func agree(_ left: ReturnedCall, _ right: ReturnedCall) -> Bool {
    guard left != right else { return true }
    guard case .value(.string(let left)) = left, case .value(.string(let right)) = right,
      let content = try? Envelope007.content(of: left.bytes.span)
    else { return false }
    return content == (try? Envelope007.content(of: right.bytes.span))
  }

  // MARK: - For people

  func view(of answer: Answer, to question: Question) -> String {
    guard let token = answer.token else { return answer.ending }
    guard let info = (try? Access007(reading: token.bytes.span))?.info else {
      return "a token that does not decode"
    }
    let salt = question.shown(info.salt, of: "salt", mask: "S")
    let issueTs = question.shown(info.issueTs, of: "issue_ts", mask: "T")
    let services = info.services.map(Self.shown).joined(separator: "; ")
    return "app \(info.appID) issued \(issueTs) expire \(info.expire) salt \(salt): \(services)"
  }

  static func shown(_ service: Service007) -> String {
    let place = service.channel.map { " channel '\($0)'" } ?? ""
    let user = service.user.map { " user '\($0)'" } ?? ""
    return "\(service.kind)\(place)\(user)\(more(service.body))"
      + " privileges \(service.privileges.shown)"
  }

  private static func more(_ body: Service007.Body) -> String {
    switch body {
    case .apaas(let room, _, let role): " room '\(room)' role \(role)"
    case .rtm2(_, let resources):
      resources.map { resource in
        let permissions = resource.permissions.map { permission in
          "\(permission.id): " + permission.names.map(\.display).joined(separator: ", ")
        }
        return " resource \(resource.type) (\(permissions.joined(separator: "; ")))"
      }.joined()
    default: ""
    }
  }
}
