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

/// The reference with some deviations applied.
struct Suspect<Rules: Sendable>: Sendable {
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
  /// The profile without each of its behaviours in turn.
  private let ablated: [(info: DeviationInfo, rules: Model.Rules)]

  init(model: Model, profile: Suspect<Model.Rules>?, suspects: [Suspect<Model.Rules>]) {
    self.model = model
    self.profile = profile
    self.suspects = suspects
    let behaviours = profile?.deviations ?? []
    let ablated = behaviours.indices.map { index in
      var rest = behaviours
      let left = rest.remove(at: index)
      return (info: left.info, rules: Suspect(rest, reference: model.reference).rules)
    }
    self.ablated = ablated.sorted { $0.info.severity > $1.info.severity }
  }

  var hasProfile: Bool { profile != nil }

  func judge(_ row: Row) -> Judgement {
    let broken = model.brokenClauses(of: row.question)
    var judgement = Judgement(id: row.id, verdict: .notJudged, inContract: broken.isEmpty)
    if let profile { note(profile, row, in: &judgement) }
    guard row.answer.outcome.isAnswer else { return judgement }
    judgement.mismatch = model.mismatch(
      of: row.answer, to: row.question, inContract: broken.isEmpty)
    if let mismatch = judgement.mismatch {
      judgement.clauses = [mismatch.clause]
      explain(row, in: &judgement)
    } else {
      judgement.verdict = .agrees
      judgement.findings = model.findings(about: row.answer, to: row.question, broken: broken)
    }
    return judgement
  }

  func predict(_ row: Row) -> Prediction? {
    guard let profile,
      let recovered = model.recover(from: row.answer, to: row.question, by: profile.rules)
    else { return nil }
    let plan = model.plan(row.question, by: profile.rules, with: recovered)
    return Prediction(answer: model.answer(plan), recovered: model.describe(recovered))
  }

  /// Notes what the profile predicts, and which behaviours the prediction needs.
  private func note(_ profile: Suspect<Model.Rules>, _ row: Row, in judgement: inout Judgement) {
    let question = row.question
    guard let recovered = model.recover(from: row.answer, to: question, by: profile.rules) else {
      return
    }
    let plan = model.plan(question, by: profile.rules, with: recovered)
    judgement.prediction = model.agreement(
      of: plan, with: row.answer, to: question, by: profile.rules)
    guard judgement.prediction != .none else { return }
    let needed = ablated.filter { behaviour in
      model.shows(behaviour.info.id, in: recovered, of: row.answer)
        || model.plan(question, by: behaviour.rules, with: recovered) != plan
    }
    judgement.behaviours = needed.map(\.info.id)
    judgement.severity = needed.filter(\.info.decides).map(\.info.severity).max()
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
  private func search(_ row: Row) -> (Suspect<Model.Rules>, Agreement)? {
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
