// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON
internal import Suite

/// The vectors of AccessToken 007.
struct Agora007Vectors: VectorModel {
  private let model = Agora007Model()

  let format = "agora-007"
  let checks = Agora007Checks.table
  let drawnNames: Set = ["salt", "issue_ts"]
  let drawnRules = [
    DrawnRule(
      "salt", bits: 32, fresh: ("agora.007.salt", .should), wide: ("agora.007.salt", .should))
  ]
  let clockRule: ClockRule? = ClockRule("issue_ts", clause: "agora.007.issue-ts")
  let edits = Draft007.edits.map(\.info)
  let mistakes = Agora007Deviations.table.map(\.info) + OpeningMistake007.table.map(\.info)

  let spared = [
    "agora.parse-or-nothing":
      "what it loads has no app id, so that nothing can be built of it",
    "agora.007-numbers-unsigned":
      "the length of a text is cut as well, which a text of 65536 bytes shows",
  ]

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    guard question.op == VectorQuestion.open else { return minted(question, as: copy) }
    var opening = Opening007(question)
    switch copy {
    case .making(let id): return OpeningMistake007.answer(to: opening, making: id)
    case .without(let check): opening.checks = Checks(without: check)
    case nil: break
    }
    return opening.answer
  }

  /// A copy asks what the reference asks of a caller, unless its mistake shows in the question.
  private func minted(_ question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    let reference = plan(question, by: model.reference)
    guard case .making(let id) = copy, let rules = Self.rules[id] else {
      return strict(reference, question)
    }
    let plan = plan(question, by: rules)
    guard plan != reference else { return strict(reference, question) }
    return plan.outcome.isAnswer ? VectorAnswer(model.answer(plan)) : .inexpressible
  }

  private func strict(_ plan: Agora007Plan, _ question: VectorQuestion) -> VectorAnswer {
    let check = RequestChecks007(question).broken.first
    return check.map(VectorAnswer.refused) ?? VectorAnswer(model.answer(plan))
  }

  private func plan(_ question: VectorQuestion, by rules: Agora007Rules) -> Agora007Plan {
    let drawn = AgoraDrawn(salt: question.inject["salt"]?.int64 ?? 0, ts: question.second ?? 0)
    return model.plan(question.recorded, by: rules, with: drawn)
  }

  /// The rules of each copy that makes one mistake.
  private static let rules: [String: Agora007Rules] = Dictionary(
    uniqueKeysWithValues: Agora007Deviations.table.map { mistake in
      var rules = Agora007Rules()
      mistake.change(&rules)
      return (mistake.info.id, rules)
    })

  // MARK: - What an answer says

  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    guard question.op != VectorQuestion.open else { return answer["claims"]?.object }
    guard let token = answer["token"]?.text,
      let envelope = try? Envelope007(reading: token.bytes.span),
      var info = (try? Access007(envelope))?.info
    else { return nil }
    let holds = try? envelope.isSigned(
      certificate: certificate(of: question).bytes, issueTs: info.issueTs, salt: info.salt)
    for index in info.services.indices {
      info.services[index].privileges = info.services[index].privileges.inOneOrder
    }
    return info.members.adding(["signed": .bool(holds == true)])
  }

  private func certificate(of question: VectorQuestion) -> Text {
    let given =
      question.input["app_certificate"] ?? question.input["args"]?.array?.dropFirst().first
    return given?.text ?? ""
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    let answer = Answer(.ok, token: answer["token"]?.text)
    return model.mismatch(of: answer, to: question.recorded, inContract: false) == nil
  }
}
