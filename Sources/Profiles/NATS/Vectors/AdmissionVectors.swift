// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// The vectors of the decision of a server whom it lets in.
struct AdmissionVectors: VectorModel {
  static let admit = "admit"

  let format = "nats-admission"
  let model = AdmissionModel()
  /// What a server leaves out is a deviation of its rules.
  let checks: [OpenerCheck] = []

  var mistakes: [DeviationInfo] { model.deviations.map(\.info) }
  var edits: [DeviationInfo] { AdmissionEdits.table.map(\.info) }

  func files() throws -> [VectorFile] {
    let book = NATSCaseBook(
      maker: VectorMaker(self, op: Self.admit), edits: AdmissionEdits.table,
      cases: Self.tokens + Self.hashes + Self.lines + Self.configurations, comparison: .content
    ) { $0.question }
    return [
      file(
        "token", "Tokens as text: who has it is let in, byte for byte.",
        try book.groups(Self.tokens, Self.wrongTokens)),
      file(
        "bcrypt", "Tokens of which the server has the hash.",
        try book.groups(Self.hashes, Self.wrongHashes)),
      file(
        "line", "The line around the object.", try book.groups(Self.lines, Self.wrongLines)),
      file("object", "The object of the line.", try book.groups([], Self.wrongObjects)),
      file(
        "configuration", "Where a server has its token from.",
        try book.groups(Self.configurations, Self.wrongConfigurations)),
    ]
  }

  private func file(
    _ topic: String, _ about: String, _ groups: [VectorGroup]
  ) -> VectorFile {
    VectorFile(
      format: format, op: Self.admit, topic: topic, about: about, notes: Self.notes,
      groups: groups)
  }

  // MARK: - Answers

  func answer(to question: VectorQuestion, as copy: BrokenCopy?) -> VectorAnswer {
    guard case .making(let id)? = copy else {
      return model.decision(on: question.recorded, by: model.reference)
    }
    return model.decision(on: question.recorded, by: model.rules(making: id))
  }

  /// Whether the client is let in: it is answered, and stays connected.
  func content(of answer: JSONObject, to question: VectorQuestion) -> JSONObject? {
    let lines = answer["lines"]?.array ?? []
    let pong = JSONValue.string(AdmissionReply.pong.rawValue)
    return ["admitted": .bool(answer["closed"] == .bool(false) && lines.contains(pong))]
  }

  func isFaithful(_ answer: JSONObject, to question: VectorQuestion) -> Bool {
    model.mismatch(
      of: Answer(.ok, more: answer), to: question.recorded, inContract: false) == nil
  }
}

extension AdmissionModel {
  /// What a server does, with the check by which it refuses.
  ///
  /// A client that hears nothing and is not turned away stays connected, which is no refusal.
  fileprivate func decision(on question: Question, by rules: AdmissionModelRules) -> VectorAnswer {
    guard let asked = AdmissionQuestion(question),
      let configuration = try? configuration(asked, by: rules)
    else { return .refused(NATSCheck.configuration.check) }
    if let refusal = admission(asked, configuration, by: rules).refusal {
      return .refused(refusal.check)
    }
    return .accepted(answer(plan(question, by: rules, with: Nothing())).more)
  }
}
