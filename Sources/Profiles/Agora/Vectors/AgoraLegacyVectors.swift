// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// The vectors of the keys before 006.
struct AgoraLegacyVectors: AgoraVectorModel {
  typealias Draft = LegacyDraft

  static let standard = AgoraLegacyVectors()

  let format = "agora-legacy"
  let model = AgoraLegacyModel()
  let checks = AgoraLegacyChecks.table
  let drawnNames: Set = ["expire"]
  let clockRule: ClockRule? = ClockRule("expire", clause: "agora.legacy.signaling.expire")
  /// What shows only where arguments are not looked at.
  private static let unchecked: Set = [
    "agora.legacy-app-id-padded", "agora.legacy-hex-prefix", "agora.legacy-hex-empty",
  ]
  private let copies: [String: LegacyRules]

  init() {
    let reference = model.reference
    copies = Dictionary(
      uniqueKeysWithValues: model.deviations.map { deviation in
        var rules = reference
        rules.isChecked = !Self.unchecked.contains(deviation.info.id)
        deviation.change(&rules)
        return (deviation.info.id, rules)
      })
  }

  var mistakes: [DeviationInfo] { model.deviations.map(\.info) }

  func files() throws -> [VectorFile] { try mintFiles() + openFiles() }

  func cases(seed: UInt64) throws -> any CaseStream {
    try cases(of: LegacyDraw.self, seed: seed)
  }

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    question.op == VectorQuestion.open ? opened(question, as: copy) : made(question, as: copy)
  }

  private func made(_ question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    let drawn = LegacyDrawn(now: question.second ?? 0)
    let usual = model.plan(question.recorded, by: model.reference, with: drawn)
    if case .making(let id) = copy, let rules = copies[id] {
      let plan = model.plan(question.recorded, by: rules, with: drawn)
      if plan != usual { return VectorAnswer(of: model.answer(plan)) }
    }
    if let check = refusal(of: question) { return .refused(check) }
    return VectorAnswer(model.answer(usual))
  }

  private func opened(_ question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    guard let opening = OpeningLegacy(question) else { return .refused(nil) }
    do throws(Refusal) {
      let checks = if case .without(let check) = copy { Checks(without: check) } else { Checks.all }
      return .accepted(["claims": .object(try opening.claims(checks))])
    } catch {
      return .refused(error.check)
    }
  }

  // MARK: - Content

  /// What a signaling token says whose end the clock gave; the others are compared as they are.
  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    guard let token = answer["token"]?.text?.bytes, let call = LegacyCall(question.recorded),
      let opened = try? SignalingToken(
        opening: token.span, account: call[.account].text,
        certificate: call[.certificate].text)
    else { return nil }
    return opened.members
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    let answer = Answer(.ok, token: answer["token"]?.text)
    return model.mismatch(of: answer, to: question.recorded, inContract: false) == nil
  }

  // MARK: - Requests

  func comparison(of question: VectorQuestion) -> Expectation.Comparison {
    question.now == .ownClock ? .invariants : .bytes
  }

  func refusal(of question: VectorQuestion) -> Check? {
    model.brokenClauses(of: question.recorded).lazy.compactMap { clause in
      Self.refusals.first { clause.hasPrefix($0.clause) }.map {
        Check(.policy, $0.reason.rawValue, $0.field)
      }
    }.first
  }

  private static let refusals: [(clause: String, reason: LegacyReason, field: String)] = [
    ("agora.app-id.", .appID, "app-id"), ("agora.certificate.", .certificate, "certificate"),
    ("agora.channel.", .channel, "channel"), ("agora.account.", .account, "account"),
    ("agora.legacy.permission.", .permission, "permission"), ("agora.ts.", .number, "ts"),
    ("agora.salt.", .number, "random"), ("agora.uid.", .number, "uid"),
    ("agora.expire.", .number, "expire"), ("agora.legacy.service", .service, "entry"),
  ]

  /// Whether the rules that look at nothing make a token that says what was asked.
  func isStatable(_ question: VectorQuestion) -> Bool {
    copies.values.contains { rules in
      let plan = model.plan(question.recorded, by: rules, with: LegacyDrawn(now: 0))
      guard let token = plan.token else { return false }
      return isFaithful(["token": .string(Text(token))], to: question)
    }
  }
}
