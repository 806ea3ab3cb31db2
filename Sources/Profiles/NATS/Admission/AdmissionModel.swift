// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// What the judge knows of how nats-server admits clients by a token.
final class AdmissionModel: FormatModel {
  let format = "nats-admission"
  let reference = AdmissionModelRules()
  let deviations = AdmissionDeviations.table
  let profiles = AdmissionProfiles.all
  private let memory = HashMemory()

  func plan(
    _ question: Question, by rules: AdmissionModelRules, with recovered: Nothing
  ) -> AdmissionPlan {
    guard let question = AdmissionQuestion(question) else {
      return AdmissionPlan(outcome: .unsupported)
    }
    do throws(ConfigurationError) {
      return plan(question, try configuration(question, by: rules), by: rules)
    } catch {
      return .configurationError
    }
  }

  func configuration(
    _ question: AdmissionQuestion, by rules: AdmissionModelRules
  ) throws(ConfigurationError) -> ServerConfiguration {
    try ConfigurationBuilder.build(
      file: question.file, arguments: question.arguments, environment: question.environment,
      rules: rules.configuration)
  }

  private func plan(
    _ question: AdmissionQuestion, _ configuration: ServerConfiguration,
    by rules: AdmissionModelRules
  ) -> AdmissionPlan {
    let admission = admission(question, configuration, by: rules)
    return AdmissionPlan(
      admission, gate: configuration.gate, hasFreeWords: !rules.hasServerWords)
  }

  /// The connection when the client has said all and waited.
  func admission(
    _ question: AdmissionQuestion, _ configuration: ServerConfiguration,
    by rules: AdmissionModelRules
  ) -> Admission {
    var rules = rules.admission
    rules.longestLine = configuration.longestLine
    rules.hasHeaders = configuration.hasHeaders
    var admission = Admission(configuration.gate, rules: rules, comparing: memory.compare)
    if configuration.patience <= 0 { admission.timeOut() }
    for read in question.reads { admission.receive(read.span) }
    if configuration.patience < question.wait { admission.timeOut() }
    return admission
  }

  func answer(_ plan: AdmissionPlan) -> Answer { plan.answer }

  func agreement(
    of plan: AdmissionPlan, with answer: Answer, to question: Question,
    by rules: AdmissionModelRules
  ) -> Agreement {
    plan.agreement(with: answer)
  }

  /// How it ended, and the lines that were sent back.
  func view(of answer: Answer, to question: Question) -> String {
    let lines = answer.more["lines"]?.array?.compactMap(\.string) ?? []
    let end = answer.more["closed"]?.bool == true ? ["closed"] : []
    return ([answer.outcome.rawValue] + lines + end).joined(separator: " | ")
  }
}
