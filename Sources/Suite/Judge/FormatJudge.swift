// SPDX-License-Identifier: MIT

/// The judge of a format: the same road for every system.
public struct FormatJudge<Model: FormatModel>: RowJudge {
  let model: Model
  /// Every deviation alone, applied to the reference.
  private let suspects: [Suspect<Model.Rules>]

  public init(_ model: Model) {
    self.model = model
    suspects = model.deviations.filter { $0.info.decides && $0.info.severity > .choice }
      .map { Suspect([$0], reference: model.reference) }
  }

  public func view(of row: Row) -> String { model.view(of: row.answer, to: row.question) }

  public var format: String { model.format }
  public var deviations: [DeviationInfo] { model.deviations.map(\.info) }
  public var profiles: [Profile] { model.profiles }

  public func seat(for assistant: RecordingHeader.Assistant) -> any SeatedJudge {
    let profile = model.profiles.first {
      $0.assistant == assistant.name && $0.variant == assistant.variant
    }
    let behaviours = profile.map { profile in
      profile.behaviours.map { id in model.deviations.first { $0.info.id == id } }
    }
    let known = behaviours.map { Suspect($0.compactMap(\.self), reference: model.reference) }
    return Seat(model: model, profile: known, suspects: suspects)
  }
}

/// The reference with some deviations applied; an object, since rules are large.
final class Suspect<Rules: Sendable>: Sendable {
  let deviations: [Deviation<Rules>]
  let rules: Rules

  init(_ deviations: [Deviation<Rules>], reference: Rules) {
    self.deviations = deviations
    var rules = reference
    for deviation in deviations { deviation.change(&rules) }
    self.rules = rules
  }

  var ids: [String] { deviations.map(\.info.id) }
  var severity: Severity? { deviations.map(\.info.severity).max() }
}

/// The judge of one assistant's answers.
struct Seat<Model: FormatModel>: SeatedJudge {
  let model: Model
  let profile: Suspect<Model.Rules>?
  let suspects: [Suspect<Model.Rules>]
  /// The profile without each of its behaviours in turn, the worst first.
  private let ablated: [Ablated]
  /// Those of them that are findings even where everything is right.
  private let remarkable: [Ablated]

  private final class Ablated: Sendable {
    let info: DeviationInfo
    let rules: Model.Rules
    /// What the behaviour changes.
    let parts: Model.Parts
    /// Whether it shows in the values that were drawn.
    let isDrawn: Bool

    init(_ info: DeviationInfo, rules: Model.Rules, parts: Model.Parts, isDrawn: Bool) {
      (self.info, self.rules, self.parts, self.isDrawn) = (info, rules, parts, isDrawn)
    }

    /// Whether the prediction would be another without the behaviour.
    func shows(
      in plan: Model.Plan, of row: Row, with recovered: Model.Recovered, _ model: Model
    ) -> Bool {
      isDrawn && row.answer.token != nil
        || model.isChanged(plan, of: row.question, by: rules, with: recovered, in: parts)
    }
  }

  init(model: Model, profile: Suspect<Model.Rules>?, suspects: [Suspect<Model.Rules>]) {
    self.model = model
    self.profile = profile
    self.suspects = suspects
    ablated = profile.map { Self.ablate($0, model) } ?? []
    remarkable = ablated.filter { !$0.info.decides }
  }

  private static func ablate(_ profile: Suspect<Model.Rules>, _ model: Model) -> [Ablated] {
    profile.deviations.indices.map { index in
      var rest = profile.deviations
      let left = rest.remove(at: index)
      let rules = Suspect(rest, reference: model.reference).rules
      return Ablated(
        left.info, rules: rules, parts: model.parts(of: rules, unlike: profile.rules),
        isDrawn: model.isDrawn(left.info.id))
    }.sorted { $0.info.severity > $1.info.severity }
  }

  var hasProfile: Bool { profile != nil }

  func brokenClauses(by row: Row) -> [String] { model.brokenClauses(of: row.question) }

  func judge(_ row: Row) -> Judgement {
    let broken = model.brokenClauses(of: row.question)
    if row.answer.outcome.isAnswer, let reason = model.unjudged(row.question) {
      var judgement = Judgement(id: row.id, verdict: .notJudged, inContract: broken.isEmpty)
      judgement.reason = reason
      return judgement
    }
    var judgement = Judgement(id: row.id, verdict: .notJudged, inContract: broken.isEmpty)
    if row.answer.outcome.isAnswer {
      judgement.mismatch = model.mismatch(
        of: row.answer, to: row.question, inContract: broken.isEmpty)
    }
    let recovered = foresee(row) { plan, recovered, agreement in
      note(agreement, of: plan, with: recovered, to: row, in: &judgement)
      return recovered
    }
    guard row.answer.outcome.isAnswer else { return judgement }
    if let mismatch = judgement.mismatch {
      judgement.clauses = [mismatch.clause]
      explain(row, in: &judgement)
    } else {
      judgement.verdict = .agrees
      judgement.findings = model.findings(
        about: row.answer, to: row.question, broken: broken, recovered: recovered)
    }
    return judgement
  }

  func needs(_ row: Row) -> [String] {
    foresee(row) { plan, recovered, agreement in
      guard agreement != .none else { return [] }
      return ablated.filter { $0.shows(in: plan, of: row, with: recovered, model) }.map(\.info.id)
    } ?? []
  }

  func predict(_ row: Row) -> Prediction? {
    foresee(row) { plan, recovered, _ in
      Prediction(answer: model.answer(plan), recovered: model.describe(recovered))
    }
  }

  /// Hands over what the profile gives for a row; nothing without a profile.
  private func foresee<Result>(
    _ row: Row, _ body: (Model.Plan, Model.Recovered, Agreement) -> Result
  ) -> Result? {
    guard let profile,
      let recovered = model.recover(from: row.answer, to: row.question, by: profile.rules)
    else { return nil }
    let plan = model.plan(row.question, by: profile.rules, with: recovered)
    return body(
      plan, recovered,
      model.agreement(of: plan, with: row.answer, to: row.question, by: profile.rules))
  }

  /// Notes what the profile predicts, and which behaviours the prediction needs.
  ///
  /// Where the question and the answer are in contract, a behaviour that decides has nothing to
  /// explain: the others alone are news.
  private func note(
    _ agreement: Agreement, of plan: Model.Plan, with recovered: Model.Recovered, to row: Row,
    in judgement: inout Judgement
  ) {
    judgement.prediction = agreement
    guard agreement != .none else { return }
    let isPlain =
      judgement.mismatch == nil && (judgement.inContract || !row.answer.outcome.isAnswer)
    for behaviour in isPlain ? remarkable : ablated
    where behaviour.shows(in: plan, of: row, with: recovered, model) {
      judgement.behaviours.append(behaviour.info.id)
      guard behaviour.info.decides else { continue }
      judgement.severity = max(judgement.severity ?? .choice, behaviour.info.severity)
    }
  }

  /// Decides between `differs` and `unexplained`.
  private func explain(_ row: Row, in judgement: inout Judgement) {
    guard judgement.prediction == .none else {
      judgement.verdict = .differs
      return
    }
    judgement.verdict = .unexplained
    guard profile == nil, let (suspect, agreement) = search(row) else { return }
    judgement.verdict = .differs
    judgement.prediction = agreement
    judgement.behaviours = suspect.ids
    judgement.severity = suspect.severity
  }

  /// The smallest set of known deviations that gives the answer, two at most.
  ///
  /// Where the reference alone gives it too, no deviation is the reason.
  private func search(_ row: Row) -> (Suspect<Model.Rules>, Agreement)? {
    guard explains(Suspect([], reference: model.reference), row) == nil else { return nil }
    for suspect in suspects {
      if let agreement = explains(suspect, row) { return (suspect, agreement) }
    }
    for (index, first) in suspects.enumerated() {
      for second in suspects[(index + 1)...] {
        let pair = Suspect(first.deviations + second.deviations, reference: model.reference)
        if let agreement = explains(pair, row) { return (pair, agreement) }
      }
    }
    return nil
  }

  private func explains(_ suspect: Suspect<Model.Rules>, _ row: Row) -> Agreement? {
    let question = row.question
    guard let recovered = model.recover(from: row.answer, to: question, by: suspect.rules) else {
      return nil
    }
    let plan = model.plan(question, by: suspect.rules, with: recovered)
    let agreement = model.agreement(
      of: plan, with: row.answer, to: question, by: suspect.rules)
    return agreement == .none ? nil : agreement
  }
}
