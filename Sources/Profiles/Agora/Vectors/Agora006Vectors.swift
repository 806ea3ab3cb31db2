// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// The vectors of AccessToken 006.
struct Agora006Vectors: AgoraVectorModel {
  typealias Draft = Draft006

  static let standard = Agora006Vectors()

  let format = "agora-006"
  let model = Agora006Model()
  let checks = Agora006Checks.table
  let drawnNames: Set = ["salt", "ts"]
  let drawnRules = [
    DrawnRule(
      "salt", bits: 32, fresh: ("agora.006.salt", .should), wide: ("agora.006.salt", .should))
  ]
  let clockRule: ClockRule? = ClockRule("ts", clause: "agora.006.ts")
  private let copies: [String: Agora006Rules]

  init() {
    let reference = model.reference
    copies = Dictionary(
      uniqueKeysWithValues: model.deviations.map { deviation in
        var rules = reference
        if Self.unchecked.contains(deviation.info.id) { rules.check = .nothing }
        deviation.change(&rules)
        return (deviation.info.id, rules)
      })
  }

  var mistakes: [DeviationInfo] {
    model.deviations.map(\.info) + OpeningMistake006.table.map(\.info)
  }

  let spared = [
    "agora.joins-encodings": "it shows in text beyond ASCII alone, which any maker may refuse"
  ]
  /// What shows only where app ids are not looked at.
  private static let unchecked: Set = ["agora.init-app-id-cut"]

  func files() throws -> [VectorFile] {
    try mintFiles() + buildFiles() + reopenFiles() + openFiles()
  }

  func cases(seed: UInt64) throws -> any CaseStream {
    try cases(of: Draw006.self, seed: seed)
  }

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    question.op == VectorQuestion.open ? opened(question, as: copy) : made(question, as: copy)
  }

  /// A strict maker refuses what breaks a rule; a copy does so too where it is no other there.
  private func made(_ question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    let usual = plan(question, by: model.reference)
    if case .making(let id) = copy, let rules = copies[id] {
      let plan = plan(question, by: rules)
      if plan != usual { return VectorAnswer(of: model.answer(plan)) }
    }
    if let check = refusal(of: question) { return .refused(check) }
    return VectorAnswer(model.answer(usual))
  }

  private func plan(_ question: VectorQuestion, by rules: Agora006Rules) -> Agora006Plan {
    let end = question.second.map { $0 + Agora006Model.life }
    let drawn = AgoraDrawn(
      salt: question.inject["salt"]?.int64 ?? 0, ts: question.inject["ts"]?.int64 ?? end ?? 0)
    return model.plan(question.recorded, by: rules, with: drawn)
  }

  private func opened(_ question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    do throws(Refusal) {
      return .accepted(["claims": .object(try access(question, as: copy).claims)])
    } catch {
      return .refused(error.check)
    }
  }

  private func access(
    _ question: VectorQuestion, as copy: BrokenCopy?
  ) throws(Refusal) -> Access006 {
    var opening = Opening006(question)
    switch copy {
    case .without(let check): return try opening.opened(Checks(without: check))
    case .making(let id):
      try OpeningMistake006.table.first { $0.info.id == id }?.change(&opening)
      return try opening.opened()
    case nil: return try opening.opened()
    }
  }

  // MARK: - Content

  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    guard let token = answer["token"]?.text?.bytes,
      let call = try? question.recorded.calls006(model.reference.building),
      let certificate = call["app_certificate"]?.text?.bytes,
      let channel = call["channel_name"]?.text?.bytes,
      let uid = AgoraUser(named: call["uid"])?.text,
      let envelope = try? Envelope006(reading: token.span),
      envelope.isMarked(channel: channel), envelope.isMarked(uid: uid),
      (try? envelope.isSigned(certificate: certificate, channel: channel, uid: uid)) == true
    else { return nil }
    return try? Access006(envelope).claims
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    let answer = Answer(.ok, token: answer["token"]?.text)
    return model.mismatch(of: answer, to: asked(question), inContract: false) == nil
  }

  /// The question of a builder, to whom salt and time are given.
  private func asked(_ question: VectorQuestion) -> Question {
    var question = question
    if question.op != "build" { question.input.members += question.inject.members }
    return question.recorded
  }

  // MARK: - Requests

  func refusal(of question: VectorQuestion) -> Check? {
    RequestChecks006(question.recorded, model).first
  }

  func isStatable(_ question: VectorQuestion) -> Bool {
    Faithfulness006(question: question.recorded).isStatable
  }

  /// Bytes, where an order that is free does not show in them.
  func comparison(of question: VectorQuestion) -> Expectation.Comparison {
    if question.now == .ownClock { return .invariants }
    let reference = plan(question, by: model.reference).frame?.token
    let orders = copies.filter { $0.key.hasPrefix("agora.order-") }.values
    return orders.allSatisfy { plan(question, by: $0).frame?.token == reference }
      ? .bytes : .content
  }
}
